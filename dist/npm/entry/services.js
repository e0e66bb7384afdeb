import { clear } from "../gate/clear.js";
import { create, native, query } from "../gate/native.js";
import { validate } from "../record/validate.js";
import { flawOf } from "../signals/check.js";
import { createEngine } from "../signals/engine.js";
import { DATABASE } from "../store/database.js";
import { MIRROR } from "../store/mirror.js";
import { manifestSchema } from "./manifest-schema.js";
import { OWN, expandServices } from "./expand.js";
import { watchEmbeds } from "./embeds.js";
// src/entry/services.ts
/**
* The chunk of sites whose services we run: puts ready-made services in place of `{ "use": … }`, and runs them. A site
* that only declares services downloads none of it.
*/
/** The config with its ready-made services in full, and the way to run them. */
var expand = async ({ raw, ...read }, load, warn) => ({
	...read,
	raw: await expandServices(raw, load, warn),
	run
});
var isManifest = (value) => validate(value, manifestSchema) === void 0;
/** What of a service visitors are told; the check of the whole config tells of a flaw in it. */
var TOLD = new RegExp(`^/(id|${OWN.join("|")})\\b`);
/** The services of a config that can be run. */
var runningOf = ({ offer, raw, restricted, warn, whole }) => {
	const seen = /* @__PURE__ */ new Set();
	return [Object(raw).services].flat().flatMap((service) => {
		let problem;
		if (isManifest(service)) {
			const { id, given = {}, ...manifest } = service;
			if (seen.has(id) || !whole.services.some((s) => s.id === id && s.purpose === manifest.purpose)) return [];
			seen.add(id);
			const { mode, ...basic } = given;
			const running = {
				id,
				manifest,
				options: mode !== void 0 && !restricted && offer.services.some((s) => s.id === id) ? given : basic
			};
			problem = flawOf(running);
			if (problem === void 0) return running;
		} else {
			const { path = "", message } = validate(service, manifestSchema) ?? {};
			if (!TOLD.test(path)) problem = `"${path.slice(1)}" ${message}: correct it`;
		}
		const { id } = Object(service);
		if (problem !== void 0) warn("service", typeof id === "string" ? id : JSON.stringify(id), `it is not run; ${problem}`);
		return [];
	});
};
var engines = /* @__PURE__ */ new WeakMap();
/** The engine of a session, for the inspector. */
var engineOf = (session) => engines.get(session);
/** Milliseconds that a page has for more urgent things before what an earlier page has left is cleaned up. */
var CALM = 100;
/** Runs the services of a session, in line with its decision from now on. */
var run = (session) => {
	const { state, allows, nonce, restricted, trusted, warn } = session;
	if (engines.has(session)) return;
	const services = runningOf(session);
	const engine = createEngine({
		services,
		allows,
		decided: () => state.get().decision !== void 0 && !state.get().asks && !restricted && !session.withheld,
		now: Date.now,
		load: (url) => new Promise((done, failed) => {
			const script = create("script");
			script.async = true;
			script.nonce = nonce;
			script.onload = done;
			script.onerror = () => failed(/* @__PURE__ */ new Error(`${url} cannot be loaded`));
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
	watchEmbeds(session, services);
};
export { engineOf, expand, run };
