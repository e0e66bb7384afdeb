import { version } from "./version.js";
// src/entry/api.ts
/** The API over a session. Calls that decide wait for `ready`, so that none overlooks what was decided before. */
var createApi = (session, ready) => {
	const { state, allows, open, warn, load } = session;
	const decide = async (choices) => {
		await ready;
		return (await load("script")).decideByScript(session, choices);
	};
	return Object.freeze({
		get decision() {
			return state.get().decision;
		},
		ready,
		allows,
		acceptAll: () => decide(true),
		rejectAll: () => decide(false),
		withdraw: () => decide(false),
		decide,
		open: (view = "preferences") => open(view),
		close: () => open(state.get().asks ? "banner" : "closed"),
		subscribe: (listener) => state.subscribe((...change) => {
			try {
				listener(...change);
			} catch (error) {
				warn("listener", error);
			}
		}),
		history: async () => (await load("history")).readHistory(session),
		version
	});
};
/** Puts the API where the page finds it, and answers what the page has queued. */
var publish = (api, warn) => {
	const push = (...calls) => {
		for (const call of calls) try {
			if (typeof call === "function") call(api);
		} catch (error) {
			warn("listener", error);
		}
	};
	const { timebotConsentQueue: queue } = window;
	Object.assign(window, {
		timebotConsent: api,
		timebotConsentQueue: { push }
	});
	if (Array.isArray(queue)) push(...queue);
};
export { createApi, publish };
