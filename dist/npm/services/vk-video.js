// src/services/vk-video.ts
/** VK Video. What its player keeps is not documented. */
var manifest = {
	purpose: "personalisation",
	name: "VK Видео",
	vendor: "VK",
	recipient: "VK",
	country: "RU",
	hosts: [
		"vkvideo.ru",
		"*.vkvideo.ru",
		"vk.com",
		"*.vk.com",
		"*.userapi.com"
	],
	frames: [{ match: "https://(?:vkvideo\\.ru|vk\\.com)/video_ext\\.php\\?.+" }, {
		match: "https://(?:vkvideo\\.ru|vk\\.com)/video(-?\\d+)_(\\d+)(?:\\?.*)?",
		to: "https://vkvideo.ru/video_ext.php?oid=$1&id=$2&hd=2"
	}]
};
export { manifest };
