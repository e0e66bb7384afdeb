// src/services/yandex-ads.ts
/**
* Blocks of the Yandex advertising network. It has no consent API, so nothing of it loads before the grant. A block stands
* where Yandex's own code puts it: in the element whose id is `yandex_rtb_` and the number of the block.
*/
var manifest = {
	purpose: "ads",
	name: "Яндекс Реклама",
	vendor: "Yandex",
	recipient: "Yandex",
	country: "RU",
	hosts: [
		"yandex.ru",
		"*.yandex.ru",
		"yandex.com",
		"yastatic.net",
		"*.yandex.net",
		"*.adfox.ru",
		"yandexadexchange.net",
		"*.yandexadexchange.net"
	],
	keeps: [{
		in: "cookie",
		name: "yandexuid",
		days: 365,
		host: "yandex.ru",
		about: {
			ru: "узнаёт посетителя на разных сайтах",
			kk: "келушіні әртүрлі сайттарда таниды",
			en: "recognises a visitor on different sites"
		}
	}],
	options: { blocks: {
		type: "list",
		pattern: "^R-[AI]-\\d{1,10}-\\d{1,5}$",
		required: true
	} },
	stubs: { yaContextCb: { kind: "list" } },
	init: [{
		call: "Ya.Context.AdvManager.render",
		with: [{
			blockId: "{item}",
			renderTo: "yandex_rtb_{item}"
		}],
		each: "blocks",
		later: "yaContextCb"
	}],
	load: ["https://yandex.ru/ads/system/context.js"]
};
export { manifest };
