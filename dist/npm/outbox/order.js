import { field } from "../store/field.js";
// src/outbox/order.ts
/** When a record was made, as its own bytes say: time, then place in its chain. What does not say it comes last. */
var ageOf = (body) => {
	let message;
	try {
		message = JSON.parse(body);
	} catch {}
	return {
		at: Date.parse(String(field(message, "at"))) || Infinity,
		seq: Number(field(message, "seq"))
	};
};
/** The entries, oldest first; of equally old ones, the one that was put in first. */
var oldestFirst = (entries) => entries.map((pair) => ({
	pair,
	...ageOf(pair[1].body)
})).sort((a, b) => a.at - b.at || a.seq - b.seq || 0).map(({ pair }) => pair);
export { oldestFirst };
