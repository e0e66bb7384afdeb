// src/entry/manifest-schema.ts
var ID = "^[a-z][a-z0-9-]{0,39}$";
var TEXT = {
	type: "string",
	pattern: "^[^]{1,2000}$"
};
var NAME = {
	type: "string",
	pattern: "^[^]{1,200}$"
};
/** Texts by language, or one for all. */
var LOCAL = {
	type: ["string", "object"],
	additionalProperties: TEXT
};
/** A path below `window`, in which an option of the owner may stand. */
var PATH = {
	type: "string",
	pattern: "^[A-Za-z_$][\\w$.{}]{0,99}$"
};
/** `example.com`, `*.example.com`, with a port where there is one. */
var HOST = {
	type: "string",
	pattern: "^(\\*\\.)?[a-z0-9]([a-z0-9.-]{0,98}[a-z0-9])?(:\\d{1,5})?$"
};
/**
* A regular expression that cannot blow up on a long address: no repeated group, and at most three parts that repeat.
*/
var MATCH = {
	type: "string",
	pattern: "^(?!.*\\)[*+{])[^*+{]{1,200}([*+{][^*+{]{0,200}){0,3}$"
};
var listOf = (items, maxItems) => ({
	type: "array",
	items,
	maxItems
});
var steps = listOf({
	type: "object",
	properties: {
		call: PATH,
		each: {
			type: "string",
			pattern: "^\\w{1,40}$"
		},
		later: PATH,
		create: PATH,
		set: PATH,
		with: {
			type: "array",
			maxItems: 20
		},
		to: {}
	},
	additionalProperties: false
}, 20);
/** One entry of what a service keeps. */
var keptSchema = {
	type: "object",
	properties: {
		in: { enum: [
			"cookie",
			"local",
			"session",
			"database",
			"cache"
		] },
		name: {
			type: "string",
			pattern: "^\\*?[^*\\s;=]{1,100}(\\*[^*\\s;=]{0,100}){0,3}$"
		},
		days: {
			type: "number",
			minimum: 0,
			maximum: 2e4
		},
		about: LOCAL,
		host: HOST,
		httpOnly: { type: "boolean" }
	},
	required: ["in", "name"],
	additionalProperties: false
};
/** What a config may say of a service that is no ready-made one, beyond what visitors are told. */
var manifestSchema = {
	type: "object",
	properties: {
		id: {
			type: "string",
			pattern: ID
		},
		purpose: {
			type: "string",
			pattern: ID
		},
		name: NAME,
		vendor: NAME,
		recipient: NAME,
		country: {
			type: "string",
			pattern: "^[A-Z]{2}$"
		},
		storage: LOCAL,
		hosts: listOf(HOST, 50),
		keeps: listOf(keptSchema, 100),
		frames: listOf({
			type: "object",
			properties: {
				match: MATCH,
				to: TEXT
			},
			required: ["match"],
			additionalProperties: false
		}, 20),
		stubs: {
			type: "object",
			propertyNames: { pattern: "^[A-Za-z_$][\\w$]{0,63}$" },
			additionalProperties: {
				type: "object",
				properties: {
					kind: { enum: [
						"list",
						"arguments",
						"caller",
						"methods"
					] },
					queue: PATH,
					time: PATH,
					alias: PATH,
					names: listOf({
						type: "string",
						pattern: "^[A-Za-z]\\w{0,63}$"
					}, 50)
				},
				required: ["kind"],
				additionalProperties: false
			},
			maxProperties: 10
		},
		advanced: { type: "boolean" },
		init: steps,
		load: listOf({
			type: "string",
			pattern: "^(https://|\\{\\w+\\})[^\\s]{1,500}$"
		}, 10),
		loaded: steps,
		tell: {
			type: "object",
			properties: {
				default: steps,
				grant: steps,
				refusal: steps,
				withdrawal: steps
			},
			additionalProperties: false
		},
		given: { type: "object" }
	},
	required: ["id", "purpose"]
};
export { NAME, keptSchema, manifestSchema };
