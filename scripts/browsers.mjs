// Where the system's browsers are, and which of them the tests take. Node's own modules only: setup.mjs asks before
// anything is installed.
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

export const chromium = () =>
  first(
    process.env.CHROME_PATH,
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    downloaded(),
  );

export const firefox = () =>
  first(
    process.env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  );

export const xvfb = () => first('/usr/bin/Xvfb');

/** The driver of WebKitGTK, which brings its browser along, and needs a display. */
export const webkit = () => (xvfb() || process.env.DISPLAY ? first('/usr/bin/WebKitWebDriver') : undefined);

const paths = { chromium, firefox, webkit };

export const allEngines = Object.keys(paths);

export const isInstalled = (engine) => paths[engine]() !== undefined;

export const inCi = Boolean(process.env.CI) && process.env.CI !== 'false';

/**
 * The engines that tests have to run in: those that `ENGINES` names, separated by commas; all three in CI; else those
 * that are installed.
 */
export const wantedEngines = () => {
  const { ENGINES } = process.env;
  if (!ENGINES) return inCi ? allEngines : allEngines.filter(isInstalled);
  const named = ENGINES.split(',').map((name) => name.trim());
  const unknown = named.filter((name) => !allEngines.includes(name));
  if (unknown.length) throw new Error(`ENGINES: ${unknown.join(', ')} is none of ${allEngines.join(', ')}`);
  return allEngines.filter((engine) => named.includes(engine));
};

/** The same, where all of them are installed. */
export const engines = () => {
  const missing = wantedEngines().filter((engine) => !isInstalled(engine));
  if (!missing.length) return wantedEngines();
  throw new Error(
    `Not installed: ${missing.join(', ')}. npm run test:all installs them where it can; ENGINES names fewer`,
  );
};

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

/** The same for Firefox, which puppeteer-core drives over WebDriver BiDi. */
export const firefoxOptions = () => ({ browser: 'firefox', executablePath: firefox() });
