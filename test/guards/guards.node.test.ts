import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { guards } from './guards.js';

const read = (file: string): string => readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');

// `npm run guards` would find out too, but only CI waits for it
for (const { name, breaks } of guards) {
  test(`what the guard "${name}" breaks is there, once`, () => {
    for (const { file, text } of breaks) assert.equal(read(file).split(text).length - 1, 1, `${file}: ${text}`);
  });
}
