import { type UseStore } from 'idb-keyval';
/** A key of the database with its value, whatever that is. */
export type Row = readonly [IDBValidKey, unknown];
export declare const readRows: (db: UseStore) => Promise<readonly Row[]>;
/** How many values there are. Cheap: it reads none of them. */
export declare const countRows: (db: UseStore) => Promise<number>;
