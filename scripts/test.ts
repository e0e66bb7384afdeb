/**
 * `npm test`: everything that has to hold, cheapest first; stops at the first thing that does not. Component tests and
 * faults run in the engines that are installed; in CI, and with `--all`, in all three. CI also shows that the tests can fail.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { allEngines, engines, inCi } from './browsers.mjs';

const run = (title: string, command: string, ...args: readonly string[]): void => {
  console.log(`\n# ${title}`);
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) return;
  console.error(`\n${title} failed${error ? `: ${error.message}` : ''}`);
  process.exit(1);
};

const testsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.node.test.ts'))
    .map((file) => join(folder, file))
    .toSorted();

if (process.argv.includes('--all')) process.env['ENGINES'] = allEngines.join(',');
const ran = engines();
const others = allEngines.filter((engine) => !ran.includes(engine));

/** Prints for people, and fails on skips that are not listed. */
const nodeTests = [
  'tsx',
  '--test',
  '--test-reporter=spec',
  '--test-reporter-destination=stdout',
  '--test-reporter=./test/listed-skips.mjs',
  '--test-reporter-destination=stderr',
];

const all = testsIn('test');
const inBrowser = join('test', 'e2e');

run('Types, lint and format', 'npm', 'run', '--silent', 'lint');
run('dist/ is what the sources build', 'npx', 'tsx', 'scripts/check-dist.ts');
run('Size budgets', 'npm', 'run', '--silent', 'size');
run(`Unit and component tests in ${ran.join(', ')}`, 'npx', 'wtr');
run('Component tests on the script tag’s Lit', 'npx', 'wtr', '--config', 'web-test-runner.slim.config.mjs');
run('Tests in Node', 'npx', ...nodeTests, ...all.filter((file) => !file.startsWith(inBrowser)));
run('End to end, on dist/, in chromium', 'npx', ...nodeTests, ...all.filter((file) => file.startsWith(inBrowser)));
run(`Faults, on dist/, in ${ran.join(', ')}`, 'npm', 'run', '--silent', 'faults');
if (inCi) run('Broken builds are noticed', 'npx', 'tsx', 'test/guards/run.ts');
console.log(`\nAll of it holds. Component tests and faults ran in ${ran.join(', ')}.`);
if (others.length)
  console.log(`They did not run in ${others.join(', ')}: npm run test:all installs and runs all three.`);
