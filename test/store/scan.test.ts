import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { scan, type Row, type Scan } from '../../src/store/scan.js';

const NOTHING: Scan = { seq: 0, forked: false, accepted: undefined, pending: false };

const record = (id: string, body: unknown): Row => [
  `record/${id}`,
  { body: typeof body === 'string' ? body : JSON.stringify(body), delivery: 'pending' },
];
const seq = (id: string, n: unknown, accepted?: unknown): Row =>
  record(id, accepted === undefined ? { seq: n } : { seq: n, policy: { accepted } });

describe('scan', () => {
  const cases: readonly (readonly [what: string, rows: readonly Row[], found: Partial<Scan>])[] = [
    ['an empty database', [], {}],
    ['one record', [seq('a', 1, true)], { seq: 1, accepted: true }],
    ['a refused policy', [seq('a', 1, false)], { seq: 1, accepted: false }],
    ['a policy that says something odd', [seq('a', 1, 'yes')], { seq: 1, accepted: false }],
    ['a record without a policy', [seq('a', 1)], { seq: 1, accepted: undefined }],
    ['several, the newest first', [seq('a', 3, true), seq('b', 2, false)], { seq: 3, accepted: true }],
    ['several, the newest last', [seq('a', 2, false), seq('b', 3, true)], { seq: 3, accepted: true }],
    ['several, as numbers', [seq('a', 10, true), seq('b', 9, false)], { seq: 10, accepted: true }],
    [
      'a fork at the end',
      [seq('a', 1, true), seq('b', 2, true), seq('c', 2, true)],
      { seq: 2, accepted: true, forked: true },
    ],
    ['a fork of three', [seq('a', 2), seq('b', 2), seq('c', 2)], { seq: 2, forked: true }],
    ['a fork that is past', [seq('a', 2, true), seq('b', 2, true), seq('c', 3, true)], { seq: 3, accepted: true }],
    [
      'a fork that is past, listed last',
      [seq('c', 3, true), seq('a', 2, true), seq('b', 2, true)],
      { seq: 3, accepted: true },
    ],
    ['an outbox entry', [['outbox/a', { body: '{}' }]], { pending: true }],
    ['a broken outbox entry', [['outbox/a', undefined]], { pending: true }],
    [
      'a record and its outbox entry',
      [['outbox/a', { body: '{"seq":9}' }], seq('a', 1, true)],
      { seq: 1, accepted: true, pending: true },
    ],
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
    ['a whole record below one without a seq', [seq('a', 1, true), record('b', {})], { seq: 1, accepted: true }],
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
    expect(scan([record('a', '{'), seq('b', 2, true), ['record/c', null]])).to.deep.equal({
      ...NOTHING,
      seq: 2,
      accepted: true,
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
