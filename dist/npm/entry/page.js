import { native, parsed } from "../gate/native.js";
import { prevailing } from "../model/decisions.js";
import { acknowledges, answerOf } from "../outbox/post.js";
import { openDatabase } from "../store/database.js";
import { acknowledge } from "../store/entries.js";
import { formatMirror, parseMirror } from "../store/mirror.js";
import { own } from "../store/own.js";
import { scan } from "../store/scan.js";
import { mirror } from "./commit.js";
import { databaseOf } from "./database.js";
import { ownConfig, triggerIn } from "./own.js";
import { within } from "./promises.js";
import { joinTabs } from "./tabs.js";
import { createTrigger } from "./trigger.js";
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
/**
* Compares the records of this device with the cookie, and takes up what they know better. Waits for the database no longer
* than it may; what comes later is taken up later.
*
* @param chain take up the newest record in any case: a decision is about to continue its chain
*/
var compare = async (session, chain = false) => {
	const { state, load } = session;
	const take = async (rows) => {
		const found = scan(rows);
		const { decision } = state.get();
		const seq = decision?.seq ?? 0;
		if (found.seq > seq || found.forked || chain && found.seq) (await load("history")).restore(session, rows);
		else if (decision && found.seq === seq && decision.accepted !== found.accepted) state.set({ decision: Object.freeze({
			...decision,
			accepted: found.accepted
		}) });
		return found;
	};
	const reading = entries(databaseOf(session));
	const rows = await within(reading);
	if (rows) return take(rows);
	reading.then(take).catch(() => void 0);
};
/** Files the answer to a record's first POST. */
var file = async (session, id, body, response) => {
	const { memory, load, emit } = session;
	const answer = await answerOf(response);
	if (!acknowledges(answer, id)) return (await load("outbox")).settle(session, id, body, answer);
	memory.delete(id);
	await acknowledge(databaseOf(session), id, body, own(answer.body, "receipt")).catch(() => void 0);
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
	let hearing = false;
	/** Takes what another tab or subdomain has decided, where it is newer or, on a tie, grants less. */
	const hear = (heard) => {
		const { decision } = state.get();
		if (!heard || decision && formatMirror(heard, offer) === formatMirror(decision, offer)) return;
		const next = prevailing(decision, heard, offer);
		if (!next || next === decision) return;
		hearing = true;
		adopt(next);
		hearing = false;
		if (next !== heard) mirror(next, session);
	};
	const tabs = joinTabs("timebot-consent-1", (message) => {
		if (message.newest && message.newest.seq >= (session.newest?.seq ?? 0)) session.newest = message.newest;
		hear(parseMirror(message.mirror, offer));
	}, () => hear(read()));
	state.subscribe(({ decision }) => {
		const { newest } = session;
		if (decision && !hearing && newest?.seq === decision.seq) tabs.tell({
			mirror: formatMirror(decision, offer),
			newest
		});
	});
	hear(read());
};
/**
* Has the owner told of what is wrong, if anything is: visitors of a sound site download no word of it. A part of the config
* that counts for nothing is missing from what the check kept.
*/
var tellOwner = (session, checked) => {
	const { config, offer, raw, warnings, load } = session;
	const tell = () => {
		load("owner").then((owner) => owner.tellWarnings(session), (error) => console.warn("[timebot-consent]", error, ...warnings.splice(0)));
	};
	const kept = JSON.stringify([
		checked,
		config.services?.length ?? 0,
		Object.keys(config.purposes ?? {}).length
	]);
	const stated = offer.purposes.filter(({ id }) => config.purposes?.[id]).length;
	const sound = kept === JSON.stringify([
		raw,
		offer.services.length,
		stated
	]) && config.endpoint;
	if (warnings.length > 0 || !sound) tell();
	Object.assign(warnings, { push: (...later) => {
		Array.prototype.push.apply(warnings, later);
		tell();
	} });
};
/** Starts what every page has: the way back to the preferences, the other tabs, the outbox, and a word to the owner. */
var startPage = async (session) => {
	const { config, state, load, open, raw, restricted } = session;
	joinOthers(session);
	const own = ownConfig(session);
	if (!native("body")) await parsed();
	const trigger = createTrigger(config.trigger ?? "left", () => void open("preferences"));
	state.subscribe(({ view, lang }) => {
		trigger.update(view === "closed", triggerIn(lang, own), lang);
	});
	tellOwner(session, own);
	deliverLater(session, (await compare(session))?.pending === true, async () => (await load("outbox")).drainOf(session));
	if (config.config && !restricted) await databaseOf(session)("readwrite", (store) => void store.put({
		url: config.config,
		raw
	}, COPY)).catch(() => void 0);
};
export { acknowledged, compare, configCopy, file, startPage };
