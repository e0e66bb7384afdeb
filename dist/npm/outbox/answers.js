import { acknowledges } from "./post.js";
// src/outbox/answers.ts
var DEAD = [
	400,
	409,
	413,
	415,
	422
];
var PAUSE = [
	408,
	425,
	429
];
/** The delivery table. */
var outcomeOf = (answer, id) => {
	const { status, redirected } = answer;
	if (acknowledges(answer, id)) return "acknowledged";
	if (DEAD.includes(status)) return "dead";
	return status === 0 && !redirected || PAUSE.includes(status) || status >= 500 && status < 600 ? "pause" : "misdirected";
};
/** Milliseconds to wait after failure number `tries` (from 0) in a row. `random` gives 0 to 1. */
var retryDelay = (tries, random) => Math.min(3e5, 2e3 * 2 ** tries) * (.5 + random() / 2);
/** Milliseconds that a Retry-After header (seconds or a date) asks for, 1 s to 24 h; undefined where it is unreadable. */
var retryAfterMs = (header, now) => {
	const text = header ?? "";
	const wait = /^\d+$/.test(text) ? Number(text) * 1e3 : text.endsWith(" GMT") ? Date.parse(text) - now : NaN;
	return Math.min(864e5, Math.max(1e3, wait)) || void 0;
};
export { outcomeOf, retryAfterMs, retryDelay };
