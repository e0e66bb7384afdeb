// src/services/google-consent.ts
/**
* Google's consent mode v2 (developers.google.com/tag-platform/security/guides/consent): all seven types. `ad_storage`
* and its two companions follow ads, `analytics_storage` telemetry, `personalization_storage` and `functionality_storage`
* personalisation; what keeps the page secure is always granted.
*/
var TYPES = {
	ad_storage: "ads",
	ad_user_data: "ads",
	ad_personalization: "ads",
	analytics_storage: "telemetry",
	functionality_storage: "personalisation",
	personalization_storage: "personalisation",
	security_storage: "necessary"
};
var state = (of) => Object.fromEntries(Object.entries(TYPES).map(([type, purpose]) => [type, of(purpose)]));
var update = [{
	call: "gtag",
	with: [
		"consent",
		"update",
		state((purpose) => purpose === "necessary" ? "granted" : { $granted: purpose })
	]
}];
/**
* What every Google tag is told. Denied comes first on every page; the choice follows at once where there is one. In advanced
* mode the loader has told the first of these before anything else (entry/google-default.ts).
*/
var googleConsent = {
	default: [
		{
			call: "gtag",
			with: [
				"consent",
				"default",
				{
					...state((purpose) => purpose === "necessary" ? "granted" : "denied"),
					region: "{region}",
					wait_for_update: "{wait_for_update}"
				}
			]
		},
		{
			call: "gtag",
			with: [
				"set",
				"url_passthrough",
				"{url_passthrough}"
			]
		},
		{
			call: "gtag",
			with: [
				"set",
				"ads_data_redaction",
				"{ads_data_redaction}"
			]
		}
	],
	grant: update,
	refusal: update,
	withdrawal: update
};
/** Settings of consent mode, by Google's own names. */
var googleOptions = {
	/** ISO 3166-2 codes: where the default holds; everywhere where left out. */
	region: {
		type: "list",
		pattern: "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"
	},
	/** Milliseconds that Google's tags wait for the choice. */
	wait_for_update: { type: "number" },
	url_passthrough: { type: "boolean" },
	ads_data_redaction: { type: "boolean" }
};
var googleStubs = {
	dataLayer: { kind: "list" },
	gtag: {
		kind: "arguments",
		queue: "dataLayer"
	}
};
export { googleConsent, googleOptions, googleStubs };
