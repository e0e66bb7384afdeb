import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dateText, fill } from '../../src/locales/texts.js';

describe('fill', () => {
  for (const [text, values, expected] of [
    ['a {x} c', { x: 'b' }, 'a b c'],
    ['{x}{y}{x}', { x: '1', y: '2' }, '121'],
    ['no mark', { x: '1' }, 'no mark'],
    ['{x} stays', {}, '{x} stays'],
    ['{x}', { x: '' }, ''],
    ['{x}', { x: '{y}', y: '1' }, '{y}'],
    ['{x}', { x: '$& $1' }, '$& $1'],
    ['{constructor} {toString}', {}, '{constructor} {toString}'],
    ['{ x } {}', { x: '1' }, '{ x } {}'],
  ] as const) {
    it(`${JSON.stringify(text)} with ${JSON.stringify(values)} is ${JSON.stringify(expected)}`, () => {
      assert.equal(fill(text, values), expected);
    });
  }
});

describe('dateText', () => {
  for (const [date, expected] of [
    ['2019-01-01', '01.01.2019'],
    ['2026-11-23T18:30:00.000Z', '23.11.2026'],
  ] as const) {
    it(`writes ${date} as ${expected}`, () => assert.equal(dateText(date), expected));
  }
});
