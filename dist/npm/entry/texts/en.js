import { banner } from "../../locales/en.js";
import { enBanner } from "../../policies/timebot/2019-01-01.js";
// src/entry/texts/en.ts
var texts = {
	ui: banner,
	policy: enBanner
};
export { texts };
