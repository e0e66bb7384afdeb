import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Row } from '../../src/store/rows.js';
import { scan, type Scan } from '../../src/store/scan.js';

const NOTHING: Scan = { seq: 0, forked: false, pending: false };

const record = (id: string, body: string): Row => [`record/${id}`, { body, delivery: 'pending' }];
const seq = (id: string, n: number): Row => record(id, JSON.stringify({ v: 1, seq: n }));

describe('scan', () => {
  const cases: readonly (readonly [what: string, rows: readonly Row[], found: Partial<Scan>])[] = [
    ['an empty database', [], {}],
    ['one record', [seq('a', 1)], { seq: 1 }],
    ['several, the newest first', [seq('a', 3), seq('b', 2)], { seq: 3 }],
    ['several, the newest last', [seq('a', 2), seq('b', 3)], { seq: 3 }],
    ['several, as numbers', [seq('a', 10), seq('b', 9)], { seq: 10 }],
    ['a fork at the end', [seq('a', 1), seq('b', 2), seq('c', 2)], { seq: 2, forked: true }],
    ['a fork of three', [seq('a', 2), seq('b', 2), seq('c', 2)], { seq: 2, forked: true }],
    ['a fork that is past', [seq('a', 2), seq('b', 2), seq('c', 3)], { seq: 3 }],
    ['a fork that is past, listed last', [seq('c', 3), seq('a', 2), seq('b', 2)], { seq: 3 }],
    ['an outbox entry', [['outbox/a', { body: '{}' }]], { pending: true }],
    ['a broken outbox entry', [['outbox/a', undefined]], { pending: true }],
    ['a record and its outbox entry', [['outbox/a', { body: '{"seq":9}' }], seq('a', 1)], { seq: 1, pending: true }],
    [
      'what is put aside',
      [
        ['quarantine/outbox/a', { body: '{"seq":9}' }],
        ['drain', { tries: 1 }],
        ['config', {}],
      ],
      {},
    ],
    [
      'keys of other kinds',
      [
        [1, { body: '{"seq":9}' }],
        [new Date(0), {}],
        [['record/a'], { body: '{"seq":9}' }],
      ],
      {},
    ],
    ['a key in capitals', [['RECORD/a', { body: '{"seq":9}' }]], {}],
    ['a whole record below one without a seq', [seq('a', 1), record('b', '{}')], { seq: 1 }],
  ];
  for (const [what, rows, found] of cases) {
    it(`of ${what} finds ${JSON.stringify(found)}`, () => expect(scan(rows)).to.deep.equal({ ...NOTHING, ...found }));
  }

  for (const value of [undefined, null, 1, 'text', [], {}, { body: undefined }, { body: 1 }, { body: { seq: 9 } }]) {
    it(`finds nothing in a record that is ${JSON.stringify(value)}`, () => {
      expect(scan([['record/a', value]])).to.deep.equal(NOTHING);
    });
  }

  for (const body of [
    '',
    '{',
    'null',
    '9',
    '"text"',
    '[]',
    '{}',
    '{"seq":"9"}',
    '{"seq":9.5}',
    '{"seq":-1}',
    '{"seq":null}',
  ]) {
    it(`finds nothing in a record with the body ${body}`, () =>
      expect(scan([record('a', body)])).to.deep.equal(NOTHING));
  }

  it('does not stop at a broken record', () => {
    expect(scan([record('a', '{'), seq('b', 2), ['record/c', null]])).to.deep.equal({
      ...NOTHING,
      seq: 2,
    });
  });

  it('never throws, and finds the highest seq in whatever order', () => {
    const rows = fc.array(
      fc.tuple(
        fc.oneof(fc.constantFrom('record/a', 'outbox/a', 'drain'), fc.string(), fc.integer()),
        fc.oneof(
          fc.anything(),
          fc.integer({ min: 1, max: 5 }).map((n) => ({ body: `{"seq":${n}}` })),
        ),
      ),
    );
    fc.assert(
      fc.property(rows, (given) => {
        const { seq: highest, forked, pending } = scan(given);
        const back = scan([...given].reverse());
        expect([back.seq, back.forked, back.pending]).to.deep.equal([highest, forked, pending]);
        expect(pending).to.equal(given.some(([key]) => typeof key === 'string' && key.startsWith('outbox/')));
      }),
    );
  });
});
