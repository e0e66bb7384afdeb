// src/services/vimeo.ts
/**
* Vimeo. Addresses of a video's page get `dnt=1`, with which the player sets no new cookies; those that it sets else by
* help.vimeo.com/hc/en-us/articles/26080940921361.
*/
var manifest = {
	purpose: "personalisation",
	name: "Vimeo",
	vendor: "Vimeo",
	recipient: "Vimeo",
	country: "US",
	hosts: [
		"vimeo.com",
		"*.vimeo.com",
		"*.vimeocdn.com"
	],
	keeps: [{
		in: "cookie",
		name: "vuid",
		days: 730,
		host: "vimeo.com",
		about: {
			ru: "собирает статистику для владельца видео",
			kk: "бейне иесі үшін статистика жинайды",
			en: "collects statistics for the owner of the video"
		}
	}, {
		in: "cookie",
		name: "player",
		days: 365,
		host: "vimeo.com",
		about: {
			ru: "хранит настройки проигрывателя",
			kk: "ойнатқыш баптауларын сақтайды",
			en: "keeps settings of the player"
		}
	}],
	frames: [
		{ match: "https://player\\.vimeo\\.com/video/\\d+(?:\\?.*)?" },
		{
			match: "https://(?:www\\.)?vimeo\\.com/(\\d+)(?:\\?.*)?",
			to: "https://player.vimeo.com/video/$1?dnt=1"
		},
		{
			match: "https://(?:www\\.)?vimeo\\.com/(\\d+)/([0-9a-f]+)(?:\\?.*)?",
			to: "https://player.vimeo.com/video/$1?h=$2&dnt=1"
		}
	]
};
export { manifest };
