export type Engine = 'chromium' | 'firefox' | 'webkit';

/** Path of a Chromium or Chrome, or undefined. `CHROME_PATH` goes first. */
export declare const chromium: () => string | undefined;

/** Path of a Firefox, or undefined. `FIREFOX_PATH` goes first. */
export declare const firefox: () => string | undefined;

/** Path of WebKitGTK's driver where it can run, or undefined. */
export declare const webkit: () => string | undefined;

/** Path of the X server that works without a screen, or undefined. */
export declare const xvfb: () => string | undefined;

export declare const allEngines: readonly Engine[];

export declare const isInstalled: (engine: Engine) => boolean;

/** Whether `CI` is set, as build servers do. */
export declare const inCi: boolean;

/**
 * The engines that tests have to run in: those that `ENGINES` names, separated by commas; all three in CI; else those
 * that are installed.
 * @throws Error where `ENGINES` names what is none
 */
export declare const wantedEngines: () => readonly Engine[];

/**
 * The same, where all of them are installed.
 * @throws Error where one is not
 */
export declare const engines: () => readonly Engine[];

/** Launch options for puppeteer-core. */
export declare const chromiumOptions: () => { executablePath: string; args: string[] };

/** Launch options for puppeteer-core. */
export declare const firefoxOptions: () => { browser: 'firefox'; executablePath: string };
