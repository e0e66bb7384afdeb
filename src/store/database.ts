import { createStore, type UseStore } from 'idb-keyval';
import { bare } from '../model/bare.js';

/** The version of the layout is in the name: a new layout is a new database, so no upgrade can ever block a page. */
export const DATABASE = 'timebot-consent-1';
export const STORE = 'consent';

/** The database, as a session has it: one connection, and what is running on it. */
export interface Database extends UseStore {
  /**
   * The same for the write of a click: what this page has running gives way, and starts again behind it. A browser drops
   * what waits behind another transaction of a page that is being left, even where `commit` has been called
   * (docs/decisions/018-clicks-go-ahead.md).
   */
  readonly ahead: UseStore;
}

/**
 * The database. Its first use opens it, and comes before a control can be clicked: a write in a click's own task outlives
 * an immediate navigation where the database is open, and mostly not where it is only opened then.
 *
 * idb-keyval throws synchronously where storage is blocked, and keeps a connection that has died: both become one
 * rejection after one retry on a new connection.
 */
export const openDatabase = (): Database => {
  let store: UseStore | undefined;
  /** Its connection, once it is open: a click need not wait for a promise of it. */
  let connection: IDBDatabase | undefined;
  const running = new Set<IDBTransaction>();
  const giveWay = (): void => {
    for (const transaction of running) {
      try {
        transaction.abort();
        running.delete(transaction);
      } catch {
        // it has ended
      }
    }
  };
  let shown: Promise<unknown> = Promise.resolve();
  let show = (): void => undefined;
  // a page that is put into the back/forward cache takes its transactions along, and in WebKit nobody else gets a turn then
  addEventListener('pagehide', () => {
    shown = new Promise<void>((done) => {
      show = done;
      addEventListener('pageshow', () => done(), bare({ once: true }));
    });
    giveWay();
  });
  const using =
    (click: boolean): UseStore =>
    async (mode, callback) => {
      let retried = false;
      for (;;) {
        let transaction: IDBTransaction | undefined;
        const use = (found: IDBObjectStore): ReturnType<typeof callback> => {
          ({ transaction } = found);
          if (click) giveWay();
          running.add(transaction);
          connection = transaction.db;
          return callback(found);
        };
        // whoever clicks sees the page, whatever a script of the page has told of it
        if (click) show();
        else await shown;
        try {
          return await (click && connection
            ? use(connection.transaction(STORE, mode).objectStore(STORE))
            : (store ??= createStore(DATABASE, STORE))(mode, use));
        } catch (error) {
          if (transaction && !running.has(transaction)) continue; // it gave way
          if (retried) throw error;
          retried = true;
          store = connection = undefined;
        } finally {
          if (transaction) running.delete(transaction);
        }
      }
    };
  return Object.assign(using(false), { ahead: using(true) });
};
