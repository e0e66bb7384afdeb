// src/services/microsoft-uet.ts
var update = [{
	call: "uetq.push",
	with: [
		"consent",
		"update",
		{ ad_storage: { $granted: "ads" } }
	]
}];
/** Microsoft Advertising, with its own consent mode (learn.microsoft.com/advertising/msa-help/hlp_ba_conc_uet_consent). */
var manifest = {
	purpose: "ads",
	name: "Microsoft Advertising",
	vendor: "Microsoft",
	recipient: "Microsoft",
	country: "US",
	hosts: ["bat.bing.com", "bat.bing.net"],
	keeps: [
		{
			in: "cookie",
			name: "_uet*",
			days: 390,
			about: {
				ru: "узнаёт посетителя для рекламы Microsoft",
				kk: "Microsoft жарнамасы үшін келушіні таниды",
				en: "recognises a visitor for Microsoft's ads"
			}
		},
		{
			in: "local",
			name: "_uet*",
			about: {
				ru: "узнаёт посетителя для рекламы Microsoft",
				kk: "Microsoft жарнамасы үшін келушіні таниды",
				en: "recognises a visitor for Microsoft's ads"
			}
		},
		{
			in: "cookie",
			name: "MUID",
			days: 390,
			host: "bing.com",
			about: {
				ru: "узнаёт браузер на сайтах Microsoft",
				kk: "Microsoft сайттарында браузерді таниды",
				en: "recognises a browser on sites of Microsoft"
			}
		}
	],
	options: {
		id: {
			type: "string",
			pattern: "^\\d{3,20}$",
			required: true
		},
		wait_for_update: { type: "number" }
	},
	stubs: { uetq: { kind: "list" } },
	advanced: true,
	load: ["https://bat.bing.com/bat.js"],
	loaded: [{
		create: "UET",
		with: [{
			ti: "{id}",
			enableAutoSpaTracking: true,
			q: { $global: "uetq" }
		}],
		set: "uetq"
	}, {
		call: "uetq.push",
		with: ["pageLoad"]
	}],
	tell: {
		default: [{
			call: "uetq.push",
			with: [
				"consent",
				"default",
				{
					ad_storage: "denied",
					wait_for_update: "{wait_for_update}"
				}
			]
		}],
		grant: update,
		refusal: update,
		withdrawal: update
	}
};
export { manifest };
