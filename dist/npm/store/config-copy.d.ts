import { type UseStore } from 'idb-keyval';
import type { Row } from './rows.js';
/** The last valid config that came from an address; undefined where there is none. */
export declare const findCopy: (rows: readonly Row[], url: string) => unknown;
/** Keeps a config that came from an address, in place of the last one. */
export declare const keepCopy: (db: UseStore, url: string, raw: unknown) => Promise<void>;
