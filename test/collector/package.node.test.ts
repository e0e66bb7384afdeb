import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { buildCollector } from '../../scripts/build-collector.js';
import { temporaryFolder } from './service.js';

const execute = promisify(execFile);

/** Names and contents of a folder's files. */
const contents = async (folder: string): Promise<Record<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const pairs = files.sort().map(async (file) => [file.slice(folder.length), await readFile(file, 'utf8')] as const);
  return Object.fromEntries(await Promise.all(pairs));
};

test('the packed collector installs with its own dependencies only and runs', async (t) => {
  const folder = await temporaryFolder(t);
  const built = join(folder, 'built');
  await buildCollector(built, '1.2.3');
  const again = join(folder, 'again');
  await buildCollector(again, '1.2.3');
  assert.deepEqual(await contents(again), await contents(built), 'two builds are the same');
  assert.equal((await stat(join(built, 'cli.js'))).mode & 0o777, 0o755);

  const npm = (cwd: string, ...args: string[]) => execute('npm', args, { cwd, shell: process.platform === 'win32' });
  await npm(built, 'pack', '--pack-destination', folder, '--silent');

  const site = join(folder, 'site');
  await mkdir(site);
  await writeFile(join(site, 'package.json'), '{ "type": "module" }');
  const tarball = join(folder, 'timebot-consent-collector-1.2.3.tgz');
  await npm(site, 'install', '--prefer-offline', '--no-audit', '--no-fund', '--silent', tarball);

  const npx = async (...args: string[]): Promise<string> =>
    (await npm(site, 'exec', '--offline', '--', 'timebot-consent-collector', ...args)).stdout;
  assert.match(await npx('--help'), /^Receives consent records[^]*--database/);
  assert.equal(await npx('--version'), '1.2.3\n');

  const program = `
    import { createCollector, collectorPlugin } from 'timebot-consent-collector';
    const app = await createCollector({ database: 'consents.db', origins: [] });
    const { statusCode } = await app.inject('/readyz');
    await app.close();
    console.log(statusCode, typeof collectorPlugin);`;
  const { stdout } = await execute(process.execPath, ['--input-type=module', '-e', program], { cwd: site });
  assert.equal(stdout, '200 function\n');
});
