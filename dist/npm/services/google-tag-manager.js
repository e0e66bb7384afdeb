import { googleConsent, googleOptions, googleStubs } from "./google-consent.js";
import { googleHosts } from "./google-hosts.js";
import { adsKeeps, analyticsKeeps } from "./google-keeps.js";
// src/services/google-tag-manager.ts
/**
* Google Tag Manager. It loads under the purpose that the owner gives it; the tags in it go by Google's consent mode. Those
* that wait for a consent of their own are asked when an event happens, so every choice is an event too.
*/
var told = {
	call: "dataLayer.push",
	with: [{ event: "timebot_consent" }]
};
var manifest = {
	purpose: "telemetry",
	name: "Google Tag Manager",
	vendor: "Google",
	recipient: "Google",
	country: "US",
	hosts: googleHosts,
	keeps: [...analyticsKeeps, ...adsKeeps],
	options: {
		id: {
			type: "string",
			pattern: "^GTM-[A-Z0-9]{4,12}$",
			required: true
		},
		...googleOptions
	},
	stubs: googleStubs,
	advanced: true,
	init: [{
		call: "dataLayer.push",
		with: [{
			"gtm.start": { $now: "milliseconds" },
			event: "gtm.js"
		}]
	}],
	load: ["https://www.googletagmanager.com/gtm.js?id={id}"],
	tell: {
		default: googleConsent.default,
		grant: [...googleConsent.grant, told],
		refusal: [...googleConsent.refusal, told],
		withdrawal: [...googleConsent.withdrawal, told]
	}
};
export { manifest };
