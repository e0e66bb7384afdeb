// src/entry/modules.ts
var sources = {
	banner: () => import("./banner.js"),
	page: () => import("./page.js"),
	owner: () => import("./owner.js"),
	script: () => import("./script.js"),
	own: () => import("./own.js"),
	preferences: () => import("../ui/preferences.js"),
	history: () => import("./history.js"),
	outbox: () => import("./delivery.js"),
	sha256: () => import("../record/sha256.js"),
	ru: () => import("./texts/ru.js"),
	kk: () => import("./texts/kk.js"),
	en: () => import("./texts/en.js"),
	"ru-more": () => import("./texts/ru-more.js"),
	"kk-more": () => import("./texts/kk-more.js"),
	"en-more": () => import("./texts/en-more.js")
};
/** Loads by the module system: for npm users, whose bundler splits, and in development. */
var loadModule = (name) => sources[name]();
export { loadModule };
