import { isUsable } from "./globals.js";
import { fillText } from "./values.js";
// src/signals/check.ts
/** Whether an address is https and of one of the hosts; `*.` stands for any subdomain. */
var isAt = (url, hosts) => {
	if (!URL.canParse(url)) return false;
	const { protocol, host } = new URL(url);
	return protocol === "https:" && hosts.some((known) => known[0] === "*" ? host.endsWith(known.slice(1)) : host === known);
};
/** The address of a script with the owner's options in it; undefined where that is none of the manifest's hosts. */
var addressOf = (template, { manifest, options }) => {
	const part = (value) => value.startsWith("https://") ? value : encodeURIComponent(value);
	const url = fillText(template, { options }, part);
	return url !== void 0 && isAt(url, manifest.hosts ?? []) ? url : void 0;
};
/** Parts of a step or stub that name a global. */
var PATHS = [
	"call",
	"create",
	"set",
	"later",
	"queue",
	"time",
	"alias"
];
/** What a step or stub is nothing without, where it is missing. */
var missingIn = (part) => {
	const { kind } = part;
	const has = (key) => Object.hasOwn(part, key);
	if (kind === void 0) return has("call") || has("set") ? void 0 : "\"call\" or \"set\"";
	const needed = kind === "arguments" ? "queue" : kind === "methods" ? "names" : void 0;
	return needed && !has(needed) ? `"${needed}"` : void 0;
};
/** Why a service cannot be run, with the remedy; undefined where it can. */
var flawOf = (running) => {
	const { manifest, options } = running;
	const { stubs = {}, load = [], init = [], loaded = [], tell = {} } = manifest;
	const parts = [...Object.values(stubs), ...[
		init,
		loaded,
		...Object.values(tell)
	].flat()];
	for (const part of parts) {
		const missing = missingIn(part);
		if (missing) return `${JSON.stringify(part).slice(0, 80)} lacks ${missing}: add it`;
	}
	const named = parts.flatMap((part) => Object.entries(part).flatMap(([key, path]) => PATHS.includes(key) && typeof path === "string" ? path : []));
	const path = [...Object.keys(stubs), ...named].find((text) => !isUsable(fillText(text, { options: {
		item: "item",
		...options
	} }) ?? "missing"));
	if (path !== void 0) return `"${path}" is no variable of a vendor's script: name one that the script itself makes`;
	const stray = load.find((template) => !addressOf(template, running));
	return stray && `"${stray}" is not loaded: name its host in "hosts"`;
};
export { addressOf, flawOf, isAt };
