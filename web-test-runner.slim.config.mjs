/** The component tests again, with what the script tag leaves of Lit in Lit's place. */
import { tsImport } from 'tsx/esm/api';
import { build } from 'vite';
import config from './web-test-runner.config.mjs';

const slimLit = () => {
  let code = '';
  return {
    name: 'slim-lit',
    async serverStart() {
      const { chunkBuild } = await tsImport('./vite.config.ts', import.meta.url);
      const [{ output }] = await build(chunkBuild('test/ui/slim-lit.ts'));
      code = output[0].code;
    },
    serve: ({ path }) => (path === '/slim-lit.js' ? code : undefined),
    // ours alone: the helpers of the tests keep their own
    resolveImport: ({ source, context: { path } }) =>
      source === 'lit' && /^\/(?:src|test)\//.test(path) ? '/slim-lit.js' : undefined,
  };
};

export default {
  ...config,
  files: ['test/ui/**/*.test.ts', '!test/**/*.node.test.ts'],
  plugins: [...config.plugins, slimLit()],
};
