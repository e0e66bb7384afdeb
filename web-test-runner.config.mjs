import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { transformWithOxc } from 'vite';
import { chromiumOptions, engines, firefoxOptions, inCi } from './scripts/browsers.mjs';
import { webkitFrame, webkitLauncher } from './scripts/webkit-launcher.mjs';

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

/** Holds each file to the list of skips. */
const every = {
  name: 'every',
  transform: ({ path, body }) =>
    path.endsWith('.test.ts') && {
      body: `${body}\nimport { holdToSkips } from '/test/every.ts';holdToSkips('${path.slice(1)}');`,
    },
};

// a context for each page: two files in one would share their cookies and databases
const createPage = async ({ browser }) => (await browser.createBrowserContext()).newPage();

const launch = { puppeteer: puppeteerCore, createPage };
const launchers = {
  // a window for each context: a tab behind another gets no frames, hence no scroll, close or animation events
  chromium: () => chromeLauncher({ ...launch, launchOptions: chromiumOptions() }),
  // Firefox opens contexts in tabs of one window, and gives only one of several windows the focus
  firefox: () => chromeLauncher({ ...launch, launchOptions: firefoxOptions(), concurrency: 1 }),
  webkit: webkitLauncher,
};

export default {
  files: ['test/**/*.test.ts', '!test/**/*.node.test.ts'],
  nodeResolve: { exportConditions: ['production', 'default'] },
  plugins: [every, oxc(), webkitFrame],
  browsers: engines().map((engine) => launchers[engine]()),
  // mocha's 2 s are too short where other work, or another engine, keeps the machine busy
  testFramework: { config: { timeout: '30000', forbidOnly: inCi } },
  concurrency: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
};
