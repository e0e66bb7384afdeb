/* The database: refused, hanging, dying, full, gone, damaged, somebody else's. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { DIST, otherEndpoint, resets, WIDGET, withConfig } from '../../e2e/site.js';
import { field, type Check, type Scene, type Tab } from '../scene.js';
import { accepts, arrivesLater, holdsForThisPage, remembers, worksWith } from './flows.js';

/** The owner is told that the database takes nothing. */
const TOLD = 'IndexedDB refused';

const OPEN_THROWS = `IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); };`;

/** In another tab: keeps the upgrade of the database going, so that nobody else's opening is answered. */
const HOLD_UPGRADE = `new Promise((done) => {
  const opening = indexedDB.open('timebot-consent-1');
  opening.onupgradeneeded = () => {
    const store = opening.result.createObjectStore('consent');
    const spin = () => { store.get('nothing').onsuccess = spin; };
    spin();
    done(true);
  };
})`;

/** In another tab: keeps a transaction going, so that everybody else's waits. */
const HOLD_TRANSACTION = `new Promise((done) => {
  const opening = indexedDB.open('timebot-consent-1');
  opening.onsuccess = () => {
    const store = opening.result.transaction('consent', 'readwrite').objectStore('consent');
    const spin = () => { store.get('nothing').onsuccess = spin; done(true); };
    spin();
  };
})`;

/** Makes a database before the widget does. `make` is given it. */
const create = (make: string, version = 1): string => `new Promise((done) => {
  const opening = indexedDB.open('timebot-consent-1', ${version});
  opening.onupgradeneeded = () => (${make})(opening.result);
  opening.onsuccess = () => { opening.result.close(); done(true); };
})`;

/** Puts values into the widget's database, as a page's own script or a damaged disk may. */
const put = (values: Readonly<Record<string, unknown>>): string => `new Promise((done) => {
  const opening = indexedDB.open('timebot-consent-1');
  opening.onsuccess = () => {
    const transaction = opening.result.transaction('consent', 'readwrite');
    for (const [key, value] of ${JSON.stringify(Object.entries(values))}) transaction.objectStore('consent').put(value, key);
    transaction.oncomplete = () => { opening.result.close(); done(true); };
  };
})`;

const idle = async ({ page, tab }: Scene): Promise<Tab> => {
  page('/idle', { widget: '', body: '' });
  const other = await tab();
  await other.go('/idle');
  return other;
};

/** Where the widget's database was made before it by somebody else. */
const withDatabase =
  (make: string, version?: number, warning?: string): Check =>
  async (scene) => {
    const other = await idle(scene);
    await other.evaluate(create(make, version));
    await worksWith({}, warning)(scene);
  };

/** A visitor who has said yes, with everything filed. */
const granted = async (scene: Scene): Promise<Tab> => {
  const tab = await scene.asks();
  await accepts(scene, tab);
  await tab.acknowledged();
  return tab;
};

const clears = (what: string) => ({ widget: '', body: '', headers: { 'clear-site-data': what } });

export const storage = {
  'idb-getter-throws': worksWith(
    {
      script: `Object.defineProperty(window, 'indexedDB', { configurable: true, get() { throw new DOMException('denied', 'SecurityError'); } });`,
    },
    TOLD,
  ),
  'idb-absent': worksWith(
    { script: `Object.defineProperty(window, 'indexedDB', { configurable: true, value: undefined });` },
    TOLD,
  ),
  'idb-open-throws': worksWith({ script: OPEN_THROWS }, TOLD),
  'idb-open-fails': worksWith(
    {
      script: `IDBFactory.prototype.open = () => {
        const request = new EventTarget();
        request.error = new DOMException('A mutation operation was attempted on a database that did not allow mutations.', 'InvalidStateError');
        queueMicrotask(() => request.onerror?.(new Event('error')));
        return request;
      };`,
    },
    TOLD,
  ),
  'idb-first-open-aborts': async (scene) => {
    // everything else that opens the database comes with the idle page, which waits
    const idlePage = readdirSync(DIST).find((name) => name.startsWith('page-'));
    const release = scene.site.hold(`/${idlePage}`);
    const tab = await scene.asks({
      widget: WIDGET, // a config would need that page first
      script: `{
        const { open } = IDBFactory.prototype;
        window.aborted = 0;
        IDBFactory.prototype.open = function (...args) {
          const request = open.apply(this, args);
          if (!aborted) queueMicrotask(() => request.addEventListener('upgradeneeded', () => {
            aborted += 1;
            request.transaction.abort();
          }));
          return request;
        };
      }`,
    });
    // a click that opens it only then comes too late, where the page is left in its task
    await tab.until(`aborted && indexedDB.databases().then((all) => all.length > 0)`);
    release();
    await tab.accept();
    assert.deepEqual(await tab.ran(2), ['necessary', 'telemetry'], 'all that a page without a config offers');
    await tab.acknowledged();
    assert.equal(scene.site.records().length, 1);
    assert.equal(await tab.evaluate('aborted'), 1);
    assert.equal(Object.keys(await tab.kept()).filter((key) => key.startsWith('record/')).length, 1);
  },
  'idb-open-hangs': async (scene) => {
    const other = await idle(scene);
    await other.evaluate(HOLD_UPGRADE);
    const tab = await scene.asks();
    await accepts(scene, tab);
    await tab.acknowledged();
    await remembers(tab);
    await other.close();
  },
  'idb-open-late': async (scene) => {
    scene.site.fault(resets);
    const other = await idle(scene);
    await other.evaluate(HOLD_UPGRADE);
    const tab = await scene.asks();
    await tab.reject();
    assert.equal(await tab.delivery(), 'pending');
    await other.close(); // its upgrade is undone, and the widget's own takes its turn
    await tab.until(`indexedDB.databases().then((all) => all.length > 0)`);
    await arrivesLater(scene, tab);
  },
  'idb-transaction-hangs': async (scene) => {
    const tab = await scene.asks();
    const other = await idle(scene);
    await other.evaluate(HOLD_TRANSACTION);
    await accepts(scene, tab);
    await tab.acknowledged();
    await other.close();
    const [record] = scene.site.records();
    await tab.filed(record?.id ?? '');
  },
  'idb-connection-dies': async (scene) => {
    const tab = await scene.asks({
      script: `{
        const { transaction } = IDBDatabase.prototype;
        window.connections = new Set();
        IDBDatabase.prototype.transaction = function (...args) { connections.add(this); return transaction.apply(this, args); };
      }`,
    });
    await tab.until('connections.size > 0');
    await tab.evaluate('connections.forEach((connection) => connection.close())');
    await accepts(scene, tab);
    await tab.acknowledged();
    assert.equal(Object.keys(await tab.kept()).filter((key) => key.startsWith('record/')).length, 1);
  },
  'idb-quota': worksWith(
    {
      script: `IDBObjectStore.prototype.put = function () { throw new DOMException('full', 'QuotaExceededError'); };`,
    },
    TOLD,
  ),
  'idb-null-error': worksWith(
    // a transaction that is ended by its owner has no error of its own, as Chromium's on a full disk
    { script: `IDBTransaction.prototype.commit = function () { this.abort(); };` },
    TOLD,
  ),
  'idb-refused-endpoint-down': async (scene) => {
    scene.site.fault(resets);
    const tab = await scene.asks({ script: OPEN_THROWS });
    await tab.reject();
    assert.equal(await tab.delivery(), 'pending');
    await arrivesLater(scene, tab);
    assert.equal(scene.site.records()[0]?.action, 'refused');
  },
  'storage-blocked': async (scene) => {
    const own = scene.engine.own;
    assert.ok(own);
    scene.page();
    const tab = await scene.visitor(await own({ blocksStorage: true }));
    await tab.go();
    await tab.asked();
    assert.equal(await tab.evaluate(`((document.cookie = 'probe=1'), document.cookie)`), '', 'it keeps nothing');
    await holdsForThisPage(scene, tab);
  },
  'opaque-origin': async (scene) => {
    const { site } = scene;
    const tab = await scene.asks({
      headers: { 'content-security-policy': 'sandbox allow-scripts' },
      widget: withConfig({}, otherEndpoint(site)),
    });
    assert.equal(await tab.evaluate('origin'), 'null');
    await accepts(scene, tab);
    await tab.go();
    await tab.asked();
    assert.deepEqual(await tab.ran(1), ['necessary']);
  },
  'idb-evicted': async (scene) => {
    const tab = await granted(scene);
    await idle(scene);
    await tab.go('/idle');
    await tab.evaluate(
      `new Promise((done) => { indexedDB.deleteDatabase('timebot-consent-1').onsuccess = () => done(true); })`,
    );
    await remembers(tab);
    assert.deepEqual(Object.keys(await tab.kept()), []);
    await tab.withdraw();
    const [, second] = await scene.site.stored(2);
    assert.deepEqual([second?.seq, second?.prev, second?.action], [2, null, 'withdrawn']);
  },
  'all-cleared': async (scene) => {
    const tab = await granted(scene);
    scene.page('/clear', clears('"cookies", "storage"'));
    await tab.go('/clear');
    await tab.go();
    await tab.asked();
    assert.deepEqual(await tab.ran(1), ['necessary']);
    assert.equal(await tab.allows('ads'), false);
    assert.deepEqual(Object.keys(await tab.kept()), []);
    assert.equal(scene.site.records().length, 1);
  },
  'cleared-mid-session': async (scene) => {
    const tab = await scene.asks();
    await tab.until(`indexedDB.databases().then((all) => all.length > 0)`);
    await tab.evaluate(put({ witness: true }));
    scene.page('/clear', clears('"storage"'));
    const other = await scene.tab();
    await other.go('/clear');
    await accepts(scene, tab);
    await tab.acknowledged();
    const [record] = scene.site.records();
    const kept = await tab.kept();
    assert.ok(!('witness' in kept), 'it was cleared');
    assert.equal(field(kept[`record/${record?.id}`], 'delivery'), 'acknowledged');
    await remembers(tab);
  },
  'idb-corrupt': async (scene) => {
    scene.site.fault(resets);
    const tab = await scene.asks();
    await tab.reject();
    await tab.delivery();
    const record = Object.entries(await tab.kept()).find(([key]) => key.startsWith('record/'))?.[1];
    const body = String(field(record, 'body'));
    await idle(scene);
    await tab.go('/idle'); // whose page reads nothing meanwhile
    const forged = { ...JSON.parse(body), seq: 99, purposes: { necessary: true, ads: true }, at: 'yesterday' };
    await tab.evaluate(
      put({
        'record/forged': { body: JSON.stringify(forged), delivery: 'pending' },
        'record/number': 7,
        'record/null': null,
        'record/text': '{"seq": 98, "purposes": {"ads": true}}',
        'record/half': { body: body.slice(0, 100), delivery: 'pending' },
        'record/list': { body: '[]', delivery: ['acknowledged'] },
        drain: 'tomorrow',
        config: 'none',
        '': '',
      }),
    );
    await tab.setCookie('');
    scene.site.fault();
    await tab.go();
    await tab.quiet();
    assert.deepEqual(await tab.ran(1), ['necessary']);
    assert.equal(await tab.allows('ads'), false);
    await tab.warned('"record/forged" is no record');
    await tab.acknowledged();
    assert.equal(scene.site.bytes()[0], body, 'what is whole arrives');
  },
  'outbox-corrupt': async (scene) => {
    scene.site.fault(resets);
    const tab = await scene.asks();
    await tab.reject();
    await tab.delivery();
    const [id = ''] = await tab.outbox();
    await idle(scene);
    await tab.go('/idle');
    await tab.evaluate(
      put({ [`outbox/${id}`]: 7, 'outbox/number': 7, 'outbox/half': { body: { not: 'text' }, tries: 'many' } }),
    );
    scene.site.fault();
    await tab.go();
    await tab.acknowledged();
    assert.equal(scene.site.records()[0]?.id, id, 'it is made anew from the visitor’s copy');
    await tab.warned('"outbox/number" is no record');
    assert.ok(Object.keys(await tab.kept()).includes('quarantine/outbox/number'));
  },
  'schema-older': async (scene) => {
    const tab = await idle(scene);
    await tab.setCookie('0.7.99999999999.2019-01-01.abc.ads~telemetry.');
    await tab.evaluate(
      create(
        `(db) => db.createObjectStore('consent').put({ body: '{"v":0,"seq":7,"purposes":{"ads":true}}', delivery: 'acknowledged' }, 'record/old')`,
      ),
    );
    await worksWith()(scene);
  },
  'schema-newer': async (scene) => {
    const tab = await idle(scene);
    const record = { body: '{"v":2,"kind":"decision","seq":7,"purposes":{"ads":true}}', delivery: 'acknowledged' };
    await tab.setCookie('2.7.99999999999.2019-01-01.abc.ads~telemetry.');
    await tab.evaluate(create(`(db) => db.createObjectStore('consent').put(${JSON.stringify(record)}, 'record/new')`));
    await worksWith()(scene);
    assert.deepEqual((await tab.kept())['record/new'], record, 'what a newer version wrote stays as it is');
  },
  'idb-newer-version': withDatabase(`(db) => db.createObjectStore('consent')`, 9),
  'idb-foreign': withDatabase(`(db) => db.createObjectStore('other')`, 1, TOLD),
  // a write throws there, and its transaction succeeds all the same, without it
  'idb-foreign-store': withDatabase(`(db) => db.createObjectStore('consent', { keyPath: 'name' })`, 1, TOLD),
  'idb-upgraded-elsewhere': async (scene) => {
    const tab = await scene.asks();
    await tab.until(`indexedDB.databases().then((all) => all.length > 0)`);
    const other = await idle(scene);
    await other.evaluate(`void (window.opening = indexedDB.open('timebot-consent-1', 9))`);
    await accepts(scene, tab);
    await tab.acknowledged();
    // as the widget has it: whoever else opens the database has to wait behind that script
    await tab.until(`timebotConsent.history().then((all) => all.length === 1 && all[0].delivery === 'acknowledged')`);
    // what that script waits for is not kept from it for longer than this page lives
    await tab.close();
    await other.until(`opening.readyState === 'done' && opening.result.version === 9`);
    await remembers(await scene.tab());
  },
} satisfies Readonly<Record<string, Check>>;
