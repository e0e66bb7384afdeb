import { languages } from "../locales/languages.js";
import { ConsentElement } from "../ui/consent-element.js";
import { commit, everything } from "./commit.js";
import { siteOf } from "./site.js";
// src/entry/dialogue.ts
var TAG = "timebot-consent";
/**
* Talks with the visitor: loads what a view needs, hands snapshots to the element and carries its requests out. Controls
* appear when everything that a click needs is there, so that a click has nothing to wait for.
*/
var createDialogue = async (session) => {
	const { config, dom, offer, state, load, open, warn, emit } = session;
	let shown;
	let outcome;
	let turn = 0;
	const { own, policy, notice, known } = await siteOf(session);
	const prepare = async (view, lang) => {
		const base = lang === "kk" || lang === "en" ? lang : "ru";
		const [banner, more] = await Promise.all([load(base), view === "preferences" ? load(`${base}-more`) : void 0]);
		const first = own?.first(lang, banner.texts) ?? banner.texts;
		const further = more && (own?.further(lang, more.texts) ?? more.texts);
		return {
			first,
			further,
			notice: await notice(more ? "preferences" : "banner", lang, {
				first,
				further
			}, (more ?? banner).notice)
		};
	};
	const act = (choice, actor, then) => {
		if (!shown) return;
		turn++;
		commit(session, choice, {
			actor,
			policy,
			notice: shown.notice
		}).catch((error) => warn("decision", error));
		state.set({ view: then });
	};
	const handle = (request, actor) => {
		const { view, asks } = state.get();
		const { action } = request;
		if (action === "language") open(view, request.lang);
		else if (action === "settings") open("preferences");
		else if (action === "close") open(asks ? "banner" : "closed");
		else {
			const withdraws = action === "withdraw";
			if (withdraws) outcome = "withdrawn";
			const choice = action === "save" ? request.choice : everything(session, action === "accept-all");
			act(choice, actor, withdraws ? view : "closed");
		}
	};
	if (!dom.native("body")) await dom.parsed();
	if (!customElements.get(TAG)) customElements.define(TAG, ConsentElement);
	const element = dom.query(TAG)[0] ?? dom.create(TAG);
	for (const name of [
		"layout",
		"position",
		"theme"
	]) {
		const value = config[name];
		if (value) element.setAttribute(name, value);
	}
	element.addEventListener("timebot-consent-request", ({ request, actor }) => handle(request, actor));
	state.subscribe(({ view, lang, decision, asks: reason }) => {
		if (view === "closed") element.setAttribute("view", view);
		if (!shown) return;
		const { newest: record } = session;
		const langs = own?.langs ?? languages;
		element.state = {
			...shown,
			view,
			lang,
			langs,
			policy,
			offer,
			decision,
			reason,
			record,
			outcome
		};
	});
	const show = async (wanted, lang = state.get().lang) => {
		const view = wanted === "banner" ? wanted : "preferences";
		const mine = ++turn;
		const [next, preferences] = await Promise.all([
			prepare(view, lang),
			view === "preferences" ? load("preferences") : void 0,
			known
		]);
		const { asks, view: before } = state.get();
		if (mine !== turn || view === "banner" && !asks) return;
		if (!element.isConnected) dom.native("body").prepend(element);
		element.preferences ??= preferences;
		shown = next;
		if (view !== before) outcome = void 0;
		state.set({
			view,
			lang
		});
		if (view !== before) emit("shown", state.get());
	};
	return { show };
};
var dialogues = /* @__PURE__ */ new WeakMap();
/** The dialogue of a session: one, made anew where making it has failed. */
var dialogueOf = (session) => {
	const made = dialogues.get(session) ?? createDialogue(session);
	dialogues.set(session, made);
	made.catch(() => dialogues.delete(session));
	return made;
};
export { dialogueOf };
