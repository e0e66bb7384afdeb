import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromeLauncher } from '@web/test-runner-chrome';
import { transformWithOxc } from 'vite';
import { chromiumOptions } from './scripts/browsers.mjs';

/** TypeScript through the compiler that the build uses, Vite's Oxc. */
const oxc = () => {
  let root = '';
  return {
    name: 'oxc',
    serverStart({ config }) {
      root = config.rootDir;
    },
    resolveMimeType: ({ path }) => (path.endsWith('.ts') ? 'js' : undefined),
    resolveImport({ source, context }) {
      // './x.js' in a .ts file means './x.ts'
      if (!context.path.endsWith('.ts') || !/^\.{1,2}\/.*\.js$/.test(source)) return undefined;
      const ts = source.replace(/\.js$/, '.ts');
      return existsSync(join(root, new URL(ts, `http://x${context.path}`).pathname)) ? ts : undefined;
    },
    async transform({ path, body }) {
      if (!path.endsWith('.ts')) return undefined;
      const { code, map } = await transformWithOxc(body, join(root, path), { target: 'es2022', sourcemap: true });
      map.sources = [path.split('/').at(-1)];
      const inline = Buffer.from(JSON.stringify(map)).toString('base64');
      return { body: `${code}\n//# sourceMappingURL=data:application/json;base64,${inline}` };
    },
  };
};

export default {
  files: ['test/**/*.test.ts', '!test/**/*.node.test.ts'],
  nodeResolve: { exportConditions: ['production', 'default'] },
  plugins: [oxc()],
  browsers: [
    chromeLauncher({
      launchOptions: chromiumOptions(),
      // a window for each page: a tab behind another gets no frames, hence no scroll, close or animation events, and
      // two files in one context would share their cookies and databases
      createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
    }),
  ],
  // mocha's 2 s are too short where other work keeps the machine busy
  testFramework: { config: { timeout: '10000' } },
  concurrency: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
};
