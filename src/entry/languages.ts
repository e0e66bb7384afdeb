import { native } from '../gate/native.js';
import { languages } from '../locales/languages.js';
import type { Config } from './config.js';

/** A language on offer: one that ships, or one whose texts the site brings. */
export interface OfferedLanguage {
  readonly code: string;
  readonly name: string;
  readonly trigger: string;
}

/** The languages on offer: what ships, with the site's own names, then what the site brings. */
export const languagesOf = ({ texts = {} }: Config): readonly OfferedLanguage[] => {
  const codes = new Set([...languages.map(({ code }) => code), ...Object.keys(texts)]);
  return [...codes].map((code) => {
    const shipped = languages.find((language) => language.code === code);
    return {
      code,
      name: texts[code]?.name ?? shipped?.name ?? code,
      trigger: texts[code]?.trigger ?? shipped?.trigger ?? code,
    };
  });
};

/** The language to begin with: the config's, else the page's, else the visitor's first on offer, else Russian. */
export const languageFor = (config: Config): string => {
  const { lang = 'auto' } = config;
  const offered = languagesOf(config).map(({ code }) => code);
  const wanted = lang === 'auto' ? [native('documentElement').lang, ...navigator.languages] : [lang];
  const codes = wanted.flatMap((tag) => [tag, tag.toLowerCase().split('-')[0] ?? tag]);
  return codes.find((code) => offered.includes(code)) ?? 'ru';
};
