export type EngineName = 'chromium' | 'firefox' | 'webkit';

export interface Skip {
  readonly engines: readonly EngineName[];
  /** From the root of the repository. */
  readonly file: string;
  /** Its names from the outermost `describe` on, with a space between them. */
  readonly test: string;
  /** What the engine, or what drives it, lacks; and so when the line can go. */
  readonly reason: string;
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
