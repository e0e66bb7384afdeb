// src/entry/warnings.ts
/** What each warning says: what, where and the remedy. Loaded when the page is idle, so that visitors wait for no word of it. */
var TEXTS = {
	"gate-unknown": "gate: \"{0}\" is not on offer on this site, what it marks stays closed: correct data-consent, or declare what it needs, as recipients for ads",
	"gate-address": "gate: \"{0}\" is no http or https address and stays closed: correct src or data-src",
	"gate-nonce": "gate: a script for \"{0}\" lacks the nonce that timebot-consent.js has and stays closed: add it",
	"gate-types": "gate: the page's Trusted Types refuse a gated script: add timebot-consent to its list. {0}",
	copy: "this page has the script twice, and version {0} stays off: load it once",
	"config-json": "config: the inline JSON cannot be read, the defaults are asked about and nothing is granted on this page: correct it. {0}",
	"config-url": "config: \"{0}\" cannot be read and nothing is granted on this page: serve JSON there. {1}",
	"config-part": "config: {0}",
	listener: "a listener of the page failed: {0}",
	view: "the {0} cannot be shown and what needs consent stays closed: is this blocked, altered or missing? {1}",
	decision: "a decision failed: {0}",
	decide: "decide: \"{0}\" is unknown and left out: known are {1}",
	record: "database: \"{0}\" is no record and counts for nothing: {1}",
	service: "service \"{0}\": {1}",
	embed: "timebot-embed \"{0}\" stays closed: {1}",
	"embed-part": "timebot-embed \"{0}\": {1}",
	storage: "{0} refused a decision, which then holds for less time: allow it",
	"cookie-domain": "config: \"cookieDomain\" is \"{0}\", where this host may set no cookie, so the decision is kept for this host alone: name a domain that it belongs to, no public suffix",
	endpoint: "endpoint \"{0}\" answered {1}: the record is kept and sent again {2}; an endpoint answers 201 or 200 with {\"id\": …}, see docs/endpoint.md"
};
/** Prints a warning. */
var tell = ([code, ...values]) => console.warn(`[timebot-consent] ${TEXTS[code].replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)]))}`);
export { tell };
