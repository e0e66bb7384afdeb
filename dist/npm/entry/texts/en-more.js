import { preferences } from "../../locales/en.js";
import { enDetails } from "../../policies/timebot/2019-01-01.js";
// src/entry/texts/en-more.ts
var texts = {
	ui: preferences,
	policy: enDetails
};
export { texts };
