import { grantsAny } from "../model/decisions.js";
import { createSend } from "../outbox/send.js";
import { recordOf, serialise } from "../record/record.js";
import { append } from "../store/entries.js";
import { formatMirror, mirrorCookie } from "../store/mirror.js";
import { databaseOf } from "./database.js";
import { within } from "./promises.js";
import { version } from "./version.js";
// src/entry/commit.ts
/** Everything that can be refused, granted or not. */
var everything = ({ offer }, granted) => ({
	policy: granted,
	purposes: Object.fromEntries(offer.purposes.map(({ id }) => [id, granted]))
});
/** 128 random bits, hex. */
var random128 = () => Array.from(crypto.getRandomValues(/* @__PURE__ */ new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
/** RFC 9562, version 4; by hand, since pages without https have no `randomUUID`. */
var uuid = () => random128().replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
/** Calls back after the next paint; a hidden tab paints nothing, so it does not wait. */
var painted = () => new Promise((done) => {
	if (document.hidden) setTimeout(done);
	else requestAnimationFrame(() => setTimeout(done));
});
/** Writes the mirror cookie and tells whether it is there. */
var mirror = (decision, { config, offer, dom }) => {
	const cookie = mirrorCookie(decision, offer, location.protocol === "https:", config.cookieDomain);
	return dom.cookies(cookie).includes(formatMirror(decision, offer));
};
/**
* Carries a choice out. Runs in the click's own task up to the first await, so that a navigation right after the click
* loses nothing: refusals close, the cookie is written, one blind database write and the POST are started. Grants take
* effect after the next paint, and not before their evidence is safe: in the cookie, in the database or, where storage is
* refused altogether, at the endpoint.
*/
var commit = async (session, choice, { actor, notice, policy }) => {
	const { config, offer, memory, newest, load } = session;
	const now = Date.now();
	const { decision, action } = session.decide(choice, now);
	const id = uuid();
	const record = recordOf(decision, action, offer, {
		id,
		subject: newest?.subject ?? random128(),
		prev: newest?.id ?? null,
		site: location.origin,
		actor,
		gpc: Reflect.get(navigator, "globalPrivacyControl") === true,
		now,
		policy,
		notice,
		widget: version
	});
	const body = serialise(record);
	session.restrict(decision);
	const mirrored = mirror(decision, session);
	session.newest = {
		id,
		subject: record.subject,
		seq: decision.seq,
		at: record.at
	};
	memory.set(id, body);
	const kept = within(append(databaseOf(session), id, body).then(() => memory.delete(id)));
	const deliver = async (endpoint) => {
		const response = await createSend((url, init) => fetch(url, init), location.origin)(endpoint, body);
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
	const paint = painted();
	if (grantsAny(decision, offer) && !mirrored && !await kept && await delivered !== "acknowledged") await (await load("page")).acknowledged(id);
	await paint;
	if (session.newest?.id === id) session.adopt(decision);
	return {
		id,
		delivery: await Promise.race([delivered, Promise.resolve("pending")])
	};
};
export { commit, everything, mirror };
