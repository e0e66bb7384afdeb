import { native } from "../gate/native.js";
import { configSpec } from "./config-spec.js";
// src/entry/languages.ts
function languageFor({ lang = "auto", texts }) {
	const offered = [
		"ru",
		"kk",
		"en",
		...Object.keys(texts ?? {})
	];
	return (lang === "auto" ? [native("documentElement").lang, ...navigator.languages] : [lang]).flatMap((tag) => [tag, tag.replace(/-.*/, "")]).find((code) => offered.includes(code) && configSpec.lang.test(code)) ?? "ru";
}
export { languageFor };
