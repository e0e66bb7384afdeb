import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { nodeSkips, skips } from './skips.js';

test('every listed skip belongs to a file of component tests', () => {
  for (const { file } of skips) {
    assert.match(file, /(?<!\.node)\.test\.ts$/);
    assert.ok(readFileSync(file), `${file} does not exist`);
  }
});

test('every listed skip in Node has its test', () => {
  for (const { file, test: name } of nodeSkips) {
    assert.match(file, /\.node\.test\.ts$/);
    assert.ok(readFileSync(file, 'utf8').includes(`'${name}'`), `${file} has no test '${name}'`);
  }
});

/** What the reporter makes of a file of tests, run as `npm test` does. */
const runWith = (tests: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'timebot-consent-skips-'));
  try {
    const file = join(folder, 'some.test.mjs');
    writeFileSync(file, `import { describe, test } from 'node:test';\n${tests}`);
    const { NODE_TEST_CONTEXT: _, ...env } = process.env; // a run of its own, not a part of this one
    const args = ['--test', '--test-reporter=./test/listed-skips.mjs', '--test-reporter-destination=stdout', file];
    const { status, stdout } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
    return { status, told: stdout.split('\n').flatMap((line) => /: (.+) \(/.exec(line)?.[1] ?? []) };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test('a skip in Node that is not listed fails the run', () => {
  assert.deepEqual(runWith(`test('runs', () => {});`), { status: 0, told: [] });
  const unlisted = `
    test('skipped', { skip: 'because' }, () => {});
    test.skip('called skip', () => {});
    test('skips itself', (t) => t.skip());
    test.todo('not yet');
    describe.skip('a suite', () => { test('in it', () => {}); });
    describe('outer', () => { test('inner', { skip: true }, () => {}); });`;
  assert.deepEqual(runWith(unlisted), {
    status: 1,
    told: ['skipped', 'called skip', 'skips itself', 'not yet', 'a suite', 'inner'],
  });
});
