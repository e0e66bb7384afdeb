import { expect } from '@open-wc/testing';
import { set, type UseStore } from 'idb-keyval';
import { acknowledge, append, type OutboxEntry } from '../../src/store/entries.js';
import { changePause, endPause, readOutbox, refuse } from '../../src/store/outbox-entries.js';
import { contents, newDatabase, stored } from '../outbox/fixtures.js';

const FRESH = { delivery: 'pending', tries: 0, due: 0 };
const REFUSED: OutboxEntry = {
  body: '{}',
  delivery: 'dead',
  tries: 1,
  due: 5,
  status: 400,
  widget: '1.0.0',
  endpoint: '/c',
};

describe('readOutbox', () => {
  it('is empty in an empty database', async () => {
    const { pause, entries, lost } = await readOutbox(newDatabase());
    expect(pause).to.deep.equal({ tries: 0, due: 0, asked: false });
    expect([...entries, ...lost]).to.deep.equal([]);
  });

  it('gives the entries by id, whatever else is kept', async () => {
    const db = newDatabase();
    await append(db, 'a', '{"a":1}');
    await append(db, 'b', '{}');
    await acknowledge(db, 'b', '{}');
    await set('outbox/c', REFUSED, db);
    await set('quarantine/outbox/d', 7, db);
    const { entries, broken } = await readOutbox(db);
    expect([...entries]).to.deep.equal([
      ['a', { ...FRESH, body: '{"a":1}' }],
      ['c', REFUSED],
    ]);
    expect(broken).to.equal(false);
  });

  const KEEPS_BODY: Record<string, unknown> = {
    'a bare body': '{"id":"x"}',
    'no delivery': { body: '{"id":"x"}', tries: 0, due: 0 },
    'an unknown delivery': { ...FRESH, body: '{"id":"x"}', delivery: 'lost' },
    'a delivery that ended': { ...FRESH, body: '{"id":"x"}', delivery: 'acknowledged' },
    'no tries': { body: '{"id":"x"}', delivery: 'dead', due: 0 },
    'tries as text': { ...FRESH, body: '{"id":"x"}', tries: '1' },
    'NaN tries': { ...FRESH, body: '{"id":"x"}', tries: NaN },
    'a negative due time': { ...FRESH, body: '{"id":"x"}', due: -1 },
    'a due date': { ...FRESH, body: '{"id":"x"}', due: new Date(0) },
    'a status as text': { ...REFUSED, body: '{"id":"x"}', status: '400' },
    'a widget that is no text': { ...REFUSED, body: '{"id":"x"}', widget: 1 },
    'an endpoint that is no text': { ...REFUSED, body: '{"id":"x"}', endpoint: ['/c'] },
  };
  for (const [name, value] of Object.entries(KEEPS_BODY)) {
    it(`starts again with the body of a value with ${name}`, async () => {
      const db = newDatabase();
      await append(db, 'good', '{}');
      await set('outbox/x', value, db);
      const { entries, lost } = await readOutbox(db);
      expect(entries.get('x')).to.deep.equal({ ...FRESH, body: '{"id":"x"}' });
      expect(entries.get('good')).to.deep.equal({ ...FRESH, body: '{}' });
      expect(lost).to.deep.equal([]);
      expect(await stored(db, 'outbox/x')).to.deep.equal({ ...FRESH, body: '{"id":"x"}' });
      expect(await stored(db, 'quarantine/outbox/x')).to.deep.equal(value);
    });
  }

  const NO_BODY: Record<string, unknown> = {
    null: null,
    'a number': 0,
    true: true,
    'an empty text': '',
    'an empty array': [],
    'an empty object': {},
    'an array of a body': ['{}'],
    'an entry without a body': { ...FRESH },
    'an empty body': { ...FRESH, body: '' },
    'a body that is a number': { ...FRESH, body: 7 },
    'a body that is an object': { ...FRESH, body: { toString: 'no' } },
    'a map': new Map([['body', '{}']]),
    bytes: new Uint8Array(3),
    'a blob': new Blob(['{}']),
  };
  for (const [name, value] of Object.entries(NO_BODY)) {
    it(`moves ${name} into quarantine and says so`, async () => {
      const db = newDatabase();
      await append(db, 'good', '{}');
      await set('outbox/x', value, db);
      const { entries, lost } = await readOutbox(db);
      expect([...entries.keys()]).to.deep.equal(['good']);
      expect(lost).to.deep.equal(['x']);
      expect(Object.keys(await contents(db))).to.deep.equal(['outbox/good', 'quarantine/outbox/x', 'record/good']);
      expect((await readOutbox(db)).lost).to.deep.equal([]);
    });
  }

  it("takes the body from the visitor's copy of the record where the entry has none", async () => {
    const db = newDatabase();
    await append(db, 'x', '{"id":"x"}');
    await set('outbox/x', 7, db);
    const { entries, lost } = await readOutbox(db);
    expect([...entries]).to.deep.equal([['x', { ...FRESH, body: '{"id":"x"}' }]]);
    expect(lost).to.deep.equal([]);
    expect(await stored(db, 'quarantine/outbox/x')).to.equal(7);
  });

  it('does not send again what was acknowledged', async () => {
    const db = newDatabase();
    await acknowledge(db, 'x', '{"id":"x"}');
    await set('outbox/x', 7, db);
    expect([...(await readOutbox(db)).entries]).to.deep.equal([]);
  });

  it('goes on with what it can read where nothing can be written', async () => {
    const db = newDatabase();
    await append(db, 'good', '{}');
    await set('outbox/x', '{"id":"x"}', db);
    const readOnly: UseStore = (mode, callback) =>
      mode === 'readonly' ? db(mode, callback) : Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const { entries } = await readOutbox(readOnly);
    expect([...entries.keys()].sort()).to.deep.equal(['good', 'x']);
    expect(await stored(db, 'outbox/x')).to.equal('{"id":"x"}');
  });

  for (const value of [
    7,
    null,
    {},
    { tries: 1 },
    { tries: 1, due: NaN, asked: true },
    { tries: 1, due: 5, asked: 1 },
  ]) {
    it(`knows no pause from ${JSON.stringify(value)}`, async () => {
      const db = newDatabase();
      await set('drain', value, db);
      expect((await readOutbox(db)).pause).to.deep.equal({ tries: 0, due: 0, asked: false });
    });
  }
});

describe('refuse', () => {
  it('marks the entry and the record', async () => {
    const db = newDatabase();
    await append(db, 'a', '{}');
    await refuse(db, 'a', REFUSED);
    expect(await contents(db)).to.deep.equal({ 'outbox/a': REFUSED, 'record/a': { body: '{}', delivery: 'dead' } });
  });

  it('does not bring back what was acknowledged meanwhile', async () => {
    const db = newDatabase();
    await append(db, 'a', '{}');
    await acknowledge(db, 'a', '{}', 'receipt');
    await refuse(db, 'a', REFUSED);
    expect(await contents(db)).to.deep.equal({
      'record/a': { body: '{}', delivery: 'acknowledged', receipt: 'receipt' },
    });
  });
});

describe('the pause', () => {
  it('counts the failures of all tabs, and ends for all', async () => {
    const db = newDatabase();
    const step = ({ tries }: { tries: number }) => ({ tries: tries + 1, due: 100 + tries, asked: false });
    await Promise.all(Array.from({ length: 5 }, () => changePause(db, step)));
    expect((await readOutbox(db)).pause).to.deep.equal({ tries: 5, due: 104, asked: false });
    await endPause(db);
    expect((await readOutbox(db)).pause.tries).to.equal(0);
  });
});
