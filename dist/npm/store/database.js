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
			addEventListener("pageshow", () => done(), { once: true });
		});
		giveWay();
	});
	const using = (before) => async (mode, callback) => {
		for (let retried = false;;) {
			let transaction;
			await shown;
			try {
				return await (store ??= createStore(DATABASE, STORE))(mode, (found) => {
					before?.();
					running.add(transaction = found.transaction);
					return callback(found);
				});
			} catch (error) {
				if (transaction && !running.has(transaction)) continue;
				if (retried) throw error;
				retried = true;
				store = void 0;
			} finally {
				if (transaction) running.delete(transaction);
			}
		}
	};
	const first = using(giveWay);
	const ahead = (mode, callback) => {
		show();
		return first(mode, callback);
	};
	return Object.assign(using(), { ahead });
};
export { DATABASE, STORE, openDatabase };
