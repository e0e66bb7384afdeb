// src/entry/config-spec.ts
/**
* What a config may hold, as the loader checks it: a pattern for text, a number for an integer from 1 up to it, `true` for
* a yes or no, `[…]` for a list, `{ '*': … }` for a map by any key. The one source of the config's type, of the owner's
* warnings and of the published JSON Schema. The loader carries it, so it is terse.
*/
var TEXT = /^[^]{1,2000}$/;
var NAME = /^[^]{1,200}$/;
var ID = /^[a-z][a-z0-9-]{0,39}$/;
/** Http or https, or relative to the page: nothing with another scheme, so no `javascript:`. */
var ADDRESS = /^(https?:[^]+|[^:]+)$/;
var COUNTRY = /^[A-Z]{2}$/;
/** Texts by language. */
var TEXTS = { "*": TEXT };
var configSpec = {
	endpoint: ADDRESS,
	config: ADDRESS,
	lang: /^[A-Za-z0-9-]{2,35}$/,
	layout: /^(bar|box)$/,
	position: /^(bottom(-left|-right)?|top)$/,
	theme: /^(auto|light|dark)$/,
	trigger: /^(left|right|none)$/,
	policyUrl: ADDRESS,
	off: NAME,
	cookieDomain: /^[a-z0-9.-]+$/,
	months: {
		granted: 24,
		refused: 24
	},
	purposes: { "*": {
		recipients: [{
			name: NAME,
			country: COUNTRY
		}],
		storage: TEXTS
	} },
	services: [{
		id: ID,
		purpose: ID,
		name: NAME,
		recipient: NAME,
		country: COUNTRY,
		storage: TEXTS
	}],
	policy: {
		edition: /^\d{4}-\d\d-\d\d$/,
		purposes: [{
			id: ID,
			clauses: [NAME],
			required: true,
			needsService: true,
			needsRecipient: true
		}]
	},
	texts: { "*": {} }
};
var isList = (spec) => Array.isArray(spec);
/** The spec of one key of an object or map; undefined for a key that has none, `__proto__` among them. */
var partOf = (spec, key) => Object.hasOwn(spec, key) ? spec[key] : key === "__proto__" ? void 0 : spec["*"];
export { ID, NAME, TEXT, TEXTS, configSpec, isList, partOf };
