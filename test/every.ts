import { skips, type EngineName } from './skips.js';

/* What holds in every file of component tests: what skips.ts lists is skipped, and nothing else. */

const engine = ((): EngineName => {
  if (navigator.userAgent.includes('Firefox/')) return 'firefox';
  return navigator.userAgent.includes('Chrome/') ? 'chromium' : 'webkit';
})();

const testsIn = (suite: Mocha.Suite): readonly Mocha.Test[] => [...suite.tests, ...suite.suites.flatMap(testsIn)];

/** @param file from the root of the repository; the runner puts the call at the end of each */
export const holdToSkips = (file: string): void => {
  const listed = new Set(skips.filter((s) => s.file === file && s.engines.includes(engine)).map(({ test }) => test));

  const root = (context: Mocha.Context): Mocha.Suite => {
    const suite = context.test?.parent;
    if (!suite?.root) throw new Error('belongs to the root suite');
    return suite;
  };

  before(function () {
    const found = testsIn(root(this)).filter((test) => listed.has(test.fullTitle()));
    const titles = found.map((test) => test.fullTitle());
    const missing = [...listed].filter((title) => !titles.includes(title));
    if (missing.length) throw new Error(`test/skips.ts lists what is not in ${file}: ${missing.join('; ')}`);
    for (const test of found) test.pending = true;
  });

  after(function () {
    const skipped = testsIn(root(this)).filter((test) => test.isPending() && !listed.has(test.fullTitle()));
    if (!skipped.length) return;
    const names = skipped.map((test) => test.fullTitle()).join('; ');
    throw new Error(`skipped without being listed in test/skips.ts for ${engine}: ${names}`);
  });
};
