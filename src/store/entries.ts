import { promisifyRequest, type UseStore } from 'idb-keyval';

/**
 * How far a record has come. `dead`: the endpoint refuses it as it is; kept and tried daily. `misdirected`: what answers
 * does not seem to be a consent endpoint; kept and tried hourly.
 */
export type Delivery = 'pending' | 'acknowledged' | 'dead' | 'misdirected';

/** The visitor's own copy of a record, under `record/<id>`: the exact bytes and what became of them. */
export interface StoredRecord {
  readonly body: string;
  readonly delivery: Delivery;
  /** What the endpoint's acknowledgement brought, if anything. */
  readonly receipt?: unknown;
}

/** A record that the endpoint has not acknowledged, under `outbox/<id>`. */
export interface OutboxEntry {
  readonly body: string;
  readonly delivery: 'pending' | 'dead' | 'misdirected';
  /** How often the endpoint has refused it. */
  readonly tries: number;
  /** Not to be tried before, milliseconds since 1970; 0 is now. */
  readonly due: number;
  /** The refusal's HTTP status; 0 for a redirect. */
  readonly status?: number;
  /** The widget version and the endpoint that the refusal holds for. */
  readonly widget?: string;
  readonly endpoint?: string;
}

/** The outbox entry of a record that nobody has refused. */
export const fresh = (body: string): OutboxEntry => ({ body, delivery: 'pending', tries: 0, due: 0 });

/**
 * Keeps a new record and its outbox entry, both or neither. Nothing is read before the write, so that it outlives a
 * navigation in the click's own task.
 *
 * @throws whatever the database throws: the record is then in memory only, and is the caller's to keep
 */
export const append = (db: UseStore, id: string, body: string): Promise<void> =>
  // idb-keyval's setMany would bring its default store along, a third of a kilobyte that every visitor downloads
  db('readwrite', (store) => {
    store.put({ body, delivery: 'pending' } satisfies StoredRecord, `record/${id}`);
    store.put(fresh(body), `outbox/${id}`);
    store.transaction.commit(); // at once: a page that is being left may not live to see it commit by itself
    return promisifyRequest(store.transaction);
  });

/** Files an acknowledgement: the only way an outbox entry goes. In one transaction, so that no crash leaves half of it. */
export const acknowledge = (db: UseStore, id: string, body: string, receipt?: unknown): Promise<void> =>
  db('readwrite', (store) => {
    store.delete(`outbox/${id}`);
    store.put({ body, delivery: 'acknowledged', receipt } satisfies StoredRecord, `record/${id}`);
    return promisifyRequest(store.transaction);
  });
