/**
 * `npm run guards`: shows that the tests can fail. For each guard of `guards.ts` it breaks a copy of the sources, builds
 * the copy and runs the tests that must notice; they must fail there, and pass on an unbroken copy. Arguments name guards by
 * a part of their names.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { guards, type Break, type Guard } from './guards.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Linked into a copy. */
const SHARED = ['node_modules', '.browsers'];
/** Neither copied nor linked. */
const LEFT_OUT = ['.git', 'dist', join('demo', 'data')];

/** How many copies are built and tested at a time. */
const WORKERS = 2;
/** Milliseconds after which a build or a run of tests counts as hanging. */
const LIMIT = 300_000;

interface Ran {
  readonly status: number | null;
  readonly output: string;
}

const run = (cwd: string, args: readonly string[]): Promise<Ran> =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--import', 'tsx', ...args], { cwd, timeout: LIMIT });
    let output = '';
    const take = (part: Buffer): void => void (output += part.toString());
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', failed);
    child.on('close', (status) => done({ status, output }));
  });

/** Breaks a file of a copy. Throws where the text to be broken is not there exactly once: then the guard is to be read again. */
const breakIn = (copy: string, { file, text, broken }: Break): void => {
  const path = join(copy, file);
  const parts = readFileSync(path, 'utf8').split(text);
  if (parts.length !== 2) throw new Error(`${file} holds this ${parts.length - 1} times, not once:\n${text}`);
  writeFileSync(path, parts.join(broken));
};

/** Works with a copy of the repository, built, and removes it. */
const withCopy = async <T>(breaks: readonly Break[], work: (copy: string) => Promise<T>): Promise<T> => {
  const copy = mkdtempSync(join(tmpdir(), 'timebot-consent-guard-'));
  try {
    cpSync(ROOT, copy, {
      recursive: true,
      filter: (source) => ![...SHARED, ...LEFT_OUT].includes(relative(ROOT, source)),
    });
    for (const name of SHARED.filter((name) => existsSync(join(ROOT, name)))) {
      symlinkSync(join(ROOT, name), join(copy, name), 'junction');
    }
    for (const each of breaks) breakIn(copy, each);
    const { status, output } = await run(copy, ['scripts/build.ts']);
    if (status !== 0) throw new Error(`does not build (${status ?? 'stopped'}):\n${output}`);
    return await work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

/** What became of a test. */
type Outcome = 'passed' | 'failed' | 'broken off';

const escaped = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const isLine = (
  value: unknown,
): value is { readonly name: string; readonly passed: boolean; readonly failure?: string } =>
  typeof value === 'object' && value !== null && 'name' in value && 'passed' in value;

/** Runs the named tests of a file in a copy. */
const outcomesOf = async (copy: string, file: string, tests: readonly string[]): Promise<Map<string, Outcome>> => {
  const { output } = await run(copy, [
    '--test',
    `--test-reporter=${join(ROOT, 'test/guards/reporter.mjs')}`,
    `--test-name-pattern=(?:^|\\s)(?:${tests.map(escaped).join('|')})$`,
    file,
  ]);
  const outcomes = new Map<string, Outcome>();
  for (const text of output.split('\n').filter((text) => text.startsWith('{'))) {
    const line: unknown = JSON.parse(text);
    if (!isLine(line) || !tests.includes(line.name)) continue;
    // a test that never got to its own code proves nothing
    outcomes.set(line.name, line.passed ? 'passed' : line.failure === 'testCodeFailure' ? 'failed' : 'broken off');
  }
  if (tests.some((name) => !outcomes.has(name))) throw new Error(`${file} has not run all of its tests:\n${output}`);
  return outcomes;
};

interface Finding {
  readonly guard: string;
  readonly test: string;
  readonly wanted: Outcome;
  readonly found: Outcome;
}

const checkGuard = ({ name, breaks, file, tests }: Guard): Promise<readonly Finding[]> =>
  withCopy(breaks, async (copy) =>
    Array.from(await outcomesOf(copy, file, tests), ([test, found]) => ({
      guard: name,
      test,
      wanted: 'failed',
      found,
    })),
  );

/** The same tests where nothing is broken. */
const checkUnbroken = (chosen: readonly Guard[]): Promise<readonly Finding[]> =>
  withCopy([], async (copy) => {
    const findings: Finding[] = [];
    for (const file of new Set(chosen.map((guard) => guard.file))) {
      const tests = chosen.filter((guard) => guard.file === file).flatMap((guard) => guard.tests);
      for (const [test, found] of await outcomesOf(copy, file, tests)) {
        findings.push({ guard: '(nothing broken)', test, wanted: 'passed', found });
      }
    }
    return findings;
  });

const wanted = process.argv.slice(2);
const chosen = guards.filter(({ name }) => !wanted.length || wanted.some((part) => name.includes(part)));
if (!chosen.length) throw new Error(`No guard is named so. Known: ${guards.map(({ name }) => name).join('; ')}`);

const work = [() => checkUnbroken(chosen), ...chosen.map((guard) => () => checkGuard(guard))];
const findings: Finding[][] = [];
const next = work.entries();
await Promise.all(
  Array.from({ length: WORKERS }, async () => {
    for (const [index, check] of next) findings[index] = [...(await check())];
  }),
);

const all = findings.flat();
for (const { guard, test, wanted: should, found } of all) {
  console.log(`${found === should ? 'ok ' : 'NOT OK'} ${guard.padEnd(36)} ${found.padEnd(10)} ${test}`);
}
const wrong = all.filter(({ wanted: should, found }) => should !== found);
console.log(
  wrong.length
    ? `\n${wrong.length} of ${all.length} are not as they should be: a test that passes on a broken build guards nothing.`
    : `\n${chosen.length} broken builds, each noticed by its tests; the same tests pass where nothing is broken.`,
);
process.exitCode = wrong.length ? 1 : 0;
