import { banner } from "../../locales/ru.js";
import { ruBanner } from "../../policies/timebot/2019-01-01.js";
// src/entry/texts/ru.ts
var texts = {
	ui: banner,
	policy: ruBanner
};
export { texts };
