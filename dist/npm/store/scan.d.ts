import type { Row } from './rows.js';
/** What a first look at the database tells without checking any record: whether there is a reason to load more. */
export interface Scan {
    /** Highest seq among the records, 0 where there is none. */
    readonly seq: number;
    /** Two records share the highest seq: two tabs decided at the same moment. */
    readonly forked: boolean;
    /** Whether anything waits for the endpoint. */
    readonly pending: boolean;
}
/** A first look at all entries of the database. Cheap, since every page does it: the records are checked when they are used. */
export declare const scan: (rows: readonly Row[]) => Scan;
