import { type UseStore } from 'idb-keyval';
/** The version of the layout is in the name: a new layout is a new database, so no upgrade can ever block a page. */
export declare const DATABASE = "timebot-consent-1";
export declare const STORE = "consent";
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
export declare const openDatabase: () => Database;
