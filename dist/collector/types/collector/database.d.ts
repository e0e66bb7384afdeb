import type { ConsentRecord } from '../record/record.js';
/** What became of a record: stored now, stored before with the same bytes, or its id is taken by other bytes. */
export type Verdict = 'created' | 'seen' | 'conflict';
/** The database does not take writes now. Nothing of the record was acknowledged; the sender tries again. */
export declare class DatabaseUnavailable extends Error {
    constructor(place: string, cause: unknown);
}
export interface RecordDatabase {
    /**
     * Stores a record's exact text, durably before it returns.
     *
     * @param received milliseconds since 1970
     * @throws DatabaseUnavailable
     */
    readonly keep: (record: ConsentRecord, text: string, received: number) => Verdict;
    /**
     * Writes a record of the largest size and takes it back in the same commit: a smaller write can succeed on a disk that
     * has no room for records any more.
     *
     * @throws DatabaseUnavailable
     */
    readonly probe: () => void;
    readonly close: () => void;
}
/** The calls that node:sqlite and libsql have in common. */
interface Driver {
    exec(sql: string): unknown;
    prepare(sql: string): Statement;
    close(): unknown;
}
interface Statement {
    run(...values: unknown[]): {
        readonly changes: number | bigint;
    };
    get(...values: unknown[]): unknown;
    all(...values: unknown[]): unknown[];
}
type DriverClass = new (place: string) => Driver;
/**
 * Node's own SQLite where it has one (22 and later); the same file format through libsql before that. Never open one file
 * with both in one process: the system's file locks do not hold between two libraries of one process.
 */
export declare const driverClass: () => Promise<DriverClass>;
/** Where a database will be: the absolute path of its file, or `:memory:`. */
export declare const placeOf: (database: string) => string;
/**
 * Opens the database, and makes its table where there is none.
 *
 * @param place path of the file, or `:memory:`, which is gone with the process
 * @param patience milliseconds that a write waits for another process's lock
 * @throws DatabaseUnavailable where the file cannot be opened, is no database or was made by a newer version
 */
export declare const openDatabase: (place: string, { patience, clock }?: {
    patience?: number;
    clock?: () => number;
}) => Promise<RecordDatabase>;
export {};
