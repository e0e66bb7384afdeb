// Runs before `npm start`, `npm run build` and `npm test`, in a fresh clone too: Node's own modules only.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { allEngines, isInstalled, wantedEngines } from './browsers.mjs';

/** What Debian calls them. */
const packages = {
  chromium: ['chromium', 'fonts-dejavu-core'],
  firefox: ['firefox-esr', 'fonts-dejavu-core'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'fonts-dejavu-core'],
};

const windows = process.platform === 'win32';
const run = (command, ...args) => {
  console.log(`> ${command} ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'inherit', shell: windows, env }).status === 0;
};
const changed = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

// npm writes node_modules/.package-lock.json last: older than the lockfile means that a pull changed the lockfile
if (changed('node_modules/.package-lock.json') < changed('package-lock.json')) {
  if (!run('npm', 'ci', '--no-audit', '--no-fund')) process.exit(1);
}

const installBrowsers = () => {
  // the end-to-end tests take Chromium, whatever else is wanted
  const missing = new Set(['chromium', ...wantedEngines()].filter((engine) => !isInstalled(engine)));
  if (!missing.size) return;
  const debian = existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  const namesOf = (engines) => [...new Set(engines.flatMap((engine) => packages[engine]))];
  if (debian && process.getuid?.() === 0 && run('apt-get', 'update')) {
    run('apt-get', 'install', '-y', '--no-install-recommends', ...namesOf([...missing]));
  }
  if (!isInstalled('chromium')) {
    run('npm', 'install', '--prefix', '.browsers', '--no-audit', '--no-fund', 'playwright-core');
    run('npx', '--prefix', '.browsers', 'playwright-core', 'install', 'chromium');
  }
  const lacking = [...missing].filter((engine) => !isInstalled(engine));
  if (!lacking.length) return;
  console.error(`Not found, and not to be installed from here: ${lacking.join(', ')}.`);
  if (debian) console.error(`As root: apt-get install --no-install-recommends ${namesOf(lacking).join(' ')}`);
  console.error('CHROME_PATH and FIREFOX_PATH name browsers elsewhere; WebKit needs WebKitGTK, which Linux has.');
  console.error(`ENGINES=chromium, say, runs fewer than ${allEngines.join(', ')}.`);
  process.exit(1);
};

if (process.argv.includes('--all')) process.env.ENGINES = allEngines.join(',');
if (process.argv.includes('--browsers')) installBrowsers();
