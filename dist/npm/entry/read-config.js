import { parsed, query } from "../gate/native.js";
import { bare } from "../model/bare.js";
import { configSpec } from "./config-spec.js";
// src/entry/read-config.ts
/** The settings in an element's attributes: with `data-` on the script, without on the element. */
var attributes = (element, prefix) => {
	const found = bare({});
	for (const [name, spec] of Object.entries(configSpec)) {
		const value = spec instanceof RegExp && element?.getAttribute(prefix + name);
		if (value) found[name] = value;
	}
	return found;
};
/** A config is one JSON object. @throws TypeError for anything else */
var objectOf = (json) => {
	if (typeof json !== "object" || !json || Array.isArray(json)) throw new TypeError("no object");
	return json;
};
/**
* Reads the config: inline JSON, else the address in `data-config`, and the attributes of script and element, of which the
* element's count most. Calls back at once where it can, so that a return visit grants within the script's own task. Where
* the page is still being parsed and holds no config yet, one may come: that waits.
*/
var readConfig = (script, load, warn, use) => {
	const inline = query("script[type=\"application/json\"][data-timebot-consent]")[0];
	const fromScript = attributes(script, "data-");
	const waiting = inline || fromScript["config"] ? void 0 : parsed();
	if (waiting) return void waiting.then(() => readConfig(script, load, warn, use));
	const given = Object.assign(fromScript, attributes(query("timebot-consent")[0], ""));
	const url = given["config"];
	const finish = (json, restricted) => use({
		raw: bare({
			...json,
			...given
		}),
		restricted
	});
	if (inline) {
		let json;
		try {
			json = objectOf(JSON.parse(inline.text));
		} catch (error) {
			warn("config-json", error);
		}
		finish(json, !json);
	} else if (url) {
		const read = async () => {
			let json;
			let restricted;
			try {
				const response = await fetch(url, { signal: AbortSignal.timeout(5e3) });
				if (!response.ok) throw response.status;
				json = objectOf(await response.json());
			} catch (error) {
				warn("config-url", url, error);
				restricted = true;
				json = await load("idle-config").then(({ configCopy }) => configCopy(url)).catch(() => void 0);
			}
			finish(json, restricted);
		};
		read();
	} else finish();
};
export { attributes, objectOf, readConfig };
