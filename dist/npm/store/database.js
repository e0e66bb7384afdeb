import { createStore } from "idb-keyval";
// src/store/database.ts
/** The version of the layout is in the name: a new layout is a new database, so no upgrade can ever block a page. */
var DATABASE = "timebot-consent-1";
var STORE = "consent";
/**
* The database. Its first use opens it, and comes before a control can be clicked: a write in a click's own task outlives
* an immediate navigation where the database is open, and mostly not where it is only opened then.
*
* idb-keyval throws synchronously where storage is blocked, and keeps a connection that has died: both become one
* rejection after one retry on a new connection.
*/
var openDatabase = () => {
	let store;
	const open = () => store ??= createStore(DATABASE, STORE);
	const database = async (mode, callback) => {
		try {
			return await open()(mode, callback);
		} catch {
			store = void 0;
			return open()(mode, callback);
		}
	};
	return database;
};
export { DATABASE, STORE, openDatabase };
