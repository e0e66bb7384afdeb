import { cookies, parsed, query } from "../gate/native.js";
import { bare } from "../model/bare.js";
import { prevailing } from "../model/decisions.js";
import { refusedAlone } from "../model/kept.js";
import { acknowledges, answerOf } from "../outbox/post.js";
import { acknowledge } from "../store/entries.js";
import { formatMirror, parseMirror } from "../store/mirror.js";
import { field } from "../store/field.js";
import { readRows } from "../store/rows.js";
import { scan } from "../store/scan.js";
import { mirror } from "./commit.js";
import { databaseOf } from "./database.js";
import { triggerIn } from "./own.js";
import { within } from "./promises.js";
import { joinTabs } from "./tabs.js";
import { createTrigger } from "./trigger.js";
// src/entry/page.ts
/** What a page needs when the visitor waits for nothing any more: loaded when it is idle. */
/** Milliseconds between two attempts to load what delivers, where that fails too. */
var RETRY = 3e4;
/**
* Compares the records of this device with the cookie, and takes up what they know better. Waits for the database no longer
* than it may; what comes later is taken up later.
*
* @param chain take up the newest record in any case: a decision is about to continue its chain
*/
var compare = async (session, chain = false) => {
	const { offer, state, load } = session;
	const take = async (rows) => {
		const found = scan(rows);
		const seq = (session.pending ?? state.get().decision)?.seq ?? 0;
		const withheld = offer.prints[session.withheld || ""];
		if (found.seq > seq || found.forked || (chain || withheld) && found.seq) await load("history").then(({ restore }) => restore(session, rows)).catch(() => void 0);
		return found;
	};
	const reading = readRows(databaseOf(session));
	const rows = await within(reading);
	if (rows) return take(rows);
	reading.then(take).catch(() => void 0);
};
/** Files the answer to a record's first POST. */
var file = async (session, id, body, response) => {
	const { memory, load, emit, warn } = session;
	if (memory.has(id)) warn("storage", "IndexedDB");
	if (!cookies().includes(`timebot_consent=`)) warn("storage", "cookies");
	const answer = await answerOf(response);
	if (!acknowledges(answer, id)) return (await load("outbox")).settle(session, id, body, answer);
	memory.delete(id);
	await within(acknowledge(databaseOf(session), id, body, field(answer.body, "receipt")));
	emit("delivery", {
		id,
		delivery: "acknowledged",
		status: answer.status
	});
	return "acknowledged";
};
/** Hears what becomes of records; returns how to stop that. */
var onDelivery = (hear) => {
	const listener = (event) => {
		if (event instanceof CustomEvent) hear(event.detail);
	};
	addEventListener.call(document, "timebot-consent:delivery", listener);
	return () => removeEventListener.call(document, "timebot-consent:delivery", listener);
};
/** Resolves when the endpoint has a record, by whichever attempt. */
var acknowledged = (id) => new Promise((done) => {
	const stop = onDelivery((detail) => {
		if (field(detail, "id") !== id || field(detail, "delivery") !== "acknowledged") return;
		stop();
		done();
	});
});
/** Delivers what the first POST could not: when idle, and on all that may have brought the network back. */
var deliverLater = ({ memory, config }, pending, load) => {
	let waiting = pending;
	let drain;
	let retry;
	/** The drain, which has a clock of its own; where it cannot be loaded now, it is tried again. */
	const ready = async (use) => {
		try {
			drain = await load();
			await use(drain);
		} catch {
			clearTimeout(retry);
			retry = setTimeout(deliver, RETRY);
		}
	};
	const deliver = () => {
		if (config.endpoint && (waiting || memory.size)) ready((made) => made.run());
	};
	for (const type of [
		"online",
		"pageshow",
		"visibilitychange"
	]) addEventListener(type, deliver);
	addEventListener("pagehide", () => drain?.leave());
	onDelivery((detail) => {
		if (field(detail, "delivery") === "acknowledged") return;
		waiting = true;
		if (!drain) ready(() => void 0);
	});
	setTimeout(deliver, Math.random() * 3e3);
};
/** Tells the other tabs and hears them. */
var joinOthers = (session) => {
	const { offer, whole, state, read, adopt } = session;
	let hearing = false;
	/** Takes what another tab or subdomain has decided, where it is newer or, on a tie, grants less. */
	const hear = (heard) => {
		const mine = session.pending ?? state.get().decision;
		if (!heard || mine && formatMirror(heard, offer) === formatMirror(mine, offer)) return;
		const next = prevailing(mine, heard, offer);
		if (!next || next === mine) return;
		hearing = true;
		adopt(next);
		hearing = false;
		if (next !== heard && whole.hash === offer.hash && !session.withheld) mirror(next, session);
	};
	const catchUp = session.catchUp = async () => {
		hear(read());
		const { decision } = state.get();
		if (session.chained && (decision?.seq ?? 0) > (session.newest?.seq ?? 0)) await compare(session, true);
	};
	const tabs = joinTabs("timebot-consent-1", (message) => {
		const { newest } = message;
		if (newest && newest.seq >= (session.newest?.seq ?? 0)) {
			session.newest = newest;
			session.refusedAlone = refusedAlone(session.refusedAlone, newest, whole.services);
			if (field(message, "explicit") === true) session.withheld = void 0;
		}
		hear(parseMirror(message.mirror, offer, session.withheld));
	}, catchUp);
	state.subscribe(({ decision }) => {
		const { newest } = session;
		if (!decision || hearing || newest?.seq !== decision.seq || newest.id !== session.made) return;
		const { purposes, services } = newest;
		const explicit = newest.gpc && !session.withheld;
		tabs.tell({
			mirror: formatMirror({
				...decision,
				purposes,
				services
			}, whole),
			newest,
			explicit
		});
	});
	catchUp();
};
/** Has the owner told of what is wrong, now and later: visitors of a sound site download no word of it. */
var tellOwner = (session, sound) => {
	const { warnings, load } = session;
	const tell = () => {
		load("owner").then((owner) => owner.tellWarnings(session), (error) => console.warn("[timebot-consent]", error, ...warnings.splice(0)));
	};
	if (warnings.length > 0 || !sound) tell();
	const push = (...later) => {
		Array.prototype.push.apply(warnings, later);
		tell();
	};
	Object.defineProperty(warnings, "push", bare({ value: push }));
};
/** The site's whole config, and whether all of it counts. Of one with nothing but valid attributes the loader knows all. */
var lookAfterConfig = async (session) => {
	const { config, raw, load, warn } = session;
	try {
		if (!Object.values(config).some(Object.isExtensible) && JSON.stringify(raw) === JSON.stringify(config) && !config.config && !query("timebot-embed").length) return {
			own: bare({}),
			sound: true
		};
		return (await load("idle-config")).lookAfter(session);
	} catch (error) {
		warn("config-part", error);
		return {
			own: bare({}),
			sound: true
		};
	}
};
/** Starts what every page has: the way back to the preferences, the other tabs, the outbox, and a word to the owner. */
var startPage = async (session) => {
	const { config, state, load, open, warn } = session;
	joinOthers(session);
	const { own, sound } = await lookAfterConfig(session);
	tellOwner(session, sound && config.endpoint !== void 0);
	if (own.debug || /[?&]timebot-consent-debug\b/.test(location.search)) load("inspector").then(({ startInspector }) => startInspector(session), (error) => warn("view", "inspector", error));
	await parsed();
	const trigger = createTrigger(config.trigger ?? "left", () => void open("preferences"));
	const showTrigger = () => {
		const { view, lang } = state.get();
		trigger.update(view !== "banner", triggerIn(lang, own), lang);
	};
	state.subscribe(() => requestAnimationFrame(() => setTimeout(showTrigger)));
	deliverLater(session, (await compare(session))?.pending !== false, async () => (await load("outbox")).drainOf(session));
};
export { acknowledged, compare, file, startPage };
