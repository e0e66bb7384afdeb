import { type UseStore } from 'idb-keyval';
/** The version of the layout is in the name: a new layout is a new database, so no upgrade can ever block a page. */
export declare const DATABASE = "timebot-consent-1";
export declare const STORE = "consent";
/**
 * The database, opened at once, so that a write in a click's own task outlives an immediate navigation (a database that
 * is only opened then loses most such writes).
 *
 * idb-keyval throws synchronously where storage is blocked, and keeps a connection that has died: both become one
 * rejection after one retry on a new connection.
 */
export declare const openDatabase: () => UseStore;
