import { acknowledge, append, fresh } from "../store/entries.js";
import { NO_PAUSE, changePause, endPause, readOutbox, refuse } from "../store/outbox-entries.js";
import { field } from "../store/field.js";
import { outcomeOf, retryAfterMs, retryDelay } from "./answers.js";
import { oldestFirst } from "./order.js";
import { acknowledges } from "./post.js";
// src/outbox/drain.ts
var LOCK = "timebot-consent-drain";
var HOUR = 36e5;
var DAY = 24 * HOUR;
/** Milliseconds after which a database counts as hanging, as WebKit's sometimes does. */
var PATIENCE = 300;
/** Milliseconds between two runs at least. */
var BREATH = 1e3;
/** Chromium allows 64 KiB of keepalive requests at a time, the page's own included. */
var LEAVE_BYTES = 6e4;
var LEAVE_REQUESTS = 9;
var sizeOf = (body) => new Blob([body]).size;
var nothing = () => void 0;
/**
* Delivers the outbox: oldest first, one tab at a time, nothing removed before the acknowledgement.
*
* Where the database fails, the drain works with what this tab knows: `memory`, what was read before, and what was settled.
*/
var createDrain = ({ db, memory, endpoint, widget, post, now, random, locks, schedule, report }) => {
	/** What is not acknowledged, as far as this tab knows: leaving a page has no time to read. */
	let known = /* @__PURE__ */ new Map();
	const underway = /* @__PURE__ */ new Set();
	let bytesUnderway = 0;
	/** Ids of `memory` that could be written after all. */
	const saved = /* @__PURE__ */ new Set();
	let pause = NO_PAUSE;
	let pauseIsUnsaved = false;
	let running;
	let again = false;
	let stopped = false;
	let cancel = nothing;
	let turn = 0;
	let endTurn = nothing;
	/** The result, or undefined where the database refuses or hangs. */
	const inTime = (work) => new Promise((resolve) => {
		const giveUp = () => resolve(void 0);
		const cancelWait = schedule(giveUp, PATIENCE);
		work.then(resolve, giveUp).then(cancelWait);
	});
	/** Milliseconds until a time. Nothing waits for longer than a day, so a time beyond that means that the clock was set. */
	const until = (due) => {
		const wait = due - now();
		return wait > 0 && wait <= DAY ? wait : 0;
	};
	/** A refusal holds for the endpoint and the widget version that met with it. */
	const waitOf = (entry) => entry.delivery !== "pending" && (entry.widget !== widget || entry.endpoint !== endpoint) ? 0 : until(entry.due);
	const recall = () => {
		for (const [id, body] of memory) if (!known.has(id)) known.set(id, fresh(body));
	};
	const absorb = ({ entries, lost, pause: stored }) => {
		const before = known;
		known = new Map(entries);
		for (const [id, entry] of before) {
			const other = known.get(id);
			if (other ? entry.tries > other.tries : memory.has(id)) known.set(id, entry);
		}
		if (!pauseIsUnsaved) pause = stored;
		for (const id of lost) report({
			id,
			delivery: "dead",
			status: 0
		});
	};
	const refresh = async () => {
		const read = readOutbox(db);
		const outbox = await inTime(read);
		if (outbox) {
			absorb(outbox);
			for (const [id, body] of memory) {
				if (saved.has(id) || outbox.entries.has(id)) continue;
				if (await inTime(append(db, id, body).then(() => true))) saved.add(id);
			}
		} else read.then(absorb).then(arm, nothing);
		recall();
	};
	const send = async (id, body) => {
		const bytes = sizeOf(body);
		underway.add(id);
		bytesUnderway += bytes;
		const answer = await post(endpoint, body);
		underway.delete(id);
		bytesUnderway -= bytes;
		return answer;
	};
	const file = async (id, body, answer) => {
		const outcome = outcomeOf(answer, id);
		const { status } = answer;
		const entry = known.get(id) ?? fresh(body);
		const delivery = outcome === "pause" ? entry.delivery : outcome;
		if (outcome === "pause") {
			known.set(id, entry);
			const asked = retryAfterMs(answer.retryAfter, now());
			const step = ({ tries }) => ({
				tries: tries + 1,
				due: now() + Math.min(DAY, retryDelay(tries, random) + (asked ?? 0)),
				asked: asked !== void 0
			});
			const stored = await inTime(changePause(db, step));
			pauseIsUnsaved = !stored;
			pause = stored ?? step(pause);
		} else if (outcome === "acknowledged") {
			known.delete(id);
			memory.delete(id);
			await inTime(acknowledge(db, id, body, field(answer.body, "receipt")));
		} else {
			const due = now() + (outcome === "dead" ? DAY : HOUR);
			const refused = {
				body,
				delivery: outcome,
				tries: entry.tries + 1,
				due,
				status,
				widget,
				endpoint
			};
			known.set(id, refused);
			await inTime(refuse(db, id, refused));
		}
		if (outcome !== "pause" && pause.tries) {
			pause = NO_PAUSE;
			pauseIsUnsaved = false;
			await inTime(endPause(db));
		}
		return {
			id,
			delivery,
			status,
			pending: known.size
		};
	};
	/** What is to be sent now, oldest first. */
	const due = () => oldestFirst([...known].filter(([id, entry]) => !underway.has(id) && !waitOf(entry)));
	const pass = async (mine) => {
		await refresh();
		for (const [id, entry] of due()) {
			if (mine !== turn || until(pause.due)) return;
			if (known.get(id) !== entry) continue;
			const result = await file(id, entry.body, await send(id, entry.body));
			if (result.delivery !== "misdirected" || result.status !== entry.status) report(result);
		}
	};
	/**
	* One pass under the lock, once the tabs before this one have had theirs. Leaving the page ends it, or the wait for it, and
	* frees the lock even in the middle of a request: a page that is frozen in the back/forward cache would keep the lock for as
	* long as it stays there.
	*/
	const takeTurn = async () => {
		const mine = ++turn;
		const leaving = new AbortController();
		const { signal } = leaving;
		const left = new Promise((resolve) => {
			endTurn = () => {
				turn++;
				resolve();
				leaving.abort();
			};
		});
		const work = () => Promise.race([pass(mine), left]);
		let begun = false;
		try {
			await locks?.request(LOCK, { signal }, () => {
				begun = true;
				return work();
			});
		} catch {}
		if (!begun && mine === turn) await work();
	};
	const arm = () => {
		cancel();
		if (stopped || running) return;
		const waits = [...known.values()].map(waitOf);
		if (waits.length) cancel = schedule(run, Math.max(BREATH, until(pause.due), Math.min(...waits)));
	};
	const turns = async () => {
		try {
			while (again && !stopped) {
				again = false;
				cancel();
				await takeTurn();
			}
		} finally {
			running = void 0;
			arm();
		}
	};
	const run = () => {
		again = true;
		return stopped ? Promise.resolve() : running ??= turns();
	};
	return {
		run,
		settle: async (id, body, answer) => {
			const result = await file(id, body, answer);
			arm();
			return result;
		},
		leave: () => {
			endTurn();
			if (pause.asked && until(pause.due)) return;
			recall();
			for (const [id, { body }] of due().reverse()) {
				if (underway.size === LEAVE_REQUESTS) return;
				if (bytesUnderway + sizeOf(body) > LEAVE_BYTES) continue;
				send(id, body).then(async (answer) => {
					if (acknowledges(answer, id)) report(await file(id, body, answer));
				});
			}
		},
		stop: () => {
			stopped = true;
			cancel();
			endTurn();
		}
	};
};
export { createDrain };
