import { create, native, parsed, query } from "../gate/native.js";
import { languages } from "../locales/languages.js";
import { bare } from "../model/bare.js";
import { ConsentElement } from "../ui/consent-element.js";
import { commit, everything } from "./commit.js";
import { keepInPage } from "./keep.js";
import { within } from "./promises.js";
import { siteOf } from "./site.js";
// src/entry/dialogue.ts
var TAG = "timebot-consent";
/**
* Talks with the visitor: loads what a view needs, hands snapshots to the element and carries its requests out. Controls
* appear when everything that a click needs is there, so that a click has nothing to wait for.
*/
var createDialogue = async (session) => {
	const { config, offer, state, load, open, warn, emit } = session;
	let shown;
	let outcome;
	let turn = 0;
	const { own, policy, notice, known } = await siteOf(session);
	const offersAds = offer.purposes.some(({ id }) => id === "ads");
	const prepare = async (view, lang) => {
		const base = lang === "kk" || lang === "en" ? lang : "ru";
		const [banner, more] = await Promise.all([load(base), view === "preferences" ? load(`${base}-more`) : void 0]);
		const first = own?.first(lang, banner.texts) ?? banner.texts;
		const further = more && (await own?.further(lang, more.texts, load) ?? more.texts);
		return {
			first,
			further,
			notice: await notice(more ? "preferences" : "banner", lang, {
				first,
				further
			}, (more ?? banner).notice)
		};
	};
	/** Where only a part is asked about, and the notice of that. */
	const partly = async ({ first }, lang) => {
		const delta = session.newest && (await load("history")).deltaOf(session);
		const asked = delta?.news.map(({ id }) => id);
		return delta && {
			delta,
			notice: await notice("banner", lang, { first }, void 0, asked)
		};
	};
	const act = (choice, noticed, actor, then) => {
		turn++;
		commit(session, choice, {
			actor,
			policy,
			notice: noticed
		}).catch((error) => warn("decision", error));
		state.set({ view: then });
	};
	const handle = (request, actor) => {
		session.endTrial?.();
		const { view, asks } = state.get();
		const { action } = request;
		if (action === "language") open(view, request.lang);
		else if (action === "settings") open("preferences");
		else if (action === "close") open(asks ? "banner" : "closed");
		else if (view !== "closed" && shown) {
			const withdraws = action === "withdraw";
			if (withdraws) outcome = "withdrawn";
			const granted = action === "accept-all";
			const { delta } = shown;
			const choice = action === "save" ? request.choice : delta ? delta.answer(granted) : everything(session, granted);
			if (!choice) return void open("banner");
			act(choice, shown.notice, actor, withdraws ? view : "closed");
		}
	};
	if (!native("body")) await parsed();
	if (customElements.get(TAG) !== ConsentElement) customElements.define(TAG, ConsentElement);
	const element = query(TAG)[0] ?? create(TAG);
	for (const name of [
		"layout",
		"position",
		"theme"
	]) {
		const value = config[name];
		if (value) element.setAttribute(name, value);
	}
	element.addEventListener("timebot-consent-request", ({ request, actor }) => handle(request, actor));
	state.subscribe((snapshot) => {
		const { view, asks: reason } = snapshot;
		if (view === "closed") element.setAttribute("view", view);
		if (!shown) return;
		const { newest: record } = session;
		const langs = own?.langs ?? languages;
		const news = shown.delta?.news ?? [];
		const gpc = offersAds && navigator.globalPrivacyControl === true;
		element.state = bare({
			...snapshot,
			...shown,
			langs,
			policy,
			offer,
			reason,
			news,
			gpc,
			record,
			outcome
		});
	});
	keepInPage(() => element.isConnected || state.get().view === "closed", () => void open(state.get().asks ? "banner" : "closed"));
	const show = async (wanted, lang = state.get().lang) => {
		session.endTrial?.();
		const view = wanted === "banner" ? wanted : "preferences";
		const mine = ++turn;
		const [next, preferences] = await Promise.all([
			prepare(view, lang).catch(() => prepare(view, lang = "ru")),
			view === "preferences" ? own ? own.preferences(load) : load("preferences") : void 0,
			known,
			session.catchUp && within(session.catchUp())
		]);
		const part = view === "banner" ? await partly(next, lang).catch(() => void 0) : void 0;
		const { asks, view: before } = state.get();
		if (mine !== turn || view === "banner" && !asks) return;
		if (!element.isConnected) native("body").prepend(element);
		element.preferences ??= preferences;
		shown = bare({
			...next,
			...part
		});
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
