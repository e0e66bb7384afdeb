import { bare } from "../model/bare.js";
import { answer } from "../model/decisions.js";
import { createInspector } from "../ui/inspector.js";
import { inspect } from "./inspect.js";
// src/entry/inspector.ts
/** The chunk for people who look after the site: loaded by `?timebot-consent-debug` or by `debug` in the config only. */
/** Milliseconds between a change and the next look at the page: one look for many changes. */
var CALM = 200;
/** Opens the inspector on this page and keeps it up to date. */
var startInspector = async (session) => {
	const { offer, state, load, adopt } = session;
	const services = await load("services").catch(() => void 0);
	/** A choice that is only tried: it opens and closes on this page, and leaves cookie, database, endpoint and other tabs alone. */
	const attempt = (granted) => {
		if (session.pending) return look();
		session.endTrial?.();
		const { decision } = state.get();
		const tried = answer(offer, {
			seq: Math.floor(decision?.seq ?? 0) + .5,
			expires: Date.now() + 36e5,
			edition: offer.edition,
			offer: offer.hash,
			accepted: decision?.accepted
		}, (id) => granted.includes(id), () => true);
		session.endTrial = () => {
			session.endTrial = void 0;
			if (state.get().decision?.purposes === tried.purposes) adopt(decision);
		};
		adopt(tried);
	};
	const inspector = createInspector(attempt);
	addEventListener("pagehide", () => session.endTrial?.());
	let timer;
	const look = () => {
		timer ??= setTimeout(async () => {
			timer = void 0;
			const engine = services?.engineOf(session);
			inspector.show(await inspect(session, engine?.status() ?? [], engine?.told ?? []));
		}, CALM);
	};
	state.subscribe(look);
	new PerformanceObserver(look).observe(bare({
		type: "resource",
		buffered: true
	}));
	new MutationObserver(look).observe(document, bare({
		childList: true,
		subtree: true,
		attributeFilter: ["src", "type"]
	}));
	if ("cookieStore" in window) window.cookieStore.addEventListener("change", look);
	addEventListener("storage", look);
};
export { startInspector };
