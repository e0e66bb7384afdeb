// src/entry/tabs.ts
/** As this widget's other tabs send it; a part is looked for that only newer versions tell of. */
var isRecord = (value) => typeof value === "object" && value !== null && "subject" in value && "seq" in value && "purposes" in value;
var isMessage = (value) => typeof value === "object" && value !== null && "mirror" in value && typeof value.mirror === "string" && "newest" in value && (value.newest === void 0 || isRecord(value.newest));
/**
* The other tabs of this origin. The channel is closed while the page is in the back/forward cache, which it would
* otherwise be kept out of; what was missed is in the cookie.
*
* @param hear a decision of another tab
* @param look the page is back, by any way: read the cookie again
*/
var joinTabs = (name, hear, look) => {
	let channel;
	const join = () => {
		if (channel || typeof BroadcastChannel === "undefined") return;
		channel = new BroadcastChannel(name);
		channel.onmessage = ({ data }) => {
			if (isMessage(data)) hear(data);
		};
	};
	join();
	addEventListener("pagehide", () => {
		channel?.close();
		channel = void 0;
	});
	addEventListener("pageshow", ({ persisted }) => {
		join();
		if (persisted) look();
	});
	addEventListener("visibilitychange", () => {
		if (!document.hidden) look();
	});
	addEventListener("resume", look, true);
	return { tell: (message) => channel?.postMessage(message) };
};
export { joinTabs };
