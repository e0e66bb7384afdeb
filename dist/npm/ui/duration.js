import { fill } from "../locales/texts.js";
// src/ui/duration.ts
/** In days. */
var MINUTE = 1 / 1440;
/** In days, the greatest first. */
var UNITS = [
	["years", 365],
	["months", 30],
	["days", 1],
	["hours", 1 / 24],
	["minutes", MINUTE]
];
/** Where forms of a number stand in a text; every other category takes the last one. */
var FORMS = [
	"one",
	"few",
	"many"
];
/** The plural category of a number; of a language that nobody knows the rules of, the one of everything else. */
var categoryOf = (n, lang) => {
	try {
		return new Intl.PluralRules(lang).select(n);
	} catch {
		return "other";
	}
};
/**
* A time in words: 730 days are two years, 400 stay days, half a day is twelve hours. In texts of our own, since browsers know
* no Kazakh names of units.
*
* @param days above 0
*/
var durationIn = (lang, texts, days) => {
	const [unit, size] = UNITS.find(([, size]) => {
		const n = Math.round(days / size);
		return n > 0 && Math.abs(days - n * size) < MINUTE;
	}) ?? ["minutes", MINUTE];
	const n = Math.max(1, Math.round(days / size));
	const forms = texts[unit].split("|");
	return fill(forms[FORMS.indexOf(categoryOf(n, lang))] ?? forms.at(-1) ?? "", { n: String(n) });
};
export { durationIn };
