// src/services/matomo.ts
/**
* Matomo on a server of the owner's. It is told on every page that it needs a consent, and of the grant
* (developer.matomo.org/guides/tracking-consent); cookies and terms: matomo.org/faq/general/faq_146.
*/
var manifest = {
	purpose: "telemetry",
	name: "Matomo",
	vendor: "Matomo",
	hosts: ["{url}"],
	keeps: [
		{
			in: "cookie",
			name: "_pk_id*",
			days: 393,
			about: {
				ru: "отличает посетителей друг от друга",
				kk: "келушілерді бір-бірінен ажыратады",
				en: "tells visitors apart"
			}
		},
		{
			in: "cookie",
			name: "_pk_ref*",
			days: 182,
			about: {
				ru: "хранит, откуда пришёл посетитель",
				kk: "келушінің қайдан келгенін сақтайды",
				en: "keeps how a visitor found the site"
			}
		},
		{
			in: "cookie",
			name: "_pk_*",
			days: 1,
			about: {
				ru: "хранит ход посещения",
				kk: "келу барысын сақтайды",
				en: "keeps the course of a visit"
			}
		},
		{
			in: "cookie",
			name: "mtm_consent*",
			days: 10957,
			about: {
				ru: "хранит отказ от измерений",
				kk: "өлшеуден бас тартуды сақтайды",
				en: "keeps the refusal to be measured"
			}
		}
	],
	options: {
		url: {
			type: "address",
			required: true
		},
		id: {
			type: "number",
			required: true
		}
	},
	stubs: { _paq: { kind: "list" } },
	init: [
		{
			call: "_paq.push",
			with: [["trackPageView"]]
		},
		{
			call: "_paq.push",
			with: [["enableLinkTracking"]]
		},
		{
			call: "_paq.push",
			with: [["setTrackerUrl", "{url}matomo.php"]]
		},
		{
			call: "_paq.push",
			with: [["setSiteId", "{id}"]]
		}
	],
	load: ["{url}matomo.js"],
	tell: {
		default: [{
			call: "_paq.push",
			with: [["requireConsent"]]
		}],
		grant: [{
			call: "_paq.push",
			with: [["setConsentGiven"]]
		}],
		withdrawal: [{
			call: "_paq.push",
			with: [["forgetConsentGiven"]]
		}]
	}
};
export { manifest };
