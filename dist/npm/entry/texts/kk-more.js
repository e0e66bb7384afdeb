import { preferences } from "../../locales/kk.js";
import { kkDetails } from "../../policies/timebot/2019-01-01.js";
// src/entry/texts/kk-more.ts
var texts = {
	ui: preferences,
	policy: kkDetails
};
export { texts };
