import { bare } from "../model/bare.js";
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
	/** Its connection, once it is open: a click need not wait for a promise of it. */
	let connection;
	const running = /* @__PURE__ */ new Set();
	const giveWay = () => {
		for (const transaction of running) try {
			transaction.abort();
			running.delete(transaction);
		} catch {}
	};
	let shown = Promise.resolve();
	let show = () => void 0;
	addEventListener("pagehide", () => {
		shown = new Promise((done) => {
			show = done;
			addEventListener("pageshow", () => done(), bare({ once: true }));
		});
		giveWay();
	});
	const using = (click) => async (mode, callback) => {
		let retried = false;
		for (;;) {
			let transaction;
			const use = (found) => {
				({transaction} = found);
				if (click) giveWay();
				running.add(transaction);
				connection = transaction.db;
				return callback(found);
			};
			if (click) show();
			else await shown;
			try {
				return await (click && connection ? use(connection.transaction(STORE, mode).objectStore(STORE)) : (store ??= createStore(DATABASE, STORE))(mode, use));
			} catch (error) {
				if (transaction && !running.has(transaction)) continue;
				if (retried) throw error;
				retried = true;
				store = connection = void 0;
			} finally {
				if (transaction) running.delete(transaction);
			}
		}
	};
	return Object.assign(using(false), { ahead: using(true) });
};
export { DATABASE, STORE, openDatabase };
