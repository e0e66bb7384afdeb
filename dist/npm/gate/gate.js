import { create, native, query } from "./native.js";
// src/gate/gate.ts
/**
* What a revived script keeps: async, class, charset, crossorigin, id, integrity, referrerpolicy, fetchpriority and `data-*`.
* Handlers (`on*`) are no part of it.
*/
var KEPT = /^(async|c|id|integrity|refer|fetch|data-)/;
/** An address that may be loaded: http or https. False for `javascript:`, `data:` and what is no address. */
var loadable = (address) => {
	try {
		const { href } = new URL(address, native("baseURI"));
		return /^https?:/.test(href) && href;
	} catch {
		return false;
	}
};
/**
* Whether the parser has read all of a script; nodes behind it prove nothing, any code may add them. `async` is false
* while the parser reads, and true from the end tag on where the type is none that runs (HTML, "prepare the script
* element": force async; all engines). An attribute of that name hides it, and in some engines so does `innerHTML`:
* those wait for the end of the page.
*/
var isComplete = (script) => script.hasAttribute("src") || script.async && !script.hasAttribute("async") || native("readyState") !== "loading";
/**
* Holds back scripts, frames and images that are marked with `data-consent`, and lets them go once their purpose (and
* service) is allowed. Scripts run in document order and once; a later withdrawal stops those that still wait.
*/
var createGate = ({ allows, known, nonce, trusted, warn }) => {
	/** Scripts that ran or never will. */
	const settled = /* @__PURE__ */ new WeakSet();
	/** Frames and images that the gate opened. */
	const opened = /* @__PURE__ */ new Set();
	let loads = [];
	let running = false;
	const isAllowed = (element) => ["data-consent", "data-service"].every((name) => {
		const id = element.getAttribute(name);
		if (id === null) return true;
		if (!known(id)) warn("gate-unknown", id);
		return allows(id);
	});
	const source = (element, attribute) => {
		const value = element.getAttribute(attribute) ?? "";
		const url = loadable(value);
		if (!url) warn("gate-address", value);
		return url;
	};
	/** The live copy of a gated script, or undefined where it must never run. */
	const copy = (script) => {
		if (nonce && script.nonce !== nonce) {
			warn("gate-nonce", script.getAttribute("data-consent"));
			return;
		}
		const live = create("script");
		for (const { name, value } of script.attributes) if (KEPT.test(name)) live.setAttribute(name, value);
		if (script.getAttribute("data-type") === "module") live.type = "module";
		live.nonce = script.nonce;
		live.async = script.hasAttribute("async");
		if (script.hasAttribute("src")) {
			const url = source(script, "src");
			if (!url) return void 0;
			Reflect.set(live, "src", trusted.createScriptURL(url));
			if (!live.async) loads.push(new Promise((done) => live.onload = live.onerror = done));
		} else Reflect.set(live, "text", trusted.createScript(script.text));
		return live;
	};
	const revive = (script) => {
		settled.add(script);
		try {
			const live = copy(script);
			if (live) script.replaceWith(live);
		} catch (error) {
			warn("gate-types", error);
		}
	};
	/** Runs the allowed scripts in order; external ones load side by side, an inline one waits for those before it. */
	const runScripts = async () => {
		if (running) return;
		running = true;
		const next = () => query("script[type=\"text/plain\"][data-consent]").find((script) => !settled.has(script) && isAllowed(script));
		for (let script = next(); script && isComplete(script); script = next()) {
			if (!script.hasAttribute("src") && loads.length) {
				await Promise.all(loads);
				loads = [];
				continue;
			}
			revive(script);
		}
		running = false;
	};
	const updateMedia = () => {
		for (const element of [...query("iframe[data-consent][data-src],img[data-consent][data-src]"), ...opened]) {
			const open = element.isConnected && isAllowed(element);
			if (open === opened.has(element)) continue;
			if (open) {
				opened.add(element);
				const url = source(element, "data-src");
				if (url) element.setAttribute("src", url);
			} else {
				opened.delete(element);
				element.removeAttribute("src");
				if (element.localName === "iframe") element.replaceWith(element);
			}
		}
	};
	return { update: () => {
		updateMedia();
		runScripts();
	} };
};
export { createGate };
