// Where the system's browser is. Node's own modules only: setup.mjs asks before anything is installed.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const first = (...paths) => paths.find((path) => path && existsSync(path));

/** Playwright's own download, where `setup.mjs` had to make one. */
const downloaded = () => {
  try {
    return createRequire(new URL('../.browsers/', import.meta.url))('playwright-core').chromium.executablePath();
  } catch {
    return undefined; // not installed: the system has a browser of its own
  }
};

/** Path of a Chromium or Chrome, or undefined. `CHROME_PATH` goes first. */
export const chromium = () =>
  first(
    process.env.CHROME_PATH,
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    downloaded(),
  );

/** Launch options for puppeteer-core. The sandbox is off only for root, whom Chromium refuses otherwise. */
export const chromiumOptions = () => ({
  executablePath: chromium(),
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
});
