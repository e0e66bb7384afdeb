// src/services/yandex-metrika.ts
/**
* Yandex Metrica. It has no consent API, so nothing of it loads before the grant; its own opt-out flag stops what has
* loaded (yandex.com/support/metrica: user opt-out).
*/
var manifest = {
	purpose: "telemetry",
	name: "Яндекс Метрика",
	vendor: "Yandex",
	recipient: "Yandex",
	country: "RU",
	hosts: [
		"mc.yandex.ru",
		"mc.yandex.az",
		"mc.yandex.by",
		"mc.yandex.co.il",
		"mc.yandex.com",
		"mc.yandex.com.am",
		"mc.yandex.com.ge",
		"mc.yandex.com.tr",
		"mc.yandex.ee",
		"mc.yandex.fr",
		"mc.yandex.kg",
		"mc.yandex.kz",
		"mc.yandex.lt",
		"mc.yandex.lv",
		"mc.yandex.md",
		"mc.yandex.tj",
		"mc.yandex.tm",
		"mc.yandex.uz",
		"mc.webvisor.com",
		"mc.webvisor.org",
		"yastatic.net"
	],
	keeps: [
		{
			in: "cookie",
			name: "_ym_*",
			days: 365,
			about: {
				ru: "отличает посетителей друг от друга и хранит ход посещения",
				kk: "келушілерді бір-бірінен ажыратады және келу барысын сақтайды",
				en: "tells visitors apart and keeps the course of a visit"
			}
		},
		{
			in: "local",
			name: "_ym*",
			about: {
				ru: "хранит ещё не отправленные события",
				kk: "әлі жіберілмеген оқиғаларды сақтайды",
				en: "keeps events that are not sent yet"
			}
		},
		{
			in: "cookie",
			name: "yandexuid",
			days: 365,
			host: "yandex.ru",
			about: {
				ru: "узнаёт посетителя на разных сайтах",
				kk: "келушіні әртүрлі сайттарда таниды",
				en: "recognises a visitor on different sites"
			}
		},
		{
			in: "cookie",
			name: "ymex",
			days: 365,
			host: "yandex.ru",
			about: {
				ru: "хранит, когда созданы идентификаторы",
				kk: "идентификаторлардың қашан жасалғанын сақтайды",
				en: "keeps when the identifiers were made"
			}
		}
	],
	options: {
		id: {
			type: "number",
			required: true
		},
		clickmap: { type: "boolean" },
		trackLinks: { type: "boolean" },
		accurateTrackBounce: { type: "boolean" },
		webvisor: { type: "boolean" },
		defer: { type: "boolean" }
	},
	stubs: { ym: {
		kind: "arguments",
		queue: "ym.a",
		time: "ym.l"
	} },
	init: [{
		call: "ym",
		with: [
			"{id}",
			"init",
			{
				clickmap: "{clickmap}",
				trackLinks: "{trackLinks}",
				accurateTrackBounce: "{accurateTrackBounce}",
				webvisor: "{webvisor}",
				defer: "{defer}"
			}
		]
	}],
	load: ["https://mc.yandex.ru/metrika/tag.js"],
	tell: {
		grant: [{
			set: "disableYaCounter{id}",
			to: false
		}],
		withdrawal: [{
			set: "disableYaCounter{id}",
			to: true
		}]
	}
};
export { manifest };
