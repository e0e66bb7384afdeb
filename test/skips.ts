export type EngineName = 'chromium' | 'firefox' | 'webkit';

/** A test that may be skipped. */
export interface NodeSkip {
  /** From the root of the repository. */
  readonly file: string;
  /** Its names from the outermost `describe` on, with a space between them. */
  readonly test: string;
  /** What is lacking; and so when the line can go. */
  readonly reason: string;
}

/** The same in some engines. */
export interface Skip extends NodeSkip {
  readonly engines: readonly EngineName[];
}

const noDarkSystem = 'neither WebDriver BiDi, by which Firefox is driven, nor WebDriver can emulate a dark system';

/** The component tests that an engine cannot run. Nothing else is ever skipped: `every.ts` sees to it. */
export const skips: readonly Skip[] = [
  {
    engines: ['firefox', 'webkit'],
    file: 'test/ui/access.test.ts',
    test: 'axe finds nothing in the banner of a phone with a dark system',
    reason: noDarkSystem,
  },
  {
    engines: ['firefox', 'webkit'],
    file: 'test/ui/access.test.ts',
    test: 'axe finds nothing in the preferences of a phone with a dark system',
    reason: noDarkSystem,
  },
  {
    engines: ['firefox', 'webkit'],
    file: 'test/ui/embed.test.ts',
    test: 'the placeholder of an embed has the text of a dark system, where no theme is set',
    reason: noDarkSystem,
  },
  {
    engines: ['webkit'],
    file: 'test/store/outbox-entries.test.ts',
    test: 'readOutbox moves a blob into quarantine and says so',
    reason: 'a session of WebKitWebDriver is a private one, and WebKit keeps no blobs in the databases of those',
  },
];

/** The tests in Node that may be skipped; `listed-skips.mjs` sees to it that no other is. */
export const nodeSkips: readonly NodeSkip[] = [
  {
    file: 'test/collector/docs.node.test.ts',
    test: 'the endpoint in PHP that the documentation shows keeps the contract',
    reason: 'nobody has to install PHP, with its SQLite, for one example; where it is installed, the test runs',
  },
];
