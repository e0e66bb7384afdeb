import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { skips } from './skips.js';

test('every listed skip belongs to a file of component tests', () => {
  for (const { file } of skips) {
    assert.match(file, /(?<!\.node)\.test\.ts$/);
    assert.ok(existsSync(file), `${file} does not exist`);
  }
});
