// src/services/vk-ads.ts
/** The pixel of VK Ads, which is the counter of Top.Mail.Ru. It has no consent API, so nothing of it loads before the grant. */
var manifest = {
	purpose: "ads",
	name: "VK Реклама",
	vendor: "VK",
	recipient: "VK",
	country: "RU",
	hosts: ["top-fwz1.mail.ru"],
	keeps: [{
		in: "cookie",
		name: "tmr_*",
		about: {
			ru: "отличает посетителей друг от друга",
			kk: "келушілерді бір-бірінен ажыратады",
			en: "tells visitors apart"
		}
	}, {
		in: "cookie",
		name: "domain_sid",
		about: {
			ru: "отличает посетителей сайта друг от друга",
			kk: "сайтқа келушілерді бір-бірінен ажыратады",
			en: "tells visitors of the site apart"
		}
	}],
	options: { id: {
		type: "string",
		pattern: "^\\d{3,12}$",
		required: true
	} },
	stubs: { _tmr: { kind: "list" } },
	init: [{
		call: "_tmr.push",
		with: [{
			id: "{id}",
			type: "pageView",
			start: { $now: "milliseconds" }
		}]
	}],
	load: ["https://top-fwz1.mail.ru/js/code.js"]
};
export { manifest };
