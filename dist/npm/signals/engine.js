import { jsonOf } from "../model/json.js";
import { addressOf } from "./check.js";
import { find } from "./globals.js";
import { makeSteps, take } from "./steps.js";
import { putStub } from "./stubs.js";
// src/signals/engine.ts
/** The steps of a grant, for comparison. */
var grantOf = ({ manifest: { tell } }) => (tell?.grant ?? []).map((step) => jsonOf(step));
/**
* Runs the services of a site: tells vendors what the visitor chose, loads what is granted, and cleans up what is not.
* Signals come before scripts, so that no script starts without knowing. What is wrong with one service, with its vendor's
* script or with a variable of the page that it names is no other's trouble.
*/
var createEngine = ({ services, allows, decided, early, now, load, isThere, clear, idle, warn }) => {
	const told = [];
	/** What each service was told last. */
	const last = /* @__PURE__ */ new Map();
	/** What may run now, and what might at any time on this page. */
	const on = /* @__PURE__ */ new Set();
	const ran = /* @__PURE__ */ new Set();
	const loaded = /* @__PURE__ */ new Set();
	const tried = /* @__PURE__ */ new Set();
	const waiting = /* @__PURE__ */ new Map();
	/** Refused and not cleaned up after yet, or already. */
	const uncleaned = /* @__PURE__ */ new Set();
	const cleaned = /* @__PURE__ */ new Set();
	const warned = /* @__PURE__ */ new Set();
	const fail = (id, problem) => {
		if (!warned.has(id)) warn(id, problem);
		warned.add(id);
	};
	/** Does something with what the vendor's script and the page have made, which may throw at anything. */
	const attempt = ({ id }, act) => {
		try {
			act();
		} catch (error) {
			const said = error instanceof Error ? error.message : typeof error;
			fail(id, `its script, or what the page has in its place, throws "${said}": correct it, it may not know the choice`);
		}
	};
	const isAdvanced = ({ manifest, options }) => manifest.advanced === true && options["mode"] === "advanced";
	const isAllowed = ({ id }) => allows(id);
	/** Refused by itself, though its purpose is granted. */
	const isRefused = ({ id, manifest }) => allows(manifest.purpose) && !allows(id);
	/** The services that are told the same, in one step at least: all tags of Google have one state of consent. */
	const sharing = (running) => {
		const grant = grantOf(running);
		return services.filter((other) => other === running || grantOf(other).some((step) => grant.includes(step)));
	};
	/**
	* Whether a service is told that a purpose is granted. Of those that share a state, one that is refused by itself takes its
	* purpose along unless another one under that purpose may run, and a purpose that none of them is under unless any may.
	*/
	const grants = (running, purpose) => {
		const all = sharing(running);
		const under = all.filter(({ manifest }) => manifest.purpose === purpose);
		const concerned = under.length ? under : all;
		return allows(purpose) && (concerned.some(isAllowed) || !concerned.some(isRefused));
	};
	const contextOf = (running) => ({
		options: running.options,
		allows: (purpose) => grants(running, purpose),
		now,
		global: (path) => find(path)?.value
	});
	/** Tells a vendor what is made of its steps. */
	const say = (running, phase, made) => {
		for (const step of made) attempt(running, () => {
			if (take(step, () => on.has(running.id))) told.push({
				service: running.id,
				phase,
				step
			});
		});
	};
	const prepare = (running) => {
		for (const [name, stub] of Object.entries(running.manifest.stubs ?? {})) attempt(running, () => putStub(name, stub, now));
	};
	/** Whether a service may load: when it is granted, or where its script respects the refusal that it is told of. */
	const mayLoad = (running) => on.has(running.id) || isAdvanced(running) && !(isRefused(running) && sharing(running).some(isAllowed));
	const start = async (running) => {
		const { id, manifest } = running;
		if (loaded.has(id)) return;
		loaded.add(id);
		const addresses = (manifest.load ?? []).flatMap((template) => addressOf(template, running) ?? []);
		if (isAdvanced(running) && addresses.some(isThere)) return;
		const context = contextOf(running);
		prepare(running);
		if (!tried.has(id)) attempt(running, () => say(running, "init", makeSteps(manifest.init ?? [], context)));
		tried.add(id);
		try {
			for (const url of addresses) {
				await load(url);
				await granted(running);
			}
		} catch (error) {
			loaded.delete(id);
			return fail(id, String(error));
		}
		attempt(running, () => say(running, "loaded", makeSteps(manifest.loaded ?? [], context)));
	};
	/** Removes what a service that may not run has kept; what it has in common with one that may run stays. */
	const clean = async ({ id, manifest: { keeps = [] } }) => {
		await idle;
		if (on.has(id)) return [];
		return (await clear(keeps, services.filter((other) => on.has(other.id)).flatMap((other) => other.manifest.keeps ?? []))).map((trace) => ({
			service: id,
			...trace
		}));
	};
	/** Resolves when a service may run, which may have been refused again while its script was loading. */
	const granted = async (running) => {
		const { id, manifest } = running;
		if (on.has(id) || isAdvanced(running)) return;
		if (!told.some(({ service, phase }) => service === id && phase === "withdrawal")) {
			const steps = manifest.tell?.withdrawal ?? [];
			attempt(running, () => say(running, "withdrawal", makeSteps(steps, contextOf(running))));
		}
		clean(running);
		await new Promise((go) => waiting.set(id, go));
	};
	/** The steps that no other service has had told in the same go: two Google tags share one consent mode. */
	const fresh = (made, seen) => made.filter((step) => {
		const text = jsonOf(step);
		return !seen.has(text) && seen.add(text);
	});
	let begun = false;
	const begin = () => {
		if (begun) return;
		begun = true;
		const seen = new Set(early.map((step) => jsonOf(step)));
		for (const running of services) {
			const steps = running.manifest.tell?.default;
			if (!steps) continue;
			prepare(running);
			attempt(running, () => say(running, "default", fresh(makeSteps(steps, contextOf(running)), seen)));
		}
	};
	/** Tells of a decision what has not been told before. */
	const inform = (running, allowed, seen) => {
		const { id, manifest } = running;
		const phase = allowed ? "grant" : ran.has(id) ? "withdrawal" : "refusal";
		if (allowed) prepare(running);
		const made = makeSteps(manifest.tell?.[phase] ?? [], contextOf(running));
		const text = jsonOf(made);
		const steps = fresh(made, seen);
		if (last.get(id) === text) return;
		last.set(id, text);
		say(running, phase, steps);
	};
	const tell = () => {
		begin();
		const seen = /* @__PURE__ */ new Set();
		for (const running of services) {
			const { id } = running;
			const allowed = allows(id);
			const concerned = on.has(id) || decided();
			if (allowed || concerned) attempt(running, () => inform(running, allowed, seen));
			if (allowed) {
				on.add(id);
				ran.add(id);
				uncleaned.delete(id);
				cleaned.delete(id);
			} else {
				on.delete(id);
				if (concerned && !cleaned.has(id)) uncleaned.add(id);
			}
		}
	};
	return {
		told,
		tell,
		status: () => services.map(({ id, manifest: { load: scripts = [] } }) => ({
			id,
			allowed: allows(id),
			loaded: scripts.length > 0 && loaded.has(id)
		})),
		update: async () => {
			tell();
			const left = services.flatMap((running) => {
				const { id } = running;
				if (on.has(id)) waiting.get(id)?.();
				if (mayLoad(running)) start(running);
				if (!uncleaned.delete(id)) return [];
				cleaned.add(id);
				return clean(running);
			});
			return (await Promise.all(left)).flat();
		}
	};
};
export { createEngine };
