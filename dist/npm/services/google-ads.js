import { googleConsent, googleOptions, googleStubs } from "./google-consent.js";
import { googleHosts } from "./google-hosts.js";
import { adsKeeps } from "./google-keeps.js";
// src/services/google-ads.ts
/** Google Ads and Floodlight by the Google tag (gtag.js). */
var manifest = {
	purpose: "ads",
	name: "Google Ads",
	vendor: "Google",
	recipient: "Google",
	country: "US",
	hosts: googleHosts,
	keeps: adsKeeps,
	options: {
		id: {
			type: "string",
			pattern: "^(AW|DC)-[A-Z0-9]{4,20}$",
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
