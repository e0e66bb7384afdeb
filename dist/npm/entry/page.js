import { native, parsed } from "../gate/native.js";
import { prevailing } from "../model/decisions.js";
import { acknowledges, answerOf } from "../outbox/post.js";
import { openDatabase } from "../store/database.js";
import { acknowledge } from "../store/entries.js";
import { formatMirror, parseMirror } from "../store/mirror.js";
import { own } from "../store/own.js";
import { scan } from "../store/scan.js";
import { diagnose } from "./diagnose.js";
import { ownConfig, triggerIn } from "./own.js";
import { within } from "./promises.js";
import { joinTabs } from "./tabs.js";
import { createTrigger } from "./trigger.js";
import { tell } from "./warnings.js";
import { entries } from "idb-keyval";
// src/entry/page.ts
/** What a page needs when the visitor waits for nothing any more: loaded when it is idle. */
/** Milliseconds between two attempts to load what delivers, where that fails too. */
var RETRY = 3e4;
/** Key of the last valid config from the network. */
var COPY = "config";
/** The last valid config of an address; empty where there is none. */
var configCopy = async (url) => {
	const copy = (await within(entries(openDatabase())))?.find(([key]) => key === COPY)?.[1];
	return own(copy, "url") === url ? own(copy, "raw") : {};
};
/** Compares the records of this device with the cookie, and takes up what they know better. */
var compare = async (session) => {
	const { state, db, load } = session;
	const found = scan(await entries(db));
	const { decision } = state.get();
	const seq = decision?.seq ?? 0;
	if (found.seq > seq || found.forked || found.seq && state.get().asks) await (await load("history")).restore(session);
	else if (decision && found.seq === seq && decision.accepted !== found.accepted) state.set({ decision: Object.freeze({
		...decision,
		accepted: found.accepted
	}) });
	return found;
};
/** Files the answer to a record's first POST. */
var file = async (session, id, body, response) => {
	const { db, memory, load, emit } = session;
	const answer = await answerOf(response);
	if (!acknowledges(answer, id)) return (await load("outbox")).settle(session, id, body, answer);
	memory.delete(id);
	await acknowledge(db, id, body, own(answer.body, "receipt")).catch(() => void 0);
	emit("delivery", {
		id,
		delivery: "acknowledged",
		status: answer.status
	});
	return "acknowledged";
};
/** Resolves when the endpoint has a record, by whichever attempt. */
var acknowledged = (id) => new Promise((done) => {
	const hear = ({ detail }) => {
		if (own(detail, "id") !== id || own(detail, "delivery") !== "acknowledged") return;
		document.removeEventListener("timebot-consent:delivery", hear);
		done("acknowledged");
	};
	document.addEventListener("timebot-consent:delivery", hear);
});
/** Delivers what the first POST could not: when idle, and on all that may have brought the network back. */
var deliverLater = ({ memory, config }, pending, load) => {
	let waiting = pending;
	let drain;
	const deliver = async () => {
		if (!config.endpoint || !(waiting || memory.size)) return;
		try {
			drain = await load();
			await drain.run();
		} catch {
			setTimeout(deliver, RETRY);
		}
	};
	for (const type of [
		"online",
		"pageshow",
		"visibilitychange"
	]) addEventListener(type, () => void deliver());
	addEventListener("pagehide", () => drain?.leave());
	document.addEventListener("timebot-consent:delivery", ({ detail }) => {
		if (own(detail, "delivery") === "acknowledged") return;
		waiting = true;
		if (!drain) setTimeout(deliver, RETRY);
	});
	setTimeout(deliver, Math.random() * 3e3);
};
/** Tells the other tabs and hears them. */
var joinOthers = (session) => {
	const { offer, state, read, adopt } = session;
	/** Takes what another tab or subdomain has decided, where it is newer or, on a tie, grants less. */
	const hear = (heard) => {
		const { decision } = state.get();
		if (!heard || decision && formatMirror(heard, offer) === formatMirror(decision, offer)) return;
		const next = prevailing(decision, heard, offer);
		if (next !== decision) adopt(next);
	};
	const tabs = joinTabs("timebot-consent-1", ({ mirror, newest }) => {
		if (newest && newest.seq >= (session.newest?.seq ?? 0)) session.newest = newest;
		hear(parseMirror(mirror, offer));
	}, () => hear(read()));
	state.subscribe(({ decision }, previous) => {
		if (decision && decision !== previous.decision && session.newest?.seq === decision.seq) tabs.tell({
			mirror: formatMirror(decision, offer),
			newest: session.newest
		});
	});
	hear(read());
};
/** Tells the owner what is wrong, once for each mistake: a page may repeat one a thousand times. */
var tellWarnings = ({ warnings }) => {
	const told = /* @__PURE__ */ new Set();
	const push = (warning) => {
		const mistake = warning.map(String).join("\n");
		if (!told.has(mistake)) tell(warning);
		told.add(mistake);
	};
	warnings.splice(0).forEach(push);
	Object.assign(warnings, { push });
};
/** Starts what every page has: the way back to the preferences, the other tabs, the outbox, and a word to the owner. */
var startPage = async (session) => {
	const { config, core, db, state, load, open, raw, restricted, warn } = session;
	tellWarnings(session);
	joinOthers(session);
	const own = ownConfig(session);
	if (!native("body")) await parsed();
	const trigger = createTrigger(config.trigger ?? "left", () => void open("preferences"));
	state.subscribe(({ view, lang }) => {
		trigger.update(view === "closed", triggerIn(lang, own), lang);
	});
	diagnose(raw, core, warn);
	deliverLater(session, (await compare(session).catch(() => void 0))?.pending === true, async () => (await load("outbox")).drainOf(session));
	if (config.config && !restricted) await db("readwrite", (store) => void store.put({
		url: config.config,
		raw
	}, COPY)).catch(() => void 0);
};
export { acknowledged, compare, configCopy, file, startPage };
