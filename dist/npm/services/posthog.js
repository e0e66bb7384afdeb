// src/services/posthog.ts
/** PostHog Cloud, as its own snippet starts it (posthog.com/docs/libraries/js; cookies: …/js/persistence). */
var manifest = {
	purpose: "telemetry",
	name: "PostHog",
	vendor: "PostHog",
	recipient: "PostHog",
	country: "US",
	hosts: ["{region}.i.posthog.com", "{region}-assets.i.posthog.com"],
	keeps: [
		{
			in: "cookie",
			name: "ph_*_posthog",
			days: 365,
			about: {
				ru: "отличает посетителей друг от друга",
				kk: "келушілерді бір-бірінен ажыратады",
				en: "tells visitors apart"
			}
		},
		{
			in: "local",
			name: "ph_*",
			about: {
				ru: "хранит ход посещения и ещё не отправленные события",
				kk: "келу барысын және әлі жіберілмеген оқиғаларды сақтайды",
				en: "keeps the course of a visit and events that are not sent yet"
			}
		},
		{
			in: "session",
			name: "ph_*",
			about: {
				ru: "хранит состояние сеанса",
				kk: "сеанс күйін сақтайды",
				en: "keeps the state of the session"
			}
		}
	],
	options: {
		id: {
			type: "string",
			pattern: "^phc_\\w{10,60}$",
			required: true
		},
		region: {
			type: "string",
			pattern: "^(eu|us)$",
			required: true
		}
	},
	stubs: { posthog: {
		kind: "methods",
		names: [
			"capture",
			"identify",
			"alias",
			"group",
			"register",
			"reset",
			"opt_in_capturing",
			"opt_out_capturing"
		]
	} },
	init: [
		{
			set: "posthog.people",
			to: []
		},
		{
			set: "posthog._i",
			to: [[
				"{id}",
				{ api_host: "https://{region}.i.posthog.com" },
				"posthog"
			]]
		},
		{
			set: "posthog.__SV",
			to: 1
		}
	],
	load: ["https://{region}-assets.i.posthog.com/static/array.js"],
	tell: {
		grant: [{
			call: "posthog.opt_in_capturing",
			with: [{ captureEventName: false }]
		}],
		withdrawal: [{ call: "posthog.opt_out_capturing" }]
	}
};
export { manifest };
