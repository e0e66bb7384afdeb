import { banner } from "../../locales/kk.js";
import { kkBanner } from "../../policies/timebot/2019-01-01.js";
// src/entry/texts/kk.ts
var texts = {
	ui: banner,
	policy: kkBanner
};
export { texts };
