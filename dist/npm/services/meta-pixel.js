// src/services/meta-pixel.ts
/** Meta Pixel. A revocation holds back what it sends (developers.facebook.com/docs/meta-pixel/implementation/gdpr). */
var manifest = {
	purpose: "ads",
	name: "Meta Pixel",
	vendor: "Meta",
	recipient: "Meta",
	country: "US",
	hosts: ["connect.facebook.net", "www.facebook.com"],
	keeps: [{
		in: "cookie",
		name: "_fbp",
		days: 90,
		about: {
			ru: "узнаёт посетителя для рекламы Meta",
			kk: "Meta жарнамасы үшін келушіні таниды",
			en: "recognises a visitor for Meta's ads"
		}
	}, {
		in: "cookie",
		name: "_fbc",
		days: 90,
		about: {
			ru: "связывает посещение с нажатым объявлением",
			kk: "келуді басылған жарнамамен байланыстырады",
			en: "links a visit to the ad that was clicked"
		}
	}],
	options: { id: {
		type: "string",
		pattern: "^\\d{5,20}$",
		required: true
	} },
	stubs: { fbq: {
		kind: "caller",
		alias: "_fbq"
	} },
	init: [{
		call: "fbq",
		with: ["init", "{id}"]
	}, {
		call: "fbq",
		with: ["track", "PageView"]
	}],
	load: ["https://connect.facebook.net/en_US/fbevents.js"],
	tell: {
		grant: [{
			call: "fbq",
			with: ["consent", "grant"]
		}],
		withdrawal: [{
			call: "fbq",
			with: ["consent", "revoke"]
		}]
	}
};
export { manifest };
