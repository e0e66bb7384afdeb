/** Path of a Chromium or Chrome, or undefined. `CHROME_PATH` goes first. */
export declare const chromium: () => string | undefined;

/** Launch options for puppeteer-core. */
export declare const chromiumOptions: () => { executablePath: string; args: string[] };
