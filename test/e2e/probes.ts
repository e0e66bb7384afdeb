/* What tests put into a page before anything else of it, as text: not every driver takes functions. */

/** What tests look at, and no chance in what is timed. Nothing of the widget's own is replaced. */
export const PROBES = `
  window.events = [];
  for (const name of ['ready', 'change', 'shown', 'delivery'])
    document.addEventListener('timebot-consent:' + name, ({ detail }) => events.push({ type: name, detail }));
  window.readings = 0;
  {
    const { getAll } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.getAll = function (...args) {
      this.transaction.addEventListener('complete', () => { readings += 1; });
      return getAll.apply(this, args);
    };
  }
  window.drains = 0;
  Math.random = () => 0;
  if (navigator.locks) {
    const { request } = LockManager.prototype; // an engine may forget what is set on the object itself
    LockManager.prototype.request = function (...args) {
      return request.apply(this, args).finally(() => { if (args[0] === 'timebot-consent-drain') drains += 1; });
    };
  }`;

/** Shifts the clock of the pages, not of the browser. */
export const clockAhead = (ms: number): string => `{
  const RealDate = Date, now = Date.now;
  Date = class extends RealDate {
    constructor(...args) { if (args.length) super(...args); else super(now() + ${ms}); }
    static now() { return now() + ${ms}; }
  };
}`;

/** Runs in the page: what the widget's database holds; empty where there is none. */
export const KEPT = `new Promise((done) => {
  const give = (rows) => done(Object.fromEntries(rows));
  indexedDB.databases().then((all) => {
    if (!all.some(({ name }) => name === 'timebot-consent-1')) return give([]);
    const opening = indexedDB.open('timebot-consent-1');
    opening.onerror = () => give([]);
    opening.onsuccess = () => {
      const db = opening.result;
      if (!db.objectStoreNames.contains('consent')) { db.close(); return give([]); }
      const store = db.transaction('consent').objectStore('consent');
      const keys = store.getAllKeys(), values = store.getAll();
      store.transaction.oncomplete = () => { db.close(); give(keys.result.map((key, i) => [key, values.result[i]])); };
    };
  });
})`;

/** Classes under the platform's names, as MooTools has them; that of events reads more of what it is given than a name. */
export const OLD_CLASSES = `{
  window.Document = function () {};
  window.Window = function () {};
  window.Event = function (event) { this.isWheel = event.type.indexOf('wheel') >= 0; };
  const { prototype } = Element;
  window.Element = function (tag) { return document.createElement(tag); };
  window.Element.prototype = prototype;
}`;

/** A browser that takes itself for a person's: SDKs send nothing from others. */
export const PERSON = `
  Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false });
  const agent = navigator.userAgent.replace('Headless', '');
  Object.defineProperty(Navigator.prototype, 'userAgent', { get: () => agent });
  Object.defineProperty(Navigator.prototype, 'userAgentData', { get: () => undefined });`;
