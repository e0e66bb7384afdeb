// src/services/microsoft-clarity.ts
/**
* Microsoft Clarity, with its consent API (learn.microsoft.com/clarity/setup-and-installation/clarity-consent-api-v2). That has
* no word for "no more": told that all is denied, the script drops its cookies and records on without them. `stop`, which no
* page of Microsoft's mentions but clarity-js has (src/clarity.ts), ends it; `start` is what a later grant needs then, and does
* nothing where it runs.
*/
var manifest = {
	purpose: "telemetry",
	name: "Microsoft Clarity",
	vendor: "Microsoft",
	recipient: "Microsoft",
	country: "US",
	hosts: [
		"www.clarity.ms",
		"*.clarity.ms",
		"c.bing.com"
	],
	keeps: [
		{
			in: "cookie",
			name: "_clck",
			days: 365,
			about: {
				ru: "отличает посетителей друг от друга",
				kk: "келушілерді бір-бірінен ажыратады",
				en: "tells visitors apart"
			}
		},
		{
			in: "cookie",
			name: "_clsk",
			days: 1,
			about: {
				ru: "связывает страницы одного посещения в одну запись",
				kk: "бір келудің беттерін бір жазбаға біріктіреді",
				en: "joins the pages of one visit into one recording"
			}
		},
		{
			in: "session",
			name: "_cltk",
			about: {
				ru: "отличает вкладки браузера друг от друга",
				kk: "браузер қойындыларын бір-бірінен ажыратады",
				en: "tells tabs of the browser apart"
			}
		},
		{
			in: "cookie",
			name: "CLID",
			days: 365,
			host: "www.clarity.ms",
			about: {
				ru: "хранит, когда Clarity впервые видел посетителя на любом сайте",
				kk: "Clarity келушіні кез келген сайтта алғаш рет қашан көргенін сақтайды",
				en: "keeps when Clarity first saw the visitor on any site"
			}
		},
		{
			in: "cookie",
			name: "MUID",
			days: 390,
			host: "clarity.ms",
			about: {
				ru: "узнаёт браузер на сайтах Microsoft",
				kk: "Microsoft сайттарында браузерді таниды",
				en: "recognises a browser on sites of Microsoft"
			}
		}
	],
	options: { id: {
		type: "string",
		pattern: "^[a-z0-9]{5,20}$",
		required: true
	} },
	stubs: { clarity: {
		kind: "arguments",
		queue: "clarity.q"
	} },
	load: ["https://www.clarity.ms/tag/{id}"],
	tell: {
		grant: [{
			call: "clarity",
			with: ["consentv2", {
				ad_Storage: { $granted: "ads" },
				analytics_Storage: { $granted: "telemetry" }
			}]
		}, {
			call: "clarity",
			with: ["start", {}]
		}],
		withdrawal: [{
			call: "clarity",
			with: ["stop"]
		}]
	}
};
export { manifest };
