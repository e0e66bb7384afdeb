import { expect } from '@open-wc/testing';
import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import { DATABASE, openDatabase, STORE } from '../../src/store/database.js';

const { open } = IDBFactory.prototype;
/** Keys of their own, so that no test meets what another has left. */
const newKey = (): string => `test/${crypto.randomUUID()}`;

const put = (db: UseStore, key: string, value: unknown): Promise<void> =>
  db('readwrite', (store) => {
    store.put(value, key);
    return promisifyRequest(store.transaction);
  });
const get = (db: UseStore, key: string): Promise<unknown> =>
  db('readonly', (store) => promisifyRequest<unknown>(store.get(key)));

/** Many answers, which the browser gives one after the other. */
const getOften = (db: UseStore, key: string): Promise<unknown> =>
  db('readonly', async (store) => {
    const answers = Array.from({ length: 200 }, () => promisifyRequest<unknown>(store.get(key)));
    return (await Promise.all(answers)).at(-1);
  });

const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

/** The connections that are opened from now on. */
const watchOpening = (): IDBDatabase[] => {
  const connections: IDBDatabase[] = [];
  IDBFactory.prototype.open = function (...args) {
    const request = open.apply(this, args);
    request.addEventListener('success', () => connections.push(request.result));
    return request;
  };
  return connections;
};

/** `indexedDB.open` that fails so many times, as where storage is blocked. */
const failOpening = (times: number): { readonly tries: () => number } => {
  let tries = 0;
  IDBFactory.prototype.open = function (...args) {
    if (++tries <= times) throw new DOMException('blocked', 'SecurityError');
    return open.apply(this, args);
  };
  return { tries: () => tries };
};

afterEach(() => {
  IDBFactory.prototype.open = open;
  Reflect.deleteProperty(globalThis, 'indexedDB');
});

const globalIndexedDb = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
const restoreIndexedDb = (): void => {
  if (globalIndexedDb) Object.defineProperty(globalThis, 'indexedDB', globalIndexedDb);
};
afterEach(restoreIndexedDb);

describe('openDatabase', () => {
  it('keeps what is written, for every later opening', async () => {
    const key = newKey();
    await put(openDatabase(), key, { body: 'a' });
    expect(await get(openDatabase(), key)).to.deep.equal({ body: 'a' });
  });

  it('uses the database of this layout, whose version never changes', async () => {
    const connections = watchOpening();
    await get(openDatabase(), newKey());
    expect(connections.map(({ name, version }) => [name, version])).to.deep.equal([['timebot-consent-1', 1]]);
    expect([...(connections[0]?.objectStoreNames ?? [])]).to.deep.equal(['consent']);
    expect([DATABASE, STORE]).to.deep.equal(['timebot-consent-1', 'consent']);
  });

  it('opens one connection for all that is done', async () => {
    const connections = watchOpening();
    const db = openDatabase();
    const key = newKey();
    await Promise.all([put(db, key, 1), get(db, key), put(db, key, 2)]);
    expect(await get(db, key)).to.equal(2);
    expect(connections).to.have.length(1);
  });

  it('starts a write on an opened database before the next task, so that it outlives a navigation', async () => {
    const db = openDatabase();
    const key = newKey();
    await get(db, key);
    const order: string[] = [];
    const { port1, port2 } = new MessageChannel();
    const task = new Promise<void>((done) => {
      port1.onmessage = () => {
        order.push('next task');
        done();
      };
    });
    port2.postMessage('');
    const written = db('readwrite', (store) => {
      order.push('write');
      store.put(1, key);
      return promisifyRequest(store.transaction);
    });
    await Promise.all([task, written]);
    expect(order).to.deep.equal(['write', 'next task']);
  });

  it('replaces a connection that has died, once', async () => {
    const connections = watchOpening();
    const db = openDatabase();
    const key = newKey();
    await put(db, key, 1);
    connections[0]?.close(); // behind its back, as Safari does: no event tells of it
    await put(db, key, 2);
    expect(await get(db, key)).to.equal(2);
    expect(connections).to.have.length(2);
    connections[1]?.close();
    expect(await get(db, key)).to.equal(2);
    expect(connections).to.have.length(3);
  });

  it('tries once more where the database cannot be opened', async () => {
    const { tries } = failOpening(1);
    const key = newKey();
    const db = openDatabase();
    await put(db, key, 1);
    expect(tries()).to.equal(2);
  });

  it('rejects where storage is blocked, and throws nothing', async () => {
    const { tries } = failOpening(Infinity);
    const db = openDatabase();
    const promise = get(db, newKey());
    expect(await errorOf(promise)).to.have.property('name', 'SecurityError');
    expect(tries()).to.equal(2);
  });

  it('rejects where even to name indexedDB throws', async () => {
    Object.defineProperty(globalThis, 'indexedDB', {
      configurable: true,
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
    expect(await errorOf(get(openDatabase(), newKey()))).to.have.property('name', 'SecurityError');
  });

  it('rejects where there is no indexedDB', async () => {
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: undefined });
    expect(await errorOf(get(openDatabase(), newKey()))).to.be.instanceOf(TypeError);
  });

  it('works again when storage does', async () => {
    failOpening(2);
    const db = openDatabase();
    const key = newKey();
    expect(await errorOf(get(db, key))).to.have.property('name', 'SecurityError');
    await put(db, key, 1);
    expect(await get(db, key)).to.equal(1);
  });

  it('rejects with what the work on it throws', async () => {
    const error = new Error('of the work');
    expect(
      await errorOf(
        openDatabase()('readonly', () => {
          throw error;
        }),
      ),
    ).to.equal(error);
  });

  it('begins the write of a click before the rest of its task', async () => {
    const connections = watchOpening();
    const db = openDatabase();
    const key = newKey();
    await get(db, key);
    const written = put(db.ahead, key, 'click');
    // transactions take their turns as they were made
    const rest = connections[0]?.transaction(STORE).objectStore(STORE).get(key);
    expect(rest && (await promisifyRequest<unknown>(rest))).to.equal('click');
    await written;
  });

  it('writes a click by a new connection where the old one has died', async () => {
    const connections = watchOpening();
    const db = openDatabase();
    const key = newKey();
    await get(db, key);
    connections[0]?.close();
    await put(db.ahead, key, 'click');
    expect(await get(db, key)).to.equal('click');
    expect(connections).to.have.length(2);
  });

  it('lets the write of a click go ahead of what is running, which then starts again', async () => {
    const connections = watchOpening();
    const db = openDatabase();
    const key = newKey();
    await put(db, key, 'before');
    const order: string[] = [];
    const told = (name: string) => (): number => order.push(name);
    const reading = getOften(db, key);
    const changing = put(db, newKey(), 'change');
    const written = put(db.ahead, key, 'click');
    await Promise.all([reading.then(told('read')), changing.then(told('changed')), written.then(told('written'))]);
    expect(order[0]).to.equal('written');
    expect(order).to.have.length(3);
    expect(await reading).to.equal('click');
    expect(connections, 'of a connection that is well').to.have.length(1);
  });

  it('starts again as often as it gives way', async () => {
    const db = openDatabase();
    const key = newKey();
    await put(db, key, 0);
    const reading = getOften(db, key);
    for (let n = 1; n < 5; n++) await put(db.ahead, key, n);
    expect(await reading).to.be.oneOf([1, 2, 3, 4]);
  });

  it('lets no click undo the one before it', async () => {
    const db = openDatabase();
    const keys = [newKey(), newKey()];
    await get(db, newKey());
    const clicks = keys.map((key) =>
      db.ahead('readwrite', (store) => {
        store.put(key, key);
        store.transaction.commit();
        return promisifyRequest(store.transaction);
      }),
    );
    await Promise.all(clicks);
    expect(await Promise.all(keys.map((key) => get(db, key)))).to.deep.equal(keys);
  });

  it('takes nothing along into the back/forward cache, and starts again when the page is back', async () => {
    const db = openDatabase();
    const key = newKey();
    await put(db, key, 'before');
    const order: string[] = [];
    const reading = getOften(db, key).then(() => order.push('read'));
    await db('readonly', () => undefined); // it has begun
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    // the next page, which would wait for it
    await put(createStore(DATABASE, STORE), key, 'elsewhere');
    order.push('elsewhere');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await reading;
    expect(order).to.deep.equal(['elsewhere', 'read']);
  });

  it('is there for a click even where a script of the page says that the page is gone', async () => {
    const db = openDatabase();
    const key = newKey();
    dispatchEvent(new Event('pagehide'));
    const reading = get(db, key);
    await put(db.ahead, key, 'click');
    expect(await reading).to.equal('click');
  });
});
