import { diagnose } from "./diagnose.js";
import { tell } from "./warnings.js";
// src/entry/owner.ts
/** A word to the site's owner: loaded only where something is wrong. */
/** Mistakes that have been told, by session: a page may repeat one a thousand times. */
var told = /* @__PURE__ */ new WeakMap();
var diagnosed = (session) => {
	diagnose(session.raw, session.core, (...warning) => session.warnings.unshift(warning));
	return /* @__PURE__ */ new Set();
};
/** Prints all warnings that wait, and at the first call what is wrong with the config; each mistake once. */
var tellWarnings = (session) => {
	const known = told.get(session) ?? diagnosed(session);
	told.set(session, known);
	for (const warning of session.warnings.splice(0)) {
		const mistake = warning.map(String).join("\n");
		if (!known.has(mistake)) tell(warning);
		known.add(mistake);
	}
};
export { tellWarnings };
