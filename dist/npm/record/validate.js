import { bare } from "../model/bare.js";
// src/record/validate.ts
var typeOf = (value) => value === null ? "null" : Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;
var own = (value, key) => Object.getOwnPropertyDescriptor(value, key)?.value;
/**
* The first flaw of a value under a schema, or undefined where it is valid.
*
* A general validator weighs more than the whole loader, so this one knows just the keywords of `Schema`; the tests hold
* it against Ajv on generated values. It is the same code in the widget and in the collector.
*/
var validate = (value, keywords, path = "") => {
	const schema = bare(keywords);
	const flaw = (message) => ({
		path,
		message
	});
	const type = typeOf(value);
	if (schema.type) {
		const types = [schema.type].flat();
		if (!types.some((t) => t === type || t === "number" && type === "integer")) return flaw(`must be ${types.join(" or ")}, is ${type}`);
	}
	if ("const" in schema && value !== schema.const) return flaw(`must be ${JSON.stringify(schema.const)}`);
	if (schema.enum && !schema.enum.some((allowed) => allowed === value)) return flaw(`must be one of ${schema.enum.join(", ")}`);
	if (typeof value === "string") {
		const { pattern } = schema;
		if (pattern && !new RegExp(pattern, "u").test(value)) return flaw(`must match ${pattern}`);
	}
	if (typeof value === "number") {
		const { minimum = -Infinity, maximum = Infinity } = schema;
		if (value < minimum || value > maximum) return flaw(`must be from ${minimum} to ${maximum}`);
	}
	if (Array.isArray(value)) {
		if (value.length > (schema.maxItems ?? Infinity)) return flaw(`must have at most ${schema.maxItems} items`);
		const { items } = schema;
		return items && firstOf(value.keys(), (index) => validate(value[index], items, `${path}/${index}`));
	}
	if (typeof value === "object" && value !== null) {
		const { properties = {}, required = [], additionalProperties = true, maxProperties = Infinity } = schema;
		const keys = Object.keys(value);
		if (keys.length > maxProperties) return flaw(`must have at most ${maxProperties} properties`);
		const missing = required.find((key) => !Object.hasOwn(value, key));
		if (missing !== void 0) return {
			path: `${path}/${missing}`,
			message: "is missing"
		};
		return firstOf(keys, (key) => {
			const at = `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
			if (schema.propertyNames && validate(key, schema.propertyNames)) return {
				path: at,
				message: "is no valid name"
			};
			const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
			if (known === false) return {
				path: at,
				message: "is unknown"
			};
			return typeof known === "object" ? validate(own(value, key), known, at) : void 0;
		});
	}
};
var firstOf = (items, check) => {
	for (const item of items) {
		const flaw = check(item);
		if (flaw) return flaw;
	}
};
export { validate };
