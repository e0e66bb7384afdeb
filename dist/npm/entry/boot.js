import { cookies, parsed } from "../gate/native.js";
import "../store/mirror.js";
import { createApi, publish } from "./api.js";
import { languageFor } from "./languages.js";
import { readConfig } from "./read-config.js";
import { createSession } from "./session.js";
import { version } from "./version.js";
// src/entry/boot.ts
/** Watches for gated markup that the parser or the page adds. */
var watch = (update) => {
	update();
	new MutationObserver((changes) => {
		if (changes.some(({ addedNodes }) => addedNodes.length)) update();
	}).observe(document, {
		childList: true,
		subtree: true
	});
	parsed()?.then(update);
};
var begin = (deps) => {
	const { load, warn } = deps;
	const session = createSession(deps);
	const { config, state, emit, open, updateGate } = session;
	watch(updateGate);
	if (state.get().asks && (config.services || config.policy)) load("own").catch(() => void 0);
	const ready = Promise.resolve(state.get().asks ? open("banner") : void 0);
	publish(createApi(session, ready), warn);
	addEventListener("click", (event) => {
		const { target } = event;
		if (!(target instanceof Element && Element.prototype.closest.call(target, "[data-consent-open]"))) return;
		event.preventDefault();
		open("preferences");
	});
	ready.then(() => {
		emit("ready", state.get());
		setTimeout(() => {
			load("page").then(({ startPage }) => startPage(session)).catch((error) => console.warn("[timebot-consent]", error, ...session.warnings));
		}, 100);
	});
};
/** Where the copy of the widget that has this page is found by others. */
var COPY = Symbol.for("timebot-consent");
/** Starts the widget: from here on everything follows from the config, the cookie, the database and the visitor. */
var start = ({ script, config, ...given }) => {
	const { load } = given;
	const warnings = [];
	const told = /* @__PURE__ */ new Set();
	const warn = (...warning) => {
		const mistake = warning.join();
		if (!told.has(mistake)) warnings.push(warning);
		told.add(mistake);
	};
	const first = Reflect.get(document, COPY);
	if (typeof first === "function") return first("copy", version);
	Reflect.set(document, COPY, warn);
	if (!cookies().includes("timebot_consent")) {
		const lang = languageFor({ lang: script?.dataset["lang"] ?? "auto" });
		for (const name of ["banner", lang === "kk" || lang === "en" ? lang : "ru"]) load(name).catch(() => void 0);
	}
	const use = (read) => begin({
		...given,
		...read,
		warnings,
		warn
	});
	const run = () => config ? use({
		raw: config,
		restricted: false
	}) : readConfig(script, load, warn, use);
	if (Reflect.get(document, "prerendering") === true) addEventListener.call(document, "prerenderingchange", run);
	else run();
};
export { start };
