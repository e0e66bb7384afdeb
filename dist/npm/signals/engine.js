import { addressOf } from "./check.js";
import { find } from "./globals.js";
import { makeSteps, take } from "./steps.js";
import { putStub } from "./stubs.js";
// src/signals/engine.ts
/**
* Runs the services of a site: tells vendors what the visitor chose, loads what is granted, and cleans up what is not.
* Signals come before scripts, so that no script starts without knowing.
*/
var createEngine = ({ services, allows, decided, now, load, isThere, clear, idle, warn }) => {
	const told = [];
	/** What each service was told last. */
	const last = /* @__PURE__ */ new Map();
	/** What may run now, and what might at any time on this page. */
	const on = /* @__PURE__ */ new Set();
	const ran = /* @__PURE__ */ new Set();
	const loaded = /* @__PURE__ */ new Set();
	const tried = /* @__PURE__ */ new Set();
	const waiting = /* @__PURE__ */ new Map();
	const cleaned = /* @__PURE__ */ new Set();
	const isAdvanced = ({ manifest, options }) => manifest.advanced === true && options["mode"] === "advanced";
	/** Refused though its purpose is granted: whatever it is told of other purposes is denied as well. */
	const isRefused = ({ id, manifest }) => allows(manifest.purpose) && !allows(id);
	/** The services that are told the same: two tags of Google have one state of consent between them. */
	const sharing = ({ manifest }) => {
		const grant = JSON.stringify(manifest.tell?.grant);
		return services.filter((other) => JSON.stringify(other.manifest.tell?.grant) === grant);
	};
	const contextOf = (running) => ({
		options: running.options,
		allows: (purpose) => allows(purpose) && !sharing(running).every(isRefused),
		now,
		global: (path) => find(path)?.value
	});
	const tell = (running, phase, made) => {
		for (const step of made) try {
			if (take(step, () => on.has(running.id))) told.push({
				service: running.id,
				phase,
				step
			});
		} catch (error) {
			warn(running.id, error);
		}
	};
	const prepare = ({ manifest: { stubs = {} } }) => {
		for (const [name, stub] of Object.entries(stubs)) putStub(name, stub, now);
	};
	const start = async (running) => {
		const { id, manifest } = running;
		if (loaded.has(id)) return;
		loaded.add(id);
		const context = contextOf(running);
		const addresses = (manifest.load ?? []).flatMap((template) => addressOf(template, running) ?? []);
		if (isAdvanced(running) && addresses.some(isThere)) return;
		prepare(running);
		if (!tried.has(id)) tell(running, "init", makeSteps(manifest.init ?? [], context));
		tried.add(id);
		try {
			for (const url of addresses) {
				await load(url);
				await granted(running);
			}
			tell(running, "loaded", makeSteps(manifest.loaded ?? [], context));
		} catch (error) {
			loaded.delete(id);
			warn(id, error);
		}
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
		if (!told.some(({ service, phase }) => service === id && phase === "withdrawal")) tell(running, "withdrawal", makeSteps(manifest.tell?.withdrawal ?? [], contextOf(running)));
		clean(running);
		await new Promise((go) => waiting.set(id, go));
	};
	/** The steps that no other service has had told in the same go: two Google tags share one consent mode. */
	const fresh = (made, seen) => made.filter((step) => {
		const text = JSON.stringify(step);
		return !seen.has(text) && seen.add(text);
	});
	const begin = () => {
		const seen = /* @__PURE__ */ new Set();
		const isEarly = (step) => "early" in step && (step.early ?? false);
		const told = services.some((running) => isAdvanced(running) && running.manifest.tell?.default?.some(isEarly));
		for (const running of services) {
			const steps = running.manifest.tell?.default?.filter((step) => !(told && isEarly(step)));
			if (!steps) continue;
			prepare(running);
			tell(running, "default", fresh(makeSteps(steps, contextOf(running)), seen));
		}
	};
	/** Tells of a decision what has not been told before. */
	const inform = (running, allowed, seen) => {
		const { id, manifest } = running;
		const phase = allowed ? "grant" : ran.has(id) ? "withdrawal" : "refusal";
		if (allowed) prepare(running);
		const made = makeSteps(manifest.tell?.[phase] ?? [], contextOf(running));
		const text = JSON.stringify(made);
		const steps = fresh(made, seen);
		if (last.get(id) !== text) tell(running, phase, steps);
		last.set(id, text);
	};
	let begun = false;
	return {
		told,
		status: () => services.map(({ id, manifest: { load: scripts = [] } }) => ({
			id,
			allowed: allows(id),
			loaded: scripts.length > 0 && loaded.has(id)
		})),
		update: async () => {
			if (!begun) begin();
			begun = true;
			const seen = /* @__PURE__ */ new Set();
			const refused = [];
			for (const running of services) {
				const { id } = running;
				const allowed = allows(id);
				const concerned = on.has(id) || decided();
				if (allowed || concerned) inform(running, allowed, seen);
				if (allowed) {
					on.add(id);
					ran.add(id);
					waiting.get(id)?.();
					cleaned.delete(id);
				} else {
					on.delete(id);
					if (concerned && !cleaned.has(id)) refused.push(running);
				}
			}
			for (const running of services) if (on.has(running.id) || isAdvanced(running)) start(running);
			return (await Promise.all(refused.map((running) => {
				cleaned.add(running.id);
				return clean(running);
			}))).flat();
		}
	};
};
export { createEngine };
