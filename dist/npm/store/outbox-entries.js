import { fresh } from "./entries.js";
import { field } from "./field.js";
import { promisifyRequest } from "idb-keyval";
// src/store/outbox-entries.ts
var NO_PAUSE = {
	tries: 0,
	due: 0,
	asked: false
};
var OUTBOX = "outbox/";
var DRAIN = "drain";
var REFUSALS = [
	"pending",
	"dead",
	"misdirected"
];
var isCount = (value) => typeof value === "number" && value >= 0;
var isScheduled = (value) => isCount(field(value, "tries")) && isCount(field(value, "due"));
var isText = (value) => typeof value === "string";
/** The body that a value holds, whole or broken; empty where it holds none. */
var bodyOf = (value) => {
	const body = isText(value) ? value : field(value, "body");
	return isText(body) ? body : "";
};
var isEntry = (value) => bodyOf(value) !== "" && REFUSALS.includes(field(value, "delivery")) && isScheduled(value) && isCount(field(value, "status") ?? 0) && isText(field(value, "widget") ?? "") && isText(field(value, "endpoint") ?? "");
var isPause = (value) => isScheduled(value) && typeof field(value, "asked") === "boolean";
var pauseOf = (value) => isPause(value) ? value : NO_PAUSE;
var take = (db, mode) => db(mode, async (store) => {
	const range = IDBKeyRange.bound(OUTBOX, "outbox0");
	const [pause, keys, values] = await Promise.all([
		promisifyRequest(store.get(DRAIN)),
		promisifyRequest(store.getAllKeys(range)),
		promisifyRequest(store.getAll(range))
	]);
	const entries = /* @__PURE__ */ new Map();
	let broken = false;
	const lost = [];
	for (const index of keys.keys()) {
		const key = keys[index];
		if (!isText(key)) continue;
		const id = key.slice(7);
		const value = values[index];
		if (isEntry(value)) {
			entries.set(id, value);
			continue;
		}
		const record = await promisifyRequest(store.get(`record/${id}`));
		const body = bodyOf(value) || (field(record, "delivery") === "acknowledged" ? "" : bodyOf(record));
		broken = true;
		if (body) entries.set(id, fresh(body));
		else lost.push(id);
		if (mode === "readonly") continue;
		store.put(value, `quarantine/${key}`);
		if (body) store.put(fresh(body), key);
		else store.delete(key);
	}
	if (mode === "readwrite") await promisifyRequest(store.transaction);
	return {
		pause: pauseOf(pause),
		entries,
		broken,
		lost
	};
});
/**
* The outbox. A value that is no entry holds up nothing: it is copied into quarantine, and a fresh entry takes its place
* where the body can be had from it or else from the visitor's copy of the record. Where that cannot be written (full
* disk), it waits for the next reading.
*
* @throws whatever the database throws
*/
var readOutbox = async (db) => {
	const outbox = await take(db, "readonly");
	return outbox.broken ? take(db, "readwrite").catch(() => outbox) : outbox;
};
/** Files a refusal, unless the entry has gone meanwhile: then another tab has been given the acknowledgement. */
var refuse = (db, id, entry) => db("readwrite", async (store) => {
	const key = OUTBOX + id;
	if (await promisifyRequest(store.getKey(key)) !== void 0) {
		store.put(entry, key);
		store.put({
			body: entry.body,
			delivery: entry.delivery
		}, `record/${id}`);
	}
	return promisifyRequest(store.transaction);
});
/** Lengthens the pause in one transaction, so that all tabs count the same failures. */
var changePause = (db, step) => db("readwrite", async (store) => {
	const pause = step(pauseOf(await promisifyRequest(store.get(DRAIN))));
	store.put(pause, DRAIN);
	await promisifyRequest(store.transaction);
	return pause;
});
var endPause = (db) => db("readwrite", (store) => {
	store.delete(DRAIN);
	return promisifyRequest(store.transaction);
});
export { NO_PAUSE, changePause, endPause, readOutbox, refuse };
