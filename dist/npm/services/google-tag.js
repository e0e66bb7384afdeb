import { googleConsent, googleOptions, googleStubs } from "./google-consent.js";
import { googleHosts } from "./google-hosts.js";
import { adsKeeps, analyticsKeeps } from "./google-keeps.js";
// src/services/google-tag.ts
/** Google Analytics 4 by the Google tag (gtag.js). Google Ads is a service of its own, under a purpose of its own. */
var manifest = {
	purpose: "telemetry",
	name: "Google Analytics",
	vendor: "Google",
	recipient: "Google",
	country: "US",
	hosts: googleHosts,
	keeps: [...analyticsKeeps, ...adsKeeps],
	options: {
		id: {
			type: "string",
			pattern: "^(G|GT)-[A-Z0-9]{4,20}$",
			required: true
		},
		...googleOptions
	},
	stubs: googleStubs,
	advanced: true,
	init: [{
		call: "gtag",
		with: ["js", { $now: "date" }]
	}, {
		call: "gtag",
		with: ["config", "{id}"]
	}],
	load: ["https://www.googletagmanager.com/gtag/js?id={id}"],
	tell: googleConsent
};
export { manifest };
