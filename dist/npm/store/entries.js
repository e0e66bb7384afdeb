import { promisifyRequest } from "idb-keyval";
// src/store/entries.ts
/** The outbox entry of a record that nobody has refused. */
var fresh = (body) => ({
	body,
	delivery: "pending",
	tries: 0,
	due: 0
});
/**
* Keeps a new record and its outbox entry, both or neither. Nothing is read before the write, so that it outlives a
* navigation in the click's own task.
*
* @throws whatever the database throws: the record is then in memory only, and is the caller's to keep
*/
var append = (db, id, body) => db("readwrite", (store) => {
	store.put({
		body,
		delivery: "pending"
	}, `record/${id}`);
	store.put(fresh(body), `outbox/${id}`);
	store.transaction.commit();
	return promisifyRequest(store.transaction);
});
/** Files an acknowledgement: the only way an outbox entry goes. In one transaction, so that no crash leaves half of it. */
var acknowledge = (db, id, body, receipt) => db("readwrite", (store) => {
	store.delete(`outbox/${id}`);
	store.put({
		body,
		delivery: "acknowledged",
		receipt
	}, `record/${id}`);
	return promisifyRequest(store.transaction);
});
export { acknowledge, append, fresh };
