import { native } from '../gate/native.js';
import { configSpec } from './config-spec.js';

/** The language to begin with: the config's, else the page's, else the visitor's first on offer, else Russian. */
export function languageFor(config: { readonly lang?: string; readonly texts?: object }): string;
/** By attributes alone, which bring no texts: a language that ships. */
export function languageFor(attributes: Readonly<Record<string, string>>): 'ru' | 'kk' | 'en';
export function languageFor({ lang = 'auto', texts }: { readonly lang?: string; readonly texts?: unknown }): string {
  const offered = ['ru', 'kk', 'en', ...Object.keys(texts ?? {})];
  const wanted = lang === 'auto' ? [native('documentElement').lang, ...navigator.languages] : [lang];
  // a record can name no other: what a site brings under another key is no language
  return (
    wanted
      .flatMap((tag) => [tag, tag.replace(/-.*/, '')])
      .find((code) => offered.includes(code) && configSpec.lang.test(code)) ?? 'ru'
  );
}
