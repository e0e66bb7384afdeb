// src/services/tiktok-pixel.ts
/**
* TikTok Pixel, as its own base code starts it. Its code has `grantConsent` and `revokeConsent`; no description by TikTok
* of what they do was found, so nothing relies on them: it loads after the grant, and a withdrawal keeps the next page clean.
*/
var manifest = {
	purpose: "ads",
	name: "TikTok Pixel",
	vendor: "TikTok",
	recipient: "TikTok",
	country: "SG",
	hosts: ["analytics.tiktok.com"],
	keeps: [
		{
			in: "cookie",
			name: "_ttp",
			days: 395,
			about: {
				ru: "узнаёт посетителя для рекламы TikTok",
				kk: "TikTok жарнамасы үшін келушіні таниды",
				en: "recognises a visitor for TikTok's ads"
			}
		},
		{
			in: "cookie",
			name: "_tt_enable_cookie",
			days: 395,
			about: {
				ru: "проверяет, что файлы cookie разрешены",
				kk: "cookie файлдарына рұқсат барын тексереді",
				en: "checks that cookies are allowed"
			}
		},
		{
			in: "cookie",
			name: "ttcsid*",
			days: 395,
			about: {
				ru: "связывает события одного сеанса",
				kk: "бір сеанстың оқиғаларын байланыстырады",
				en: "links the events of one session"
			}
		},
		{
			in: "cookie",
			name: "ttclid",
			days: 395,
			about: {
				ru: "связывает посещение с нажатым объявлением",
				kk: "келуді басылған жарнамамен байланыстырады",
				en: "links a visit to the ad that was clicked"
			}
		},
		{
			in: "session",
			name: "tt_*",
			about: {
				ru: "хранит состояние сеанса",
				kk: "сеанс күйін сақтайды",
				en: "keeps the state of the session"
			}
		}
	],
	options: { id: {
		type: "string",
		pattern: "^[A-Z][A-Z0-9]{9,29}$",
		required: true
	} },
	stubs: { ttq: {
		kind: "methods",
		names: [
			"page",
			"track",
			"identify",
			"instances",
			"debug",
			"on",
			"off",
			"once",
			"ready",
			"alias",
			"group",
			"enableCookie",
			"disableCookie",
			"holdConsent",
			"revokeConsent",
			"grantConsent"
		]
	} },
	init: [
		{
			set: "TiktokAnalyticsObject",
			to: "ttq"
		},
		{
			set: "ttq._i",
			to: {}
		},
		{
			set: "ttq._i.{id}",
			to: []
		},
		{
			set: "ttq._i.{id}._u",
			to: "https://analytics.tiktok.com/i18n/pixel/events.js"
		},
		{
			set: "ttq._t",
			to: {}
		},
		{
			set: "ttq._t.{id}",
			to: { $now: "milliseconds" }
		},
		{
			set: "ttq._o",
			to: {}
		},
		{
			set: "ttq._o.{id}",
			to: {}
		},
		{ call: "ttq.page" }
	],
	load: ["https://analytics.tiktok.com/i18n/pixel/events.js?sdkid={id}&lib=ttq"],
	tell: {
		grant: [{ call: "ttq.grantConsent" }],
		withdrawal: [{ call: "ttq.revokeConsent" }]
	}
};
export { manifest };
