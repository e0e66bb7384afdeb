// src/services/yandex-maps.ts
/** Yandex Maps: the map widget and the map constructor. What the widget keeps is not documented apart. */
var manifest = {
	purpose: "personalisation",
	name: "Яндекс Карты",
	vendor: "Yandex",
	recipient: "Yandex",
	country: "RU",
	hosts: [
		"yandex.ru",
		"yandex.kz",
		"yandex.com",
		"yandex.by",
		"yandex.uz",
		"*.maps.yandex.net",
		"yastatic.net"
	],
	frames: [{ match: "https://yandex\\.(?:ru|kz|com|by|uz)/map-widget/v1/.*" }]
};
export { manifest };
