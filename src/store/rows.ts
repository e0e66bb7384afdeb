import { entries, promisifyRequest, type UseStore } from 'idb-keyval';

/** A key of the database with its value, whatever that is. */
export type Row = readonly [IDBValidKey, unknown];

export const readRows = (db: UseStore): Promise<readonly Row[]> => entries<IDBValidKey, unknown>(db);

/** How many values there are. Cheap: it reads none of them. */
export const countRows = (db: UseStore): Promise<number> => db('readonly', (store) => promisifyRequest(store.count()));
