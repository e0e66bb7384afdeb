import { cookies, parsed, query } from "../gate/native.js";
import { bare } from "../model/bare.js";
import "../store/mirror.js";
import { createApi, publish } from "./api.js";
import { denyGoogle } from "./google-default.js";
import { languageFor } from "./languages.js";
import { attributes, readConfig } from "./read-config.js";
import { createSession } from "./session.js";
import { version } from "./version.js";
// src/entry/boot.ts
/** Watches for gated markup that the parser or the page adds. */
var watch = (update, tell) => {
	update();
	new MutationObserver(update).observe(document, bare({
		childList: true,
		subtree: true
	}));
	parsed()?.then(update).catch(tell);
};
var begin = (deps, tell) => {
	const { load, warn } = deps;
	const session = createSession(deps);
	const { config, state, emit, open, updateGate } = session;
	watch(updateGate, tell);
	deps.run?.(session);
	if (state.get().asks && (config.services || config.purposes || config.policy)) load("own").catch(() => void 0);
	const ready = Promise.resolve(state.get().asks ? open("banner") : void 0);
	publish(createApi(session, ready), warn);
	const opens = (event) => {
		if (!query("[data-consent-open]").some((element) => event.composedPath().includes(element))) return;
		event.preventDefault();
		open("preferences");
	};
	addEventListener("click", opens, true);
	const begun = () => {
		emit("ready", state.get());
		setTimeout(() => {
			load("page").then(({ startPage }) => startPage(session)).catch(tell);
		}, 100);
	};
	ready.then(begun).catch(tell);
};
/** Where the copy of the widget that has this page is found by others. */
var COPY = Symbol.for("timebot-consent");
/**
* Starts the widget: from here on everything follows from the config, the cookie, the database and the visitor.
*
* @param script the one whose `data-*` attributes are settings
* @param config a config in place of the page's
*/
var start = (given, script, config) => {
	const { load } = given;
	const warnings = [];
	const warn = (...warning) => void warnings.push(warning);
	/** The last word, in a page where nothing of the widget can tell it better. Nothing is granted, and the page hears nothing. */
	const tell = (error) => console.warn("[timebot-consent]", error, ...warnings);
	const first = Reflect.get(document, COPY);
	if (typeof first === "function") return first("copy", version);
	Reflect.set(document, COPY, warn);
	if (!cookies().includes("timebot_consent")) {
		load("banner").catch(() => void 0);
		load(languageFor(attributes(script, "data-"))).catch(() => void 0);
	}
	const use = (read) => {
		const services = [Object(read.raw).services].flat();
		denyGoogle(services);
		/** In this very task where the chunk of services is not needed. */
		const go = async () => {
			if (Reflect.get(document, "prerendering") === true) await new Promise((done) => addEventListener.call(document, "prerenderingchange", done));
			let ready = read;
			try {
				if (/"(use|load|tell|init|stubs)\\?":/.test(JSON.stringify(services))) ready = await (await load("services")).expand(read, load, warn);
			} catch (error) {
				warn("service", "use", error);
				ready = {
					...read,
					restricted: true
				};
			}
			begin(bare({
				...given,
				...ready,
				warnings,
				warn
			}), tell);
		};
		go().catch(tell);
	};
	if (config) use({ raw: config });
	else readConfig(script, load, warn, use);
};
export { start };
