import { bare } from "../model/bare.js";
import { offerOf } from "../model/offers.js";
import { RESERVED_IDS } from "../model/purposes.js";
import { configSpec, isList, partOf } from "./config-spec.js";
// src/entry/config.ts
/**
* What is usable of a value, without a word: `diagnose` tells the owner of the rest when the page is idle. Objects come out
* without a prototype, so that no key of a config reaches one.
*/
var usable = (value, spec) => {
	if (isList(spec)) return Array.isArray(value) ? value.flatMap((item) => usable(item, spec[0]) ?? []) : void 0;
	if (spec instanceof RegExp) return typeof value === "string" && spec.test(value) ? value : void 0;
	if (spec === true) return typeof value === "boolean" ? value : void 0;
	if (typeof spec === "number") return typeof value === "number" && value % 1 === 0 && value > 0 && value <= spec ? value : void 0;
	if (typeof value !== "object" || !value || Array.isArray(value)) return void 0;
	const map = bare({});
	for (const [key, part] of Object.entries(value)) {
		const known = partOf(spec, key);
		const kept = known && usable(part, known);
		if (kept !== void 0) map[key] = kept;
	}
	return map;
};
/** The usable config of what an owner wrote, whatever that is. */
var parseConfig = (value) => usable(value, configSpec) ?? bare({});
/**
* What a site asks about on this page by its config, and by TimeBot's policy edition where the config says nothing else.
* `off`: the purposes taken off the page, if not those of the config.
*/
var offerBy = ({ policy, purposes: stated, services = [], months, off: configured = "" }, core, off = configured) => {
	const out = [
		"",
		...RESERVED_IDS,
		...off.split(" ")
	];
	const purposes = (policy?.purposes ?? core.purposes).flatMap(({ id = "", ...rest }) => out.includes(id) ? [] : bare({
		id,
		...rest,
		...named(stated?.[id])
	}));
	const seen = /* @__PURE__ */ new Set([...out, ...purposes.map(({ id }) => id)]);
	return offerOf(policy?.edition ?? core.edition, {
		granted: 12,
		refused: 6,
		...months
	}, purposes, services.slice(0, 64).flatMap(({ id = "", purpose = "", ...rest }) => {
		return !seen.has(id) && purposes.some((p) => p.id === purpose) && seen.add(id) ? bare({
			id,
			purpose,
			...rest
		}) : [];
	}));
};
/** What the site states of a purpose; a recipient without a name tells visitors nothing. */
var named = (stated) => ({
	...stated,
	recipients: (stated?.recipients ?? []).filter((to) => !!to.name)
});
export { offerBy, parseConfig, usable };
