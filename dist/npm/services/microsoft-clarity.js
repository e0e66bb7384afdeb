// src/services/microsoft-clarity.ts
var consent = [{
	call: "clarity",
	with: ["consentv2", {
		ad_Storage: { $granted: "ads" },
		analytics_Storage: { $granted: "telemetry" }
	}]
}];
/** Microsoft Clarity, with its consent API (learn.microsoft.com/clarity/setup-and-installation/clarity-consent-api-v2). */
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
		grant: consent,
		withdrawal: consent
	}
};
export { manifest };
