import { prevailing } from "../model/decisions.js";
import { answered } from "../model/offers.js";
import { refusedAlone } from "../model/kept.js";
import { decisionOf } from "../record/decision.js";
import { parseRecord } from "../record/parse.js";
import { readRows } from "../store/rows.js";
import { formatMirror } from "../store/mirror.js";
import { field } from "../store/field.js";
import { mirror } from "./commit.js";
import { databaseOf } from "./database.js";
import { deltaOf } from "./delta.js";
// src/entry/history.ts
var DELIVERIES = [
	"pending",
	"acknowledged",
	"dead",
	"misdirected"
];
/** The readable records among these rows, oldest first. What cannot be read stays where it is and is told of. */
var historyOf = (rows, { warn }) => {
	const history = [];
	for (const [key, value] of rows) {
		if (typeof key !== "string" || !key.startsWith("record/")) continue;
		try {
			const body = field(value, "body");
			const record = parseRecord(typeof body === "string" ? body : "");
			const delivery = DELIVERIES.find((name) => name === field(value, "delivery")) ?? "pending";
			history.push(Object.freeze({
				record,
				delivery
			}));
		} catch (error) {
			warn("record", key, error);
		}
	}
	return history.sort((a, b) => a.record.seq - b.record.seq || (a.record.at < b.record.at ? -1 : 1));
};
/** All readable records of this device, oldest first. Rejects where the database does. */
var readHistory = async (session) => historyOf(await readRows(databaseOf(session)), session);
/**
* Whether what a record says of a purpose was chosen in full view of Global Privacy Control: in that record, or in the one
* before, from which it was merely kept. What is kept never lasts longer than it would have. False when in doubt.
*/
var isExplicit = (record, purpose, history) => {
	const { expires, gpc, prev, purposes, seq } = record;
	const before = history.find((entry) => entry.record.id === prev && entry.record.seq === seq - 1)?.record;
	if (!before) return gpc && prev === null;
	return before.purposes[purpose] === purposes[purpose] && Date.parse(expires) <= Date.parse(before.expires) ? isExplicit(before, purpose, history) : gpc;
};
/**
* Takes up the records of this device: the newest continues the chain, and where they go further than the mirror cookie,
* or two tabs have forked the chain, the decision that they prove holds.
*/
var restore = (session, rows) => {
	const { offer, whole, state, read } = session;
	const history = historyOf(rows, session);
	const last = history.at(-1)?.record;
	if (!last) return;
	const made = session.newest;
	if (last.seq >= (made?.seq ?? 0)) {
		session.newest = last;
		let alone = [];
		for (const { record } of history) alone = refusedAlone(alone, record, whole.services);
		session.refusedAlone = alone;
	}
	const known = state.get().decision;
	const newest = history.filter(({ record }) => record.seq === last.seq);
	const { withheld: off } = session;
	if (off && last.seq >= (known?.seq ?? 0) && newest.every(({ record }) => isExplicit(record, off, history))) session.withheld = void 0;
	const { withheld } = session;
	let proven;
	for (const { record } of newest) proven = prevailing(proven, decisionOf(record, offer, withheld), offer);
	const decision = session.pending ?? (off && !withheld && read() || known);
	const overlooked = decision && made && made.at > last.at && made.seq < last.seq;
	const next = prevailing(overlooked ? {
		...decision,
		seq: last.seq
	} : decision, proven, offer);
	if (!next) return;
	const answers = answered(offer.prints, known?.offer ?? "");
	if (known && formatMirror(next, offer) === formatMirror({
		...known,
		offer: answers
	}, offer)) {
		state.set({ decision: Object.freeze({
			...known,
			accepted: next.accepted
		}) });
		return;
	}
	session.adopt(next);
	if (!session.restricted && next.offer && whole.hash === offer.hash && !withheld) mirror(next, session);
};
export { deltaOf, readHistory, restore };
