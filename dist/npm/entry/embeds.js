import { query } from "../gate/native.js";
import { bare } from "../model/bare.js";
// src/entry/embeds.ts
/** Brings what shows embeds, as soon as the page has one. A question to the visitor comes first. */
var watchEmbeds = (session, services) => {
	const { load, state, warn } = session;
	const look = () => {
		if (!query("timebot-embed").length) return;
		observer.disconnect();
		(state.get().asks ? load("banner").catch(() => void 0) : Promise.resolve(void 0)).then(() => load("embed")).then(({ startEmbeds }) => startEmbeds(session, services)).catch((error) => warn("embed", "all", error));
	};
	const observer = new MutationObserver(look);
	observer.observe(document, bare({
		childList: true,
		subtree: true
	}));
	look();
};
export { watchEmbeds };
