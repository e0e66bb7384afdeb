// src/services/youtube.ts
/**
* YouTube. Every address becomes one of its privacy-enhanced mode (support.google.com/youtube/answer/171780), whose
* videos do not count for what YouTube recommends; from the play button on it may keep cookies all the same. Cookies by
* policies.google.com/technologies/cookies.
*/
var manifest = {
	purpose: "personalisation",
	name: "YouTube",
	vendor: "Google",
	recipient: "Google",
	country: "US",
	hosts: [
		"www.youtube-nocookie.com",
		"*.youtube.com",
		"youtube.com",
		"youtu.be",
		"*.ytimg.com",
		"*.googlevideo.com"
	],
	keeps: [{
		in: "cookie",
		name: "VISITOR_INFO1_LIVE",
		days: 180,
		host: "youtube.com",
		about: {
			ru: "помнит настройки и помогает находить неполадки",
			kk: "баптауларды сақтайды және ақауларды табуға көмектеседі",
			en: "keeps preferences and helps to find problems"
		}
	}, {
		in: "cookie",
		name: "YSC",
		days: 0,
		host: "youtube.com",
		about: {
			ru: "подтверждает, что запросы сеанса делает сам посетитель",
			kk: "сеанс сұрауларын келушінің өзі жасайтынын растайды",
			en: "makes sure that the visitor makes the requests of a session"
		}
	}],
	frames: [
		{
			match: "https://(?:www\\.youtube(?:-nocookie)?|youtube)\\.com/embed/([\\w-]+(?:\\?.*)?)",
			to: "https://www.youtube-nocookie.com/embed/$1"
		},
		{
			match: "https://(?:www\\.|m\\.)?youtube\\.com/watch\\?(?:.*&)?v=([\\w-]{11})(?:&.*)?",
			to: "https://www.youtube-nocookie.com/embed/$1"
		},
		{
			match: "https://(?:www\\.|m\\.)?youtube\\.com/(?:shorts|live)/([\\w-]{11})(?:\\?.*)?",
			to: "https://www.youtube-nocookie.com/embed/$1"
		},
		{
			match: "https://youtu\\.be/([\\w-]{11})(?:\\?.*)?",
			to: "https://www.youtube-nocookie.com/embed/$1"
		},
		{
			match: "https://(?:www\\.|m\\.)?youtube\\.com/playlist\\?(?:.*&)?list=([\\w-]+)(?:&.*)?",
			to: "https://www.youtube-nocookie.com/embed/videoseries?list=$1"
		}
	]
};
export { manifest };
