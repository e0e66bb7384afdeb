import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { declared, ENGINES, PAGE, render } from './report.js';
import { faults } from './table.js';

test('every fault has a name of its own, and says what happens and what holds', () => {
  assert.equal(new Set(faults.map(({ id }) => id)).size, faults.length);
  for (const { id, row, fault, outcome } of faults) assert.ok(row && fault && outcome, id);
  assert.equal(new Set(faults.map(({ row, fault }) => `${row}: ${fault}`)).size, faults.length);
});

test('at least 60 faults, at least 40 of them in more than one engine', () => {
  const several = faults.filter(
    (fault) => ENGINES.filter((engine) => declared(fault, engine) === 'holds').length > 1,
  ).length;
  assert.ok(faults.length >= 60, `${faults.length} faults`);
  assert.ok(several >= 40, `${several} in more than one engine`);
});

test('docs/faults.md is what the table says', async () => {
  assert.equal(readFileSync(PAGE, 'utf8'), await render());
});
