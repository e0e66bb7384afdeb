import { bare, bareAll } from "../model/bare.js";
import { serviceNames } from "../services/names.js";
// src/entry/expand.ts
/** Puts ready-made services in place of `{ "use": … }`. Pure but for the manifests, which it is given. */
var MODE = bare({
	type: "string",
	pattern: "^(basic|advanced)$"
});
/** What an owner may say of a ready-made service in other words than ours; everything else is an option of it. */
var OWN = [
	"purpose",
	"name",
	"recipient",
	"country",
	"storage"
];
var FORMS = {
	string: "^[^]{1,500}$",
	number: "^\\d{1,15}$",
	address: "^https://[\\w.:-]+(/[\\w.~-]+)*/?$"
};
var KINDS = {
	string: "a text",
	number: "a number",
	boolean: "true or false",
	list: "a list of texts",
	address: "an address"
};
/** What text has to look like to be an option, or an item of one. */
var formOf = ({ type, pattern }) => type === "boolean" ? void 0 : pattern ?? FORMS[type === "list" ? "string" : type];
/** The owner's value as an option takes it; undefined where it does not. */
var optionOf = (value, option) => {
	const { type } = option;
	if (type === "boolean") return typeof value === "boolean" ? value : void 0;
	if (type === "list") {
		const items = Array.isArray(value) ? value.map((item) => optionOf(item, bare({
			...option,
			type: "string"
		}))) : [];
		return items.length && !items.includes(void 0) ? items : void 0;
	}
	const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
	if (!new RegExp(formOf(option) ?? "").test(text)) return void 0;
	if (type === "number") return Number(text);
	if (type === "string") return text;
	return URL.canParse(text) ? text.replace(/\/?$/, "/") : void 0;
};
var isName = (name) => serviceNames.some((known) => known === name);
/** A manifest's host with the owner's options, of which an address gives its host. */
var hostOf = (host, given) => host.replace(/\{(\w+)\}/, (_, name) => {
	const value = String(given[name]);
	return URL.canParse(value) ? new URL(value).host : value;
});
/** A ready-made service with the owner's options; undefined where one that it needs is missing. */
var readyMade = ({ options = {}, hosts = [], advanced, ...rest }, given, tell) => {
	const known = {
		...options,
		...advanced && { mode: MODE }
	};
	const own = {};
	const chosen = bare({});
	for (const [key, value] of Object.entries(given)) {
		const option = Object.hasOwn(known, key) ? known[key] : void 0;
		if (option) {
			chosen[key] = optionOf(value, option);
			if (chosen[key] !== void 0) continue;
			const form = formOf(option);
			tell(`"${key}" is ${JSON.stringify(value)} and left out: make it ${KINDS[option.type]}${form ? ` like ${form}` : ""}`);
		} else if (OWN.some((name) => name === key)) own[key] = value;
		else tell(`"${key}" is unknown and left out: known are ${[
			"use",
			"as",
			...Object.keys(known),
			...OWN
		].join(", ")}`);
	}
	const needed = Object.keys(known).filter((key) => known[key]?.required && chosen[key] === void 0);
	const missing = needed.filter((key) => !Object.hasOwn(given, key));
	if (missing.length) tell(`it does not run without ${missing.join(", ")}: add it`);
	if (needed.length) return void 0;
	return {
		...rest,
		...advanced && { advanced },
		hosts: hosts.map((host) => hostOf(host, chosen)),
		...own,
		given: chosen
	};
};
/** The service that an entry of the config means; undefined, with a warning, where it means none. */
var serviceOf = async (entry, load, warn) => {
	const { use, as, ...given } = entry;
	if (use === void 0) return entry;
	const name = typeof use === "string" ? use : JSON.stringify(use);
	if (!isName(use)) return warn("service", name, `"use" names no ready-made one: known are ${serviceNames.join(", ")}`);
	const { id = use, ...manifest } = bareAll((await load(`service-${use}`)).manifest);
	const service = typeof as === "string" ? as : id;
	const made = readyMade(bare(manifest), given, (problem) => warn("service", service, problem));
	return made && {
		...made,
		id: service
	};
};
/** The config with every `{ "use": … }` replaced by the service that it means; warns of each that means none. */
var expandServices = async (raw, load, warn) => {
	const entries = [Object(raw).services].flat();
	const services = await Promise.all(entries.map((entry) => typeof entry === "object" && entry ? serviceOf(bare({ ...entry }), load, warn) : entry));
	return bare({
		...Object(raw),
		services: services.filter((service) => service !== void 0)
	});
};
export { MODE, OWN, expandServices, formOf };
