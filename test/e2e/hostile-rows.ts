/*
 * What a damaged disk, an older version or a script of the page may leave in the widget's database: rows as source text,
 * since the database takes more than JSON. None of them is a record of version 1. The same ones in every run.
 */
import fc from 'fast-check';
import type { ConsentRecord } from '../../src/record/record.js';
import { put, type Path } from '../record/arbitraries.js';

/** Key and value, as source text. */
export type RowSource = readonly [key: string, value: string];

/** Neither text, nor number that counts, nor a choice, nor a map of choices: wrong wherever it stands in a record. */
const WRONG: readonly unknown[] = [1.5, [[1]], { toString: 1 }, '\u0000'];

/** Texts that are no record, made of one that would grant everything and go on from the real one. */
const broken = (record: ConsentRecord): fc.Arbitrary<string> => {
  const yes = (choices: Readonly<Record<string, boolean>>): Record<string, boolean> =>
    Object.fromEntries(Object.keys(choices).map((id) => [id, true]));
  const forged = {
    ...record,
    id: '11111111-1111-4111-8111-111111111111',
    seq: 7,
    prev: record.id,
    action: 'given',
    purposes: yes(record.purposes),
    services: yes(record.services),
    policy: { ...record.policy, accepted: true },
  };
  const text = JSON.stringify(forged);
  const parts: readonly Path[] = Object.keys(forged).map((key) => [key]);
  const part = fc.constantFrom<Path>(
    ...parts,
    ['purposes', 'ads'],
    ['policy', 'accepted'],
    ['notice', 'lang'],
    ['operator', 'name'],
  );
  return fc.oneof(
    fc.constantFrom(...parts).map((path) => JSON.stringify(put(forged, path, undefined))),
    fc.tuple(part, fc.constantFrom(...WRONG)).map(([path, value]) => JSON.stringify(put(forged, path, value))),
    fc.nat(text.length - 1).map((end) => text.slice(0, end)),
    fc.nat(text.length - 1).map((at) => `${text.slice(0, at)}\u0000${text.slice(at)}`),
    fc.constantFrom(
      `[${text}]`,
      JSON.stringify(text),
      `${text}x`,
      `{"__proto__":${text}}`,
      text.replace('"v":1', '"v":2'),
      text.replace('"seq":7', '"seq":9e999'),
      text.replace('{', `{"more":"${'x'.repeat(9000)}",`),
      '['.repeat(5000),
      'null',
      '',
    ),
  );
};

/** Values that hold a text where a row's text belongs, but are no such row. */
const SHELLS = [
  'null',
  'undefined',
  '7',
  '10n',
  'NaN',
  'true',
  'new Date(NaN)',
  'new Blob([BODY])',
  'new TextEncoder().encode(BODY)',
  '[]',
  '[BODY]',
  '({ body: [BODY], delivery: ["acknowledged"] })',
  '({ body: new String(BODY), delivery: "acknowledged" })',
  '({ body: { body: BODY }, delivery: {} })',
  '({ body: null, tries: Infinity, due: NaN, delivery: "pending" })',
  'new Map([["body", BODY], ["delivery", "acknowledged"]])',
  'new Set([BODY])',
  '(() => { const self = { delivery: "pending" }; self.body = self; return self; })()',
  'Array.from({ length: 1e5 }, () => BODY.slice(0, 1))',
];

/** Keys of every kind that the database takes. */
const KEYS = [
  '7',
  '-Infinity',
  'new Date(0)',
  '[["record/", 1]]',
  'new Uint8Array([1])',
  '""',
  '"record/"',
  '"outbox/"',
  '"record"',
  '"quarantine/"',
];

/** So many rows beside the record that is whole. */
export const hostileRows = (record: ConsentRecord, count: number): readonly RowSource[] => {
  const source = (text: string): string => JSON.stringify(text);
  const whole = source(
    JSON.stringify({ ...record, seq: 8, action: 'given', purposes: { ...record.purposes, ads: true } }),
  );
  const texts = broken(record);
  const deliveries = fc.constantFrom('"pending"', '"acknowledged"', '"dead"', '7', 'null', '{}');
  const shell = (body: string): fc.Arbitrary<string> =>
    fc.constantFrom(...SHELLS).map((text) => text.replaceAll('BODY', body));
  const row = fc
    .tuple(texts, deliveries)
    .map(([body, delivery]) => `({ body: ${source(body)}, delivery: ${delivery} })`);
  const entry = texts.map((body) => `({ body: ${source(body)}, delivery: "pending", tries: 0, due: 0 })`);
  // an entry without its surroundings is made anew from its text, so that is a broken one
  const remnant = texts.chain((body) => shell(source(body)));
  const rows = fc.oneof(
    { weight: 8, arbitrary: row.map((value) => ['record', value] as const) },
    { weight: 6, arbitrary: shell(whole).map((value) => ['record', value] as const) },
    { weight: 3, arbitrary: fc.oneof(entry, remnant).map((value) => ['outbox', value] as const) },
    { weight: 1, arbitrary: remnant.map((value) => ['drain', value] as const) },
    { weight: 1, arbitrary: shell(whole).map((value) => ['config', value] as const) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...KEYS), shell(whole)) },
  );
  return fc.sample(rows, { seed: 20_261_123, numRuns: count }).map(([key, value], n) => {
    if (key === 'record' || key === 'outbox') return [source(`${key}/${n}`), value];
    return [key === 'drain' || key === 'config' ? source(key) : key, value];
  });
};
