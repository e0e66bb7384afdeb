// src/signals/values.ts
var OPTION = /\{(\w+)\}/g;
var optionOf = ({ options }, name) => Object.hasOwn(options, name) ? options[name] : void 0;
/** A string with the owner's options put in; undefined where one is missing. `encode` makes them parts of an address. */
var fillText = (text, context, encode = String) => {
	if ([...text.matchAll(OPTION)].map(([, name = ""]) => name).some((name) => optionOf(context, name) === void 0)) return void 0;
	return text.replace(OPTION, (_, name) => encode(String(optionOf(context, name))));
};
var isList = (value) => Array.isArray(value);
var COMPUTED = {
	$granted: (purpose, { allows }) => allows(purpose) ? "granted" : "denied",
	$allowed: (purpose, { allows }) => allows(purpose),
	$now: (form, { now }) => form === "date" ? new Date(now()) : now(),
	$global: (path, { global }) => global(path)
};
/** A manifest's value as the vendor's script takes it; undefined where it names an option that the owner left out. */
var valueOf = (value, context) => {
	if (typeof value === "string") {
		const [, name] = /^\{(\w+)\}$/.exec(value) ?? [];
		return name ? optionOf(context, name) : fillText(value, context);
	}
	if (typeof value !== "object" || !value) return value;
	if (isList(value)) return value.map((item) => valueOf(item, context));
	const entries = Object.entries(value);
	const [first] = entries;
	if (first && entries.length === 1) {
		const [key, of] = first;
		if (typeof of === "string" && Object.hasOwn(COMPUTED, key)) return COMPUTED[key]?.(of, context);
	}
	return Object.fromEntries(entries.flatMap(([name, part]) => {
		const made = valueOf(part, context);
		return made === void 0 || name === "__proto__" ? [] : [[name, made]];
	}));
};
export { fillText, valueOf };
