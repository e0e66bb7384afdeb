import { fill, type ServiceTexts } from '../locales/texts.js';

/** In days. */
const MINUTE = 1 / 1440;

/** In days, the greatest first. */
const UNITS = [
  ['years', 365],
  ['months', 30],
  ['days', 1],
  ['hours', 1 / 24],
  ['minutes', MINUTE],
] as const;

/** Where forms of a number stand in a text; every other category takes the last one. */
const FORMS: readonly Intl.LDMLPluralRule[] = ['one', 'few', 'many'];

/** The plural category of a number; of a language that nobody knows the rules of, the one of everything else. */
const categoryOf = (n: number, lang: string): Intl.LDMLPluralRule => {
  try {
    return new Intl.PluralRules(lang).select(n);
  } catch {
    return 'other'; // RangeError: the owner's language is malformed
  }
};

/**
 * A time in words: 730 days are two years, 400 stay days, half a day is twelve hours. In texts of our own, since browsers know
 * no Kazakh names of units.
 *
 * @param days above 0
 */
export const durationIn = (lang: string, texts: ServiceTexts, days: number): string => {
  // to the minute: parts of a day are written as decimals, which are seldom exact
  const whole = UNITS.find(([, size]) => {
    const n = Math.round(days / size);
    return n > 0 && Math.abs(days - n * size) < MINUTE;
  });
  const [unit, size] = whole ?? (['minutes', MINUTE] as const);
  const n = Math.max(1, Math.round(days / size));
  const forms = texts[unit].split('|');
  return fill(forms[FORMS.indexOf(categoryOf(n, lang))] ?? forms.at(-1) ?? '', { n: String(n) });
};
