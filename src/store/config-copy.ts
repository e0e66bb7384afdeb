import { promisifyRequest, type UseStore } from 'idb-keyval';
import { field } from './field.js';
import type { Row } from './rows.js';

const KEY = 'config';

/** The last valid config that came from an address; undefined where there is none. */
export const findCopy = (rows: readonly Row[], url: string): unknown => {
  const copy = rows.find(([key]) => key === KEY)?.[1];
  return field(copy, 'url') === url ? field(copy, 'raw') : undefined;
};

/** Keeps a config that came from an address, in place of the last one. */
export const keepCopy = (db: UseStore, url: string, raw: unknown): Promise<void> =>
  db('readwrite', (store) => {
    store.put({ url, raw }, KEY);
    return promisifyRequest(store.transaction);
  });
