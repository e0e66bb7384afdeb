import { diagnose } from "./diagnose.js";
import { tell } from "./warnings.js";
// src/entry/owner.ts
/** A word to the site's owner: loaded only where something is wrong. */
/** Each mistake once: a page may repeat one a thousand times. */
var told = /* @__PURE__ */ new Set();
var diagnosed = /* @__PURE__ */ new WeakSet();
/** Prints all warnings that wait, and at the first call what is wrong with the config. */
var tellWarnings = (session) => {
	const { raw, core, warnings } = session;
	if (!diagnosed.has(session)) diagnose(raw, core, (...warning) => warnings.unshift(warning));
	diagnosed.add(session);
	for (const warning of warnings.splice(0)) {
		const mistake = warning.join();
		if (!told.has(mistake)) tell(warning);
		told.add(mistake);
	}
};
export { tellWarnings };
