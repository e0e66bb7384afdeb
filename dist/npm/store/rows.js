import { entries, promisifyRequest } from "idb-keyval";
// src/store/rows.ts
var readRows = (db) => entries(db);
/** How many values there are. Cheap: it reads none of them. */
var countRows = (db) => db("readonly", (store) => promisifyRequest(store.count()));
export { countRows, readRows };
