// Runs before `npm start`, `npm run build` and `npm test`, in a fresh clone too: Node's own modules only.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { chromium } from './browsers.mjs';

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

if (process.argv.includes('--browsers') && !chromium()) {
  const debian = existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  const installed =
    debian &&
    process.getuid?.() === 0 &&
    run('apt-get', 'update') &&
    run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
  if (!installed) {
    run('npm', 'install', '--prefix', '.browsers', '--no-audit', '--no-fund', 'playwright-core');
    run('npx', '--prefix', '.browsers', 'playwright-core', 'install', 'chromium');
  }
  if (!chromium()) {
    console.error('No Chromium or Chrome was found or could be installed: install one, or set CHROME_PATH to it.');
    process.exit(1);
  }
}
