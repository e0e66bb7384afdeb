import { expect } from '@open-wc/testing';
import type { Config } from '../../src/entry/config.js';
import { languageFor } from '../../src/entry/languages.js';

const { lang } = document.documentElement;

afterEach(() => {
  document.documentElement.lang = lang;
  Reflect.deleteProperty(navigator, 'languages');
});

describe('languageFor', () => {
  const cases: readonly (readonly [config: Config, page: string, visitor: readonly string[], expected: string])[] = [
    // the config's own word
    [{ lang: 'kk' }, 'en', ['ru'], 'kk'],
    [{ lang: 'en' }, 'ru', ['ru'], 'en'],
    [{ lang: 'kk-KZ' }, 'en', ['ru'], 'kk'],
    [{ lang: 'de' }, 'en', ['en'], 'ru'],
    [{ lang: 'de', texts: { de: {} } }, 'en', ['en'], 'de'],
    // the page's
    [{}, 'kk', ['en'], 'kk'],
    [{ lang: 'auto' }, 'en', ['ru'], 'en'],
    [{}, 'en-GB', ['ru'], 'en'],
    [{}, 'kk-Cyrl-KZ', ['ru'], 'kk'],
    [{ texts: { 'pt-BR': {} } }, 'pt-BR', ['en'], 'pt-BR'],
    [{ texts: { pt: {} } }, 'pt-BR', ['en'], 'pt'],
    // the visitor's
    [{}, '', ['en', 'ru'], 'en'],
    [{}, 'de', ['fr', 'kk-KZ', 'en'], 'kk'],
    [{}, '', ['en-US', 'en'], 'en'],
    [{ texts: { uz: {} } }, '', ['uz', 'ru'], 'uz'],
    // a key that no record can name, so that it is not among the languages on offer either
    ...['x', 'a b', 'pt_BR', 'y'.repeat(36)].map((key) => [{ texts: { [key]: {} } }, key, [key], 'ru'] as const),
    // Russian, in which the policy was published
    [{}, '', [], 'ru'],
    [{}, 'de', ['fr', 'it'], 'ru'],
    [{}, 'constructor', ['toString'], 'ru'],
    [{ texts: {} }, '', ['fr'], 'ru'],
  ];
  for (const [config, page, visitor, expected] of cases) {
    it(`is ${expected} for ${JSON.stringify(config)} on a page in "${page}", visitor [${visitor.join(', ')}]`, () => {
      document.documentElement.lang = page;
      Object.defineProperty(navigator, 'languages', { configurable: true, value: visitor });
      expect(languageFor(config)).to.equal(expected);
    });
  }
});
