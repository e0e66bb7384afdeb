import { parsed, query } from "../gate/native.js";
import { configSpec } from "./config-spec.js";
// src/entry/read-config.ts
/** The settings in an element's attributes: with `data-` on the script, without on the element. */
var attributes = (element, prefix) => {
	const found = {};
	for (const name of Object.keys(configSpec)) {
		const value = element?.getAttribute(prefix + name);
		if (value) found[name] = value;
	}
	return found;
};
var inlineConfig = (script, warn) => {
	try {
		return JSON.parse(script.text);
	} catch (error) {
		warn("config-json", error);
		return {};
	}
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
	const given = {
		...fromScript,
		...attributes(query("timebot-consent")[0], "")
	};
	const finish = (json, restricted) => use({
		raw: typeof json === "object" && !Array.isArray(json) ? {
			...json,
			...given
		} : given,
		restricted
	});
	const { config: url } = given;
	if (inline || !url) finish(inline ? inlineConfig(inline, warn) : {}, false);
	else fetch(url, { signal: AbortSignal.timeout(5e3) }).then((response) => response.json()).then((json) => finish(json, false), async (error) => {
		warn("config-url", url, error);
		const copy = load("page").then(({ configCopy }) => configCopy(url));
		finish(await copy.catch(() => 0), true);
	});
};
export { readConfig };
