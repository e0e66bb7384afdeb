import { promisifyRequest, type UseStore } from 'idb-keyval';
import { fresh, type OutboxEntry, type StoredRecord } from './entries.js';
import { field } from './field.js';

/** The pause of the whole drain, under `drain`, so that it outlives the page. */
export interface Pause {
  /** Pauses in a row since the endpoint last gave a real answer. */
  readonly tries: number;
  /** End of the pause, milliseconds since 1970. */
  readonly due: number;
  /** Whether the endpoint asked for it (Retry-After). */
  readonly asked: boolean;
}

export const NO_PAUSE: Pause = { tries: 0, due: 0, asked: false };

/** What the database holds for the drain. */
export interface Outbox {
  readonly pause: Pause;
  readonly entries: ReadonlyMap<string, OutboxEntry>;
  /** Whether there were values that were no entries. */
  readonly broken: boolean;
  /** Ids of those that were beyond repair. */
  readonly lost: readonly string[];
}

const OUTBOX = 'outbox/';
const DRAIN = 'drain';
const REFUSALS: readonly unknown[] = ['pending', 'dead', 'misdirected'] satisfies OutboxEntry['delivery'][];

const isCount = (value: unknown): boolean => typeof value === 'number' && value >= 0;

const isScheduled = (value: unknown): boolean => isCount(field(value, 'tries')) && isCount(field(value, 'due'));

const isText = (value: unknown): value is string => typeof value === 'string';

/** The body that a value holds, whole or broken; empty where it holds none. */
const bodyOf = (value: unknown): string => {
  const body = isText(value) ? value : field(value, 'body');
  return isText(body) ? body : '';
};

const isEntry = (value: unknown): value is OutboxEntry =>
  bodyOf(value) !== '' &&
  REFUSALS.includes(field(value, 'delivery')) &&
  isScheduled(value) &&
  isCount(field(value, 'status') ?? 0) &&
  isText(field(value, 'widget') ?? '') &&
  isText(field(value, 'endpoint') ?? '');

const isPause = (value: unknown): value is Pause => isScheduled(value) && typeof field(value, 'asked') === 'boolean';

const pauseOf = (value: unknown): Pause => (isPause(value) ? value : NO_PAUSE);

const take = (db: UseStore, mode: 'readonly' | 'readwrite'): Promise<Outbox> =>
  db(mode, async (store) => {
    const range = IDBKeyRange.bound(OUTBOX, 'outbox0'); // '0' comes after '/'
    const [pause, keys, values] = await Promise.all([
      promisifyRequest<unknown>(store.get(DRAIN)),
      promisifyRequest(store.getAllKeys(range)),
      promisifyRequest<unknown[]>(store.getAll(range)),
    ]);
    const entries = new Map<string, OutboxEntry>();
    let broken = false;
    const lost: string[] = [];
    // not by `entries`: an old library's has no indices
    for (const index of keys.keys()) {
      const key = keys[index];
      if (!isText(key)) continue; // none in this range
      const id = key.slice(OUTBOX.length);
      const value = values[index];
      if (isEntry(value)) {
        entries.set(id, value);
        continue;
      }
      const record: unknown = await promisifyRequest(store.get(`record/${id}`));
      const body = bodyOf(value) || (field(record, 'delivery') === 'acknowledged' ? '' : bodyOf(record));
      broken = true;
      if (body) entries.set(id, fresh(body));
      else lost.push(id);
      if (mode === 'readonly') continue;
      store.put(value, `quarantine/${key}`);
      if (body) store.put(fresh(body), key);
      else store.delete(key);
    }
    if (mode === 'readwrite') await promisifyRequest(store.transaction);
    return { pause: pauseOf(pause), entries, broken, lost };
  });

/**
 * The outbox. A value that is no entry holds up nothing: it is copied into quarantine, and a fresh entry takes its place
 * where the body can be had from it or else from the visitor's copy of the record. Where that cannot be written (full
 * disk), it waits for the next reading.
 *
 * @throws whatever the database throws
 */
export const readOutbox = async (db: UseStore): Promise<Outbox> => {
  const outbox = await take(db, 'readonly');
  return outbox.broken ? take(db, 'readwrite').catch(() => outbox) : outbox;
};

/** Files a refusal, unless the entry has gone meanwhile: then another tab has been given the acknowledgement. */
export const refuse = (db: UseStore, id: string, entry: OutboxEntry): Promise<void> =>
  db('readwrite', async (store) => {
    const key = OUTBOX + id;
    if ((await promisifyRequest(store.getKey(key))) !== undefined) {
      store.put(entry, key);
      store.put({ body: entry.body, delivery: entry.delivery } satisfies StoredRecord, `record/${id}`);
    }
    return promisifyRequest(store.transaction);
  });

/** Lengthens the pause in one transaction, so that all tabs count the same failures. */
export const changePause = (db: UseStore, step: (old: Pause) => Pause): Promise<Pause> =>
  db('readwrite', async (store) => {
    const pause = step(pauseOf(await promisifyRequest<unknown>(store.get(DRAIN))));
    store.put(pause, DRAIN);
    await promisifyRequest(store.transaction);
    return pause;
  });

export const endPause = (db: UseStore): Promise<void> =>
  db('readwrite', (store) => {
    store.delete(DRAIN);
    return promisifyRequest(store.transaction);
  });
