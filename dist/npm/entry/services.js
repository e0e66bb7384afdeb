import { clear } from "../gate/clear.js";
import { create, native, query } from "../gate/native.js";
import { bare, bareAll } from "../model/bare.js";
import { mustAsk } from "../model/decisions.js";
import { jsonOf } from "../model/json.js";
import { validate } from "../record/validate.js";
import { flawOf } from "../signals/check.js";
import { createEngine } from "../signals/engine.js";
import { DATABASE } from "../store/database.js";
import { MIRROR } from "../store/mirror.js";
import { manifestSchema } from "./manifest-schema.js";
import { OWN, expandServices } from "./expand.js";
import { watchEmbeds } from "./embeds.js";
import { googleDefaults } from "./google-default.js";
// src/entry/services.ts
/**
* The chunk of sites whose services we run: puts ready-made services in place of `{ "use": … }`, and runs them. A site
* that only declares services downloads none of it.
*/
/** The config with its ready-made services in full, and the way to run them. */
var expand = async ({ raw, ...read }, load, warn) => {
	const early = [...googleDefaults([Object(raw).services].flat())].map((text) => {
		const { region, wait_for_update, ...state } = bare(JSON.parse(text));
		return {
			call: "gtag",
			with: [
				"consent",
				"default",
				{
					...state,
					region,
					wait_for_update
				}
			]
		};
	});
	return {
		...read,
		raw: await expandServices(raw, load, warn),
		run: (session) => run(session, early)
	};
};
var isManifest = (value) => validate(value, manifestSchema) === void 0;
/** What of a service visitors are told; the check of the whole config tells of a flaw in it. */
var TOLD = new RegExp(`^/(id|${OWN.join("|")})\\b`);
/**
* What of a service of the config can be run, or why it is not, with the remedy; undefined where the check of the whole
* config tells of that.
*
* @param seen ids before it
* @throws whatever reading what is no plain data throws
*/
var runningOf = ({ offer, restricted, whole }, service, seen) => {
	const { id: named, purpose } = Object(service);
	const stands = !seen.has(named) && whole.services.some((s) => s.id === named && s.purpose === purpose);
	if (stands) seen.add(named);
	if (!isManifest(service)) {
		const { path = "", message } = validate(service, manifestSchema) ?? {};
		return TOLD.test(path) ? void 0 : `"${path.slice(1)}" ${message}: correct it`;
	}
	if (!stands) return void 0;
	jsonOf(service);
	const { id, given = bare({}), ...manifest } = service;
	const { mode, ...basic } = given;
	const early = mode !== void 0 && !restricted && offer.services.some((s) => s.id === id);
	const running = {
		id,
		manifest: bare(manifest),
		options: bare(early ? given : basic)
	};
	return flawOf(running) ?? running;
};
/** The services of a config that can be run; warns of the others. */
var allRunning = (session) => {
	const seen = /* @__PURE__ */ new Set();
	return [Object(session.raw).services].flat().flatMap((service) => {
		let found;
		try {
			found = runningOf(session, bareAll(service), seen);
		} catch (error) {
			found = `it is no plain data: correct it. ${String(error)}`;
		}
		if (typeof found === "object") return found;
		const { id } = Object(service);
		if (found) session.warn("service", typeof id === "string" ? id : JSON.stringify(id), `it is not run; ${found}`);
		return [];
	});
};
var engines = /* @__PURE__ */ new WeakMap();
/** The engine of a session, for the inspector. */
var engineOf = (session) => engines.get(session);
/** Milliseconds that a page has for more urgent things before what an earlier page has left is cleaned up. */
var CALM = 100;
/**
* Whether the visitor's decision is in force, with nothing of it still to come. An unreadable config, a question that is due, or
* Global Privacy Control is no refusal: what was granted may be so again.
*/
var isDecided = ({ allows, newest, offer, pending, read, restricted, state, whole, withheld }) => {
	const { asks } = state.get();
	if (restricted || (pending ? mustAsk(pending, offer, Date.now()) : asks)) return false;
	if (withheld && (read(whole, false) ?? newest)?.purposes[withheld]) return false;
	if (!pending) return true;
	return [...offer.purposes, ...offer.services].every(({ id }) => allows(id) || !(pending.purposes[id] ?? pending.services[id]));
};
/**
* Runs the services of a session, in line with its decision from now on.
*
* @param early what the loader has told already
*/
var run = (session, early = []) => {
	const { state, allows, nonce, trusted, warn } = session;
	if (engines.has(session)) return;
	const services = allRunning(session);
	const engine = createEngine({
		services,
		allows,
		decided: () => isDecided(session),
		early,
		now: Date.now,
		load: (url) => new Promise((done, failed) => {
			const script = create("script");
			script.async = true;
			script.nonce = nonce;
			script.onload = done;
			script.onerror = () => failed(/* @__PURE__ */ new Error(`${url} cannot be loaded: see what blocks it, as a Content Security Policy`));
			Reflect.set(script, "src", trusted.createScriptURL(url));
			native("head").append(script);
		}),
		isThere: (url) => query("script[src]").some(({ src }) => src === url),
		clear: (keeps, needed) => clear(keeps, needed, [MIRROR, DATABASE]),
		idle: new Promise((done) => setTimeout(done, CALM)),
		warn: (service, problem) => warn("service", service, problem)
	});
	engines.set(session, engine);
	state.subscribe((now, before) => {
		if (now.decision?.purposes === before.decision?.purposes && now.asks === before.asks && now !== before) return;
		const left = engine.update().then((found) => found.filter(({ service, host, httpOnly }) => !(host || httpOnly) || before.decision?.services[service]));
		session.left = left;
		left.then((found) => {
			if (session.left === left && (found.length || state.get().left)) state.set({ left: found });
		});
	});
	session.tellVendors = engine.tell;
	addEventListener("pagehide", () => {
		if (session.pending) engine.update();
	});
	watchEmbeds(session, services);
};
export { engineOf, expand, run };
