import { expect } from '@open-wc/testing';
import type { UseStore } from 'idb-keyval';
import { acknowledge, append } from '../../src/store/entries.js';
import { contents, newDatabase } from '../outbox/fixtures.js';

/** The database, with a note of the transactions and the operations on it. */
const watched = (db: UseStore): { readonly db: UseStore; readonly log: string[] } => {
  const log: string[] = [];
  const spy: UseStore = (mode, callback) => {
    log.push(mode);
    return db(mode, (store) =>
      callback(
        new Proxy(store, {
          get: (target, key) => {
            const value: unknown = Reflect.get(target, key, target);
            if (typeof value !== 'function') return value;
            return (...args: unknown[]): unknown => {
              log.push(String(key));
              return Reflect.apply(value, target, args);
            };
          },
        }),
      ),
    );
  };
  return { db: spy, log };
};

/** The database, whose writes to one key fail as on a full disk: the transaction is aborted. */
const failingAt = (db: UseStore, broken: string): UseStore => {
  return (mode, callback) =>
    db(mode, (store) =>
      callback(
        new Proxy(store, {
          get: (target, key) => {
            const value: unknown = Reflect.get(target, key, target);
            if (typeof value !== 'function') return value;
            return (...args: unknown[]): unknown => {
              if (key === 'put' && args[1] === broken) target.transaction.abort();
              return key === 'put' && args[1] === broken ? undefined : Reflect.apply(value, target, args);
            };
          },
        }),
      ),
    );
};

const failure = (promise: Promise<unknown>): Promise<boolean> =>
  promise.then(
    () => false,
    () => true,
  );

describe('append', () => {
  it('keeps the record and its outbox entry in one transaction that reads nothing', async () => {
    const { db, log } = watched(newDatabase());
    await append(db, 'a', '{"id":"a"}');
    expect(log).to.deep.equal(['readwrite', 'put', 'put']);
    expect(await contents(db)).to.deep.equal({
      'record/a': { body: '{"id":"a"}', delivery: 'pending' },
      'outbox/a': { body: '{"id":"a"}', delivery: 'pending', tries: 0, due: 0 },
    });
  });

  it('asks for the transaction before it returns', () => {
    const { db, log } = watched(newDatabase());
    void append(db, 'a', '{}');
    expect(log).to.deep.equal(['readwrite']);
  });

  for (const key of ['record/a', 'outbox/a']) {
    it(`keeps neither where ${key} cannot be written`, async () => {
      const db = newDatabase();
      expect(await failure(append(failingAt(db, key), 'a', '{}'))).to.equal(true);
      expect(await contents(db)).to.deep.equal({});
    });
  }
});

describe('acknowledge', () => {
  it('takes the entry out and files the receipt in one transaction', async () => {
    const { db, log } = watched(newDatabase());
    await append(db, 'a', '{"id":"a"}');
    log.length = 0;
    await acknowledge(db, 'a', '{"id":"a"}', { signature: 's' });
    expect(log).to.deep.equal(['readwrite', 'delete', 'put']);
    expect(await contents(db)).to.deep.equal({
      'record/a': { body: '{"id":"a"}', delivery: 'acknowledged', receipt: { signature: 's' } },
    });
  });

  it('leaves the entry in the outbox where the record cannot be written', async () => {
    const db = newDatabase();
    await append(db, 'a', '{}');
    const before = await contents(db);
    expect(await failure(acknowledge(failingAt(db, 'record/a'), 'a', '{}'))).to.equal(true);
    expect(await contents(db)).to.deep.equal(before);
  });

  it('leaves other records alone', async () => {
    const db = newDatabase();
    await append(db, 'a', '{}');
    await append(db, 'b', '{}');
    await acknowledge(db, 'a', '{}');
    expect(Object.keys(await contents(db))).to.deep.equal(['outbox/b', 'record/a', 'record/b']);
  });
});
