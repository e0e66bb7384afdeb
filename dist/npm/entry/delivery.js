import { createDrain } from "../outbox/drain.js";
import { createPost } from "../outbox/post.js";
import { databaseOf } from "./database.js";
import { fetchPost } from "./fetch-post.js";
import "./version.js";
// src/entry/delivery.ts
/** Tells page and owner what became of a record. */
var report = ({ emit, warn, config }, found) => {
	emit("delivery", found);
	const { delivery, status } = found;
	if (delivery !== "dead" && delivery !== "misdirected") return;
	if (delivery === "dead" && !status) return warn("record", `outbox/${found.id}`, "its text is lost");
	warn("endpoint", config.endpoint, status || "with a redirect", delivery === "dead" ? "daily" : "hourly");
};
var drains = /* @__PURE__ */ new WeakMap();
/** The drain of a session, with the browser's clock, chance, locks and timers. */
var drainOf = (session) => {
	const { memory, config } = session;
	const made = drains.get(session) ?? createDrain({
		db: databaseOf(session),
		memory,
		endpoint: config.endpoint ?? "",
		widget: "0.1.0",
		post: createPost(fetchPost, location),
		now: Date.now,
		random: Math.random,
		locks: navigator.locks,
		schedule: (run, ms) => {
			const timer = setTimeout(run, ms);
			return () => clearTimeout(timer);
		},
		report: (found) => report(session, found)
	});
	drains.set(session, made);
	return made;
};
/** Files the answer to a record's first POST. */
var settle = async (session, id, body, answer) => {
	const found = await drainOf(session).settle(id, body, answer);
	report(session, found);
	return found.delivery;
};
export { drainOf, settle };
