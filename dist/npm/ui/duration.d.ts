import { type ServiceTexts } from '../locales/texts.js';
/**
 * A time in words: 730 days are two years, 400 stay days, half a day is twelve hours. In texts of our own, since browsers know
 * no Kazakh names of units.
 *
 * @param days above 0
 */
export declare const durationIn: (lang: string, texts: ServiceTexts, days: number) => string;
