import { createGate } from "../gate/gate.js";
import { cookies } from "../gate/native.js";
import { bare } from "../model/bare.js";
import { allows, mustAsk } from "../model/decisions.js";
import { readMirror } from "../store/mirror.js";
import { offerBy, parseConfig } from "./config.js";
import { languageFor } from "./languages.js";
import { createState } from "./state.js";
// src/entry/session.ts
/** The composition root: holds the one state and passes it to gate and page. */
var createSession = (deps) => {
	const { raw, restricted, core, load, warn } = deps;
	const config = parseConfig(raw);
	const offer = offerBy(config, core);
	const whole = offerBy(config, core, "");
	const withheld = navigator.globalPrivacyControl && "ads";
	const asks = (decision) => restricted && decision ? void 0 : mustAsk(decision, offer, Date.now());
	const first = readMirror(cookies(), offer, withheld);
	const state = createState({
		decision: first,
		asks: asks(first),
		view: "closed",
		lang: languageFor(config)
	});
	const may = (id) => {
		const { decision } = state.get();
		return [decision, session.pending ?? decision].every((one) => allows(restricted ? void 0 : one, offer, Date.now(), id));
	};
	const known = (id) => Object.hasOwn(whole.prints, id);
	const gate = createGate({
		...deps,
		allows: may,
		known
	});
	const emit = (name, detail) => {
		dispatchEvent.call(document, new CustomEvent(`timebot-consent:${name}`, { detail }));
	};
	state.subscribe((snapshot, previous) => {
		if (snapshot.decision?.purposes === previous.decision?.purposes) return;
		gate.update();
		emit("change", snapshot);
	});
	const open = async (view, lang) => {
		if (view === "closed") return state.set({ view });
		try {
			await (await (await load("banner")).dialogueOf(session)).show(view, lang);
		} catch (error) {
			warn("view", view, error);
		}
	};
	const session = bare({
		...deps,
		config,
		offer,
		whole,
		withheld,
		state,
		memory: /* @__PURE__ */ new Map(),
		newest: void 0,
		allows: may,
		read: (by = offer, without = session.withheld) => readMirror(cookies(), by, without),
		adopt: (decision) => {
			session.pending = void 0;
			const reason = asks(decision);
			const { view } = state.get();
			state.set({
				decision,
				asks: reason,
				view: view === "banner" && !reason ? "closed" : view
			});
		},
		updateGate: gate.update,
		open,
		emit
	});
	return session;
};
export { createSession };
