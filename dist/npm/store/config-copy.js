import { field } from "./field.js";
import { promisifyRequest } from "idb-keyval";
// src/store/config-copy.ts
var KEY = "config";
/** The last valid config that came from an address; undefined where there is none. */
var findCopy = (rows, url) => {
	const copy = rows.find(([key]) => key === KEY)?.[1];
	return field(copy, "url") === url ? field(copy, "raw") : void 0;
};
/** Keeps a config that came from an address, in place of the last one. */
var keepCopy = (db, url, raw) => db("readwrite", (store) => {
	store.put({
		url,
		raw
	}, KEY);
	return promisifyRequest(store.transaction);
});
export { findCopy, keepCopy };
