import { create, native } from "../gate/native.js";
import { embed } from "../locales/en.js";
import { embed as embed$1 } from "../locales/kk.js";
import { embed as embed$2 } from "../locales/ru.js";
import { fill } from "../locales/texts.js";
import { bare } from "../model/bare.js";
import { grantsAny } from "../model/decisions.js";
import { embedElement } from "../ui/embed-element.js";
import { named } from "../ui/recipients.js";
import { featuresOf, frameOf, harmful, posterOf } from "./embed-markup.js";
// src/entry/embed.ts
/** Embeds: the chunk of pages that have one. */
var TAG = "timebot-embed";
/** What video players and maps ask for by their own embed codes. */
var FEATURES = "autoplay; encrypted-media; fullscreen; picture-in-picture; web-share";
/** Reads the markup of an embed; warns of what is wrong. */
var createReader = ({ offer, warn }, services) => (element) => {
	const get = (name) => element.getAttribute(name) ?? "";
	const [id, src, poster] = [
		get("service"),
		get("src"),
		get("poster")
	];
	const manifestOf = (name) => services.find((running) => running.id === name)?.manifest;
	const refuse = (problem) => {
		warn("embed", id, problem);
	};
	const service = offer.services.find((declared) => declared.id === id);
	const manifest = manifestOf(id);
	if (!service || !manifest?.hosts) return refuse(`no service of that id has hosts: correct "service", known are ${offer.services.filter((declared) => manifestOf(declared.id)?.hosts).map((declared) => declared.id).join(", ") || "none"}`);
	const attribute = harmful(element.getAttributeNames());
	if (attribute) return refuse(`"${attribute}" has no place on an embed: remove it`);
	let frame;
	try {
		frame = frameOf(src, manifest);
	} catch (error) {
		return refuse(error);
	}
	if (!frame) return refuse(`"${src}" is no address of it that can be shown in a frame: correct "src"`);
	const { name = id } = service;
	const title = get("title") || name;
	if (!get("title")) warn("embed-part", id, "without \"title\" nobody knows what is in it: add one");
	const hosts = services.flatMap((running) => running.manifest.hosts ?? []);
	const picture = poster ? posterOf(poster, native("baseURI"), hosts) : void 0;
	if (poster && !picture) warn("embed-part", id, `"${poster}" would ask a vendor, or is no address: host it yourself`);
	const { allowed, refused } = featuresOf(get("allow") || FEATURES);
	if (refused.length) warn("embed-part", id, `"allow" may not hold ${refused.join(", ")}: remove it`);
	return {
		service,
		title,
		poster: picture,
		frame: {
			title,
			allow: allowed,
			...element.hasAttribute("allowfullscreen") && { allowfullscreen: "" },
			loading: get("loading") === "eager" ? "eager" : "lazy",
			referrerpolicy: "strict-origin-when-cross-origin",
			src: frame
		}
	};
};
/** Shows the embeds of the page, now and from now on. */
var startEmbeds = async (session, services) => {
	const { allows, config, load, offer, open, state, warn } = session;
	if (customElements.get(TAG)) return;
	const own = config.texts ? await load("own") : void 0;
	const read = createReader(session, services);
	const all = /* @__PURE__ */ new Map();
	const textsIn = (lang) => {
		const shipped = lang === "kk" ? embed$1 : lang === "en" ? embed : embed$2;
		return own?.embedTexts(own.ownConfig(session), lang, shipped) ?? shipped;
	};
	const stateOf = ({ wanted, once, always }) => {
		if (!wanted) return void 0;
		const { service, frame, title, poster } = wanted;
		if (once || allows(service.id)) return bare({ frame });
		const { lang } = always ?? state.get();
		const { id, name = id, country, recipient = name } = service;
		const ui = textsIn(lang);
		const key = (action, label) => ({
			action,
			label
		});
		const values = {
			service: name,
			recipient: named(lang, country, recipient),
			purpose: always?.purpose ?? ""
		};
		return bare({ placeholder: {
			lang,
			theme: config.theme ?? "auto",
			title,
			poster,
			text: fill(always ? ui.extent : ui.about, values),
			keys: always ? [key("allow", ui.allow), key("back", ui.back)] : [key("show-once", ui.once), key("show-always", ui.always)],
			settings: ui.settings
		} });
	};
	/** Brings an embed in line with what is wanted and allowed now. */
	const update = (element, held) => {
		const next = stateOf(held);
		const { shown, hidden } = textsIn(state.get().lang);
		const say = next && "frame" in next ? shown : element.shadowRoot?.querySelector("iframe") ? hidden : "";
		element.show(next, fill(say, { title: held.wanted?.title ?? "" }));
	};
	/** Closes what a decision no longer grants, and with a withdrawal also what was shown once. */
	const follow = (decision, previous) => {
		for (const [element, held] of all) {
			const { id = "", purpose = "" } = held.wanted?.service ?? {};
			if (decision && decision.seq !== previous?.seq && (!grantsAny(decision, offer) || previous?.purposes[purpose] && !decision.purposes[purpose] || previous?.services[id] && !decision.services[id])) held.once = false;
			update(element, held);
		}
	};
	const always = async (element, held, actor) => {
		const { wanted } = held;
		if (!wanted) return;
		const { lang } = state.get();
		const ready = await (await load("always")).prepareAlways(session, wanted.service, textsIn(lang), lang);
		if (all.get(element) !== held) return;
		if (allows(wanted.service.purpose)) {
			held.once = true;
			update(element, held);
			await ready.grant(actor, false);
		} else if (state.get().lang === lang) {
			held.always = ready;
			update(element, held);
		} else await always(element, held, actor);
	};
	/** Tells in another language what "always" takes, unless the visitor has answered meanwhile. */
	const translate = async (element, held, lang) => {
		const { wanted } = held;
		if (!wanted) return;
		const ready = await (await load("always")).prepareAlways(session, wanted.service, textsIn(lang), lang);
		if (all.get(element) !== held || !held.always || state.get().lang !== lang) return;
		held.always = ready;
		update(element, held);
	};
	const asked = (element, action, { isTrusted }) => {
		const held = all.get(element);
		if (!held?.wanted) return;
		const actor = isTrusted ? "person" : "script";
		const failed = (error) => warn("decision", error);
		if (action === "settings") return void open("preferences");
		if (action === "show-always") return void always(element, held, actor).catch(failed);
		const { always: ready } = held;
		held.always = void 0;
		held.once = action !== "back";
		update(element, held);
		if (action === "allow") ready?.grant(actor, true).catch(failed);
	};
	const changed = (element) => {
		const wanted = read(element);
		const before = all.get(element);
		const same = before?.wanted?.frame["src"] === wanted?.frame["src"];
		const held = bare({
			wanted,
			once: same && before?.once === true
		});
		all.set(element, held);
		update(element, held);
	};
	const { updateGate } = session;
	session.updateGate = () => {
		updateGate();
		follow(session.pending, state.get().decision);
	};
	customElements.define(TAG, embedElement({
		create,
		changed,
		left: (element) => void all.delete(element),
		asked
	}));
	state.subscribe(({ decision, lang }, { decision: previous, lang: before }) => {
		follow(decision, previous);
		if (lang === before) return;
		for (const [element, held] of all) if (held.always) translate(element, held, lang).catch((error) => warn("decision", error));
	});
};
export { startEmbeds };
