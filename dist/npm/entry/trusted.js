// src/entry/trusted.ts
var keep = (text) => text;
/** Name of the Trusted Types policy, for a page's `trusted-types` list. */
var POLICY = "timebot-consent";
/**
* The Trusted Types policy of the widget, or the identity where the platform has none. It passes what it is given: chunk
* addresses have an integrity, and gated scripts are the page's own markup, held to the page's nonce.
*/
var createTrusted = () => {
	const rules = {
		createScript: keep,
		createScriptURL: keep
	};
	try {
		return Reflect.get(window, "trustedTypes").createPolicy(POLICY, rules);
	} catch {
		return rules;
	}
};
export { POLICY, createTrusted };
