// src/services/names.ts
/** Services that ship: each is a file of that name here. */
var serviceNames = [
	"google-ads",
	"google-tag",
	"google-tag-manager",
	"matomo",
	"meta-pixel",
	"microsoft-clarity",
	"microsoft-uet",
	"posthog",
	"tiktok-pixel",
	"vk-ads",
	"yandex-ads",
	"yandex-metrika",
	"2gis",
	"google-maps",
	"vimeo",
	"vk-video",
	"yandex-maps",
	"youtube"
];
export { serviceNames };
