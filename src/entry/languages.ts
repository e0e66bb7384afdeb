import { native } from '../gate/native.js';
import type { Config } from './config.js';

/** The language to begin with: the config's, else the page's, else the visitor's first on offer, else Russian. */
export const languageFor = ({ lang = 'auto', texts }: Config): string => {
  const offered = ['ru', 'kk', 'en', ...Object.keys(texts ?? {})];
  const wanted = lang === 'auto' ? [native('documentElement').lang, ...navigator.languages] : [lang];
  return wanted.flatMap((tag) => [tag, tag.replace(/-.*/, '')]).find((code) => offered.includes(code)) ?? 'ru';
};
