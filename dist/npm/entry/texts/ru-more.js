import { preferences } from "../../locales/ru.js";
import { ruDetails } from "../../policies/timebot/2019-01-01.js";
// src/entry/texts/ru-more.ts
var texts = {
	ui: preferences,
	policy: ruDetails
};
export { texts };
