import { cookies, writeCookie } from "../gate/native.js";
import { bare } from "../model/bare.js";
import { answer, decide, grantsAny, mustAsk } from "../model/decisions.js";
import { keepOff, refusedAlone } from "../model/kept.js";
import { createSend } from "../outbox/send.js";
import { recordOf, serialise } from "../record/record.js";
import { append } from "../store/entries.js";
import { MIRROR, formatMirror, mirrorCookie } from "../store/mirror.js";
import { databaseOf } from "./database.js";
import { fetchPost } from "./fetch-post.js";
import { within } from "./promises.js";
import { version } from "./version.js";
// src/entry/commit.ts
/** Everything that can be refused, granted or not. */
var everything = ({ offer }, granted) => ({
	policy: granted,
	purposes: Object.fromEntries(offer.purposes.map(({ id }) => [id, granted]))
});
/** 128 random bits, hex. Not by `Array.from`: old libraries put one in its place that maps nothing. */
var random128 = () => [...crypto.getRandomValues(/* @__PURE__ */ new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
/** RFC 9562, version 4; by hand, since pages without https have no `randomUUID`. */
var uuid = () => random128().replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
/** Calls back after the next paint; a hidden tab paints nothing, so it does not wait. */
var painted = () => new Promise((done) => {
	if (document.hidden) setTimeout(done);
	else requestAnimationFrame(() => setTimeout(done));
});
/**
* Writes the mirror cookie and tells whether it is there. A `cookieDomain` that the browser refuses, a public suffix or
* another site's, makes it this host's alone. Others that the page sees, of this host or its parent domains and from an
* earlier config, are removed: one of them would hold again once this one has run out.
*/
var mirror = (decision, { config: { cookieDomain }, offer, warn }) => {
	const write = (domain) => writeCookie(mirrorCookie(decision, offer, location.protocol === "https:", domain)).includes(formatMirror(decision, offer));
	const shared = write(cookieDomain);
	const written = shared || write();
	if (written && !shared) warn("cookie-domain", cookieDomain);
	if (written && cookies().split(`timebot_consent=`)[2] !== void 0) {
		const labels = location.hostname.split(".");
		const domains = labels.map((_, from) => `; Domain=${labels.slice(from).join(".")}`);
		for (const domain of ["", ...domains]) writeCookie(`${MIRROR}=; Path=/; Max-Age=0${domain}`);
		write(shared ? cookieDomain : void 0);
	}
	return written;
};
/** The decision that follows from a choice and everything that this tab knows, and the offer that it is about. */
var decided = ({ newest, offer, pending, read, state, whole }, choice, now) => {
	const mine = pending ?? state.get().decision;
	const written = read(offer, false);
	const latest = mine && mine.seq > (written?.seq ?? 0) ? mine : written;
	const accepted = newest?.seq === latest?.seq ? newest?.policy.accepted : void 0;
	const seq = newest?.seq ?? 0;
	const before = whole.hash === offer.hash ? void 0 : read(whole, false);
	const reason = before && mustAsk(before, whole, now);
	if (before && before.seq === latest?.seq && (!reason || reason === "offer")) return {
		...decide({
			...before,
			accepted
		}, seq, keepOff(choice, before, offer), whole, now),
		about: whole
	};
	return {
		...decide(latest && {
			...latest,
			accepted
		}, seq, choice, offer, now),
		about: offer
	};
};
/**
* Carries a choice out. Runs in the click's own task up to the first await, so that a navigation right after the click
* loses nothing: one blind database write is started, refusals close, the cookie is written, the POST is started, vendors
* are told. Grants take effect after the next paint, and not before their evidence is safe: in the cookie, in the database or,
* where storage is refused altogether, at the endpoint.
*/
var commit = async (session, chosen, { actor, notice, policy }) => {
	const { config, offer, memory, newest, load } = session;
	const choice = bare(chosen);
	const now = Date.now();
	const { decision, action, about } = decided(session, choice, now);
	const withheld = session.withheld === false && navigator.globalPrivacyControl ? "ads" : session.withheld;
	const holds = withheld && (!offer.prints[withheld] || choice.kept?.includes(withheld) ? withheld : void 0);
	const seen = answer(offer, decision, (purpose) => decision.purposes[purpose] === true && purpose !== holds, (service) => decision.services[service] === true);
	const id = uuid();
	const record = recordOf(decision, action, about, {
		id,
		subject: newest?.subject ?? random128(),
		prev: newest?.id ?? null,
		site: location.origin,
		actor,
		gpc: navigator.globalPrivacyControl === true,
		now,
		policy,
		notice,
		widget: version
	});
	const body = serialise(record);
	session.pending = seen;
	session.newest = record;
	session.refusedAlone = refusedAlone(session.refusedAlone, record, session.whole.services);
	session.made = id;
	session.withheld = holds;
	memory.set(id, body);
	const kept = within(append(databaseOf(session).ahead, id, body).then(() => memory.delete(id)));
	session.updateGate();
	const mirrored = session.made === id && mirror(decision, {
		...session,
		offer: about
	});
	const deliver = async (endpoint) => {
		const response = await createSend(fetchPost, location)(endpoint, body);
		await kept;
		return (await load("page")).file(session, id, body, response);
	};
	const delivered = (config.endpoint ? deliver(config.endpoint) : Promise.resolve("pending")).catch(() => {
		session.emit("delivery", {
			id,
			delivery: "pending",
			status: 0
		});
		return "pending";
	});
	session.tellVendors?.();
	const paint = painted();
	if (grantsAny(decision, about) && !mirrored && !await kept && await delivered !== "acknowledged") await (await load("page")).acknowledged(id);
	await paint;
	if (session.pending === seen) session.adopt(seen);
	return {
		id,
		delivery: await Promise.race([delivered, Promise.resolve("pending")])
	};
};
export { commit, everything, mirror };
