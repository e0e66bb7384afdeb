import { RESERVED_IDS } from "../model/purposes.js";
import { offerBy, parseConfig, usable } from "./config.js";
import { isList, partOf } from "./config-spec.js";
import { statedOf } from "./own.js";
import { ownSpec } from "./own-spec.js";
// src/entry/diagnose.ts
var expected = (spec) => spec instanceof RegExp ? `text like ${spec.source}` : spec === true ? "true or false" : typeof spec === "number" ? `a whole number from 1 to ${spec}` : isList(spec) ? "a list" : "an object";
/** A value as an owner wrote it; `start` may be given what is no JSON. */
var textOf = (value) => {
	try {
		return JSON.stringify([value]).slice(1, -1);
	} catch {
		return String(value);
	}
};
/** What the loader left out of a value: every part with its key, what it is and what would be right. */
function* flaws(value, spec, key) {
	if (usable(value, spec) === void 0) yield `"${key}" is ${textOf(value).slice(0, 80)} and left out: make it ${expected(spec)}`;
	else if (isList(spec)) for (const [i, item] of Object.entries(Object(value))) yield* flaws(item, spec[0], `${key}[${i}]`);
	else if (typeof spec === "object" && !(spec instanceof RegExp)) for (const [name, part] of Object.entries(Object(value))) {
		const path = key ? `${key}.${name}` : name;
		const known = partOf(spec, name);
		if (known) yield* flaws(part, known, path);
		else yield `"${path}" is unknown and left out: known are ${Object.keys(spec).join(", ")}`;
	}
}
/** Tells the owner what of a config counts for nothing, why, and what would be right. */
var diagnose = (raw, core, warn) => {
	for (const flaw of flaws(statedOf(raw), ownSpec, "")) warn("config-part", flaw);
	const config = parseConfig(raw);
	const { off = "" } = config;
	const offer = offerBy(config, core, "");
	const purposes = (config.policy?.purposes ?? core.purposes).flatMap(({ id }) => id ?? []);
	const known = `known are ${purposes.join(", ")}`;
	const ids = [...purposes, ...(config.services ?? []).map(({ id }) => id)];
	for (const id of off.split(" ")) if (id && !ids.includes(id)) warn("config-part", `"off" names "${id}", which is no purpose or service: ${known}`);
	for (const id of Object.keys(config.purposes ?? {})) if (!purposes.includes(id)) warn("config-part", `"purposes.${id}" is unknown and left out: ${known}`);
	const written = [Object(raw).services].flat().filter((service) => typeof service === "object" && service);
	const taken = /* @__PURE__ */ new Set();
	const { services = [] } = config;
	for (const i of services.keys()) {
		const { id, purpose } = services[i] ?? {};
		const told = id === void 0 && Object.hasOwn(written[i] ?? {}, "id") || purpose === void 0 && Object.hasOwn(written[i] ?? {}, "purpose");
		const stands = !taken.has(id) && offer.services.some((s) => s.id === id && s.purpose === purpose);
		if (stands) taken.add(id);
		if (told || stands) continue;
		if (purposes.includes(purpose ?? "") && !offer.purposes.some((offered) => offered.id === purpose)) {
			warn("config-part", `the service "${id}" stays closed, since "${purpose}" is offered only where its recipients are declared: name them in "purposes.${purpose}.recipients", or the service's own in "recipient"`);
			continue;
		}
		warn("config-part", `the service "${id}" with purpose "${purpose}" stays closed: give it an id of its own, not among ${[...RESERVED_IDS, ...purposes].join(", ")}, and a purpose of the policy; ${known}`);
	}
	if (!config.endpoint) warn("config-part", "\"endpoint\" is not set, records stay on this device: set data-endpoint=\"/…\"");
};
export { diagnose };
