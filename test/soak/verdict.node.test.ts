import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConsentRecord } from '../../src/record/record.js';
import { judge as judgeKept, type Click, type Verdict } from './verdict.js';

const SITE = 'http://visitor-0.localhost';
/** Even, as the first tab's times are. */
const NOON = Date.UTC(2026, 10, 23, 12);

/** The visitor holds what is stored. */
const judge = (clicks: readonly Click[], records: readonly ConsentRecord[]): Verdict =>
  judgeKept(clicks, records, new Set(records.map(({ id }) => id)));

/** A click on Accept all, two milliseconds long. */
const clickAt = (from: number, tab = from % 2, page = NOON): Click => ({
  site: SITE,
  tab,
  page,
  from,
  to: from + 2,
  action: 'accept-all',
  checked: {},
  ahead: [],
  afterwards: 'stays',
});

const recordAt = (
  time: number,
  id: string,
  seq: number,
  prev: string | null,
  subject = '0'.repeat(32),
): ConsentRecord => ({
  v: 1,
  kind: 'decision',
  id,
  subject,
  seq,
  prev,
  site: SITE,
  action: 'renewed',
  actor: 'script',
  gpc: false,
  at: new Date(time).toISOString(),
  expires: '2027-11-23T12:00:00.000Z',
  policy: { id: 'timebot', edition: '2019-01-01', hash: '0'.repeat(64), accepted: true },
  notice: { lang: 'ru', layer: 'banner', hash: '0'.repeat(64) },
  purposes: { necessary: true, telemetry: true },
  services: {},
  operator: { name: 'TimeBot', id: '0' },
  transfer: { thirdParties: false, crossBorder: [], publication: false },
  data: ['ip'],
  widget: '0.1.0',
});

/** A record for each `[id, seq, prev]`, a second apart, and the clicks that they prove; tabs by the last letter of the id. */
const chain = (...links: readonly (readonly [id: string, seq: number, prev: string | null])[]) => {
  const records = links.map(([id, seq, prev], index) =>
    recordAt(NOON + 1000 * index + (id.endsWith('b') ? 1 : 0), id, seq, prev),
  );
  const clicks = records.map(({ at }) => clickAt(Date.parse(at)));
  return { clicks, records };
};

const reasonsOf = ({ clicks, records }: ReturnType<typeof chain>): readonly string[] => {
  const { lost, unasked, gaps } = judge(clicks, records);
  assert.deepEqual([lost, unasked], [[], []]);
  return gaps.map(({ reason }) => reason);
};

describe('what the soak finds', () => {
  it('is nothing where every click has its record', () => {
    const { clicks, records } = chain(['1a', 1, null], ['2a', 2, '1a'], ['3b', 3, '2a']);
    const { lost, unasked, gaps, forks } = judge(clicks, records);
    assert.deepEqual({ lost, unasked, gaps, forks }, { lost: [], unasked: [], gaps: [], forks: 0 });
  });

  it('is a click without a record', () => {
    const { clicks, records } = chain(['1a', 1, null], ['2a', 2, '1a']);
    assert.deepEqual(judge(clicks, records.slice(0, 1)).lost, clicks.slice(1));
  });

  it('is a record without a click', () => {
    const { clicks, records } = chain(['1a', 1, null], ['2a', 2, '1a']);
    assert.deepEqual(judge(clicks.slice(0, 1), records).unasked, records.slice(1));
  });

  it('is a record that the visitor does not hold', () => {
    const { clicks, records } = chain(['1a', 1, null], ['2a', 2, '1a']);
    assert.deepEqual(judge(clicks, records).unkept, []);
    assert.deepEqual(judgeKept(clicks, records, new Set(['1a'])).unkept, records.slice(1));
  });

  it('is a second record of one click', () => {
    const { clicks, records } = chain(['1a', 1, null]);
    const again = recordAt(NOON + 2, '2a', 2, '1a');
    assert.deepEqual(judge(clicks, [...records, again]).unasked, [again]);
  });

  it('is a second click that only the record of the first could prove', () => {
    const clicks = [clickAt(NOON), clickAt(NOON + 2)];
    assert.deepEqual(judge(clicks, [recordAt(NOON + 2, '1a', 1, null)]).lost, clicks.slice(1));
  });

  it('is a click that was recorded as another choice, at another time or on another site', () => {
    const { clicks, records } = chain(['1a', 1, null]);
    const [click] = clicks;
    assert.ok(click);
    const others: readonly Click[] = [
      { ...click, action: 'reject-all' },
      { ...click, action: 'save', checked: { policy: true } },
      { ...click, action: 'save', checked: { telemetry: true } },
      { ...click, from: click.from + 2, to: click.to + 2 },
      { ...click, from: click.from - 4, to: click.to - 4 },
      { ...click, site: 'http://visitor-1.localhost' },
    ];
    for (const other of others) {
      const { lost, unasked } = judge([other], records);
      assert.deepEqual([lost, unasked], [[other], records]);
    }
    const saved = { ...click, action: 'save', checked: { policy: true, telemetry: true } };
    assert.deepEqual(judge([saved], records).lost, []);
  });

  it('gives each of two tabs that choose the same at the same moment the record of its own', () => {
    // either record lies within both clicks
    const clicks = [clickAt(NOON), clickAt(NOON + 1)];
    const records = [recordAt(NOON + 1, '2b', 2, '1a'), recordAt(NOON + 2, '1a', 1, null)];
    const { lost, unasked, proofs } = judge(clicks, records);
    assert.deepEqual([lost, unasked], [[], []]);
    assert.deepEqual(
      [...proofs].map(([{ id }, { tab }]) => [id, tab]),
      [
        ['1a', 0],
        ['2b', 1],
      ],
    );
  });

  it('is a click of one tab that only a record of the other could prove', () => {
    const clicks = [clickAt(NOON), clickAt(NOON + 1)];
    const records = [recordAt(NOON, '1a', 1, null), recordAt(NOON + 2, '2a', 2, '1a')];
    const { lost, unasked } = judge(clicks, records);
    assert.deepEqual([lost, unasked], [clicks.slice(1), records.slice(1)]);
  });
});

describe('a chain', () => {
  it('has a gap where a record follows what is missing', () => {
    assert.deepEqual(reasonsOf(chain(['1a', 1, null], ['3a', 3, '2a'])), ['3 follows what is missing', '2 is missing']);
    // though another tab's record has the number
    assert.deepEqual(reasonsOf(chain(['1a', 1, null], ['2b', 2, '1a'], ['3a', 3, '2a'])), [
      '3 follows what is missing',
    ]);
  });

  it('has a gap where a record follows that of another subject', () => {
    const { clicks, records } = chain(['1a', 1, null]);
    const next = recordAt(NOON + 1000, '2a', 2, '1a', 'f'.repeat(32));
    const gaps = reasonsOf({ clicks: [...clicks, clickAt(NOON + 1000)], records: [...records, next] });
    assert.deepEqual(gaps, ['2 follows 1']);
  });

  it('has a gap where nobody has a number', () => {
    assert.deepEqual(reasonsOf(chain(['1a', 1, null], ['3a', 3, '1a'])), ['3 follows 1', '2 is missing']);
    assert.deepEqual(reasonsOf(chain(['2a', 2, null])), ['2 follows 0', '1 is missing']);
  });

  it('has a gap where a number is passed over that is only given later', () => {
    assert.deepEqual(reasonsOf(chain(['1a', 1, null], ['3a', 3, '1a'], ['2b', 2, '1a'])), ['3 follows 1']);
  });

  it('has none where the other tab was a moment earlier than its clock says', () => {
    const records = [recordAt(NOON, '1a', 1, null), recordAt(NOON + 1000, '3a', 3, '1a')];
    const with2 = (time: number) => {
      const all = [...records, recordAt(time, '2b', 2, '1a')];
      return reasonsOf({ clicks: all.map(({ at }) => clickAt(Date.parse(at))), records: all });
    };
    assert.deepEqual(with2(NOON + 1003), []);
    assert.deepEqual(with2(NOON + 1005), ['3 follows 1']);
  });

  it('has a gap where a number is given twice in a line', () => {
    assert.deepEqual(reasonsOf(chain(['1a', 1, null], ['1b', 1, '1a'])), ['1 follows 1']);
  });

  it('has a gap where a page passes over its own record', () => {
    assert.deepEqual(reasonsOf(chain(['1a', 1, null], ['2a', 2, '1a'], ['3a', 3, '1a'])), ['3 follows 1']);
    const back = chain(['1a', 1, null], ['2a', 2, '1a'], ['3a', 3, '2a'], ['3b', 3, '2a'], ['2aa', 2, '1a']);
    assert.deepEqual(reasonsOf(back), ['2 follows 1']);
  });

  it('has none where a later page in that tab did not have the record', () => {
    const { clicks, records } = chain(['1a', 1, null], ['2a', 2, '1a'], ['3a', 3, '1a']);
    const gapsWhere = (page: number): readonly string[] =>
      reasonsOf({ clicks: [...clicks.slice(0, 2), ...clicks.slice(2).map((click) => ({ ...click, page }))], records });
    assert.deepEqual(gapsWhere(NOON + 1500), []);
    // it began long after that was there
    assert.deepEqual(gapsWhere(NOON + 6500), ['3 follows 1']);
  });

  it('has none where two tabs follow the same record', () => {
    const forked = chain(['1a', 1, null], ['2a', 2, '1a'], ['2b', 2, '1a'], ['3a', 3, '2a']);
    assert.deepEqual(reasonsOf(forked), []);
    assert.equal(judge(forked.clicks, forked.records).forks, 2);
  });

  it('has none where a tab knows from the cookie how far the other is', () => {
    assert.deepEqual(reasonsOf(chain(['1a', 1, null], ['2a', 2, '1a'], ['3b', 3, '1a'])), []);
  });

  it('has none where that tab continues its own side of an earlier fork', () => {
    const links = chain(['1a', 1, null], ['2a', 2, '1a'], ['2b', 2, '1a'], ['3a', 3, '2a'], ['4b', 4, '2b']);
    assert.deepEqual(reasonsOf(links), []);
    const further = chain(
      ['1a', 1, null],
      ['2a', 2, '1a'],
      ['2b', 2, '1a'],
      ['3b', 3, '2b'],
      ['3a', 3, '2a'],
      ['4a', 4, '3a'],
      ['5b', 5, '3b'],
    );
    assert.deepEqual(reasonsOf(further), []);
    // 5b was made a second after 4a, from which it has its number
    assert.equal(judge(further.clicks, further.records).unheard, 1001);
  });
});
