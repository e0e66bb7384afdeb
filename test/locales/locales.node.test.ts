import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import * as en from '../../src/locales/en.js';
import * as kk from '../../src/locales/kk.js';
import { languages, triggers } from '../../src/locales/languages.js';
import * as ru from '../../src/locales/ru.js';
import type { FirstLayer, FurtherLayers, ServiceTexts } from '../../src/locales/texts.js';
import {
  enBanner,
  enDetails,
  kkBanner,
  kkDetails,
  ruBanner,
  ruDetails,
} from '../../src/policies/timebot/2019-01-01.js';

interface Layers {
  readonly first: FirstLayer;
  readonly further: FurtherLayers;
  readonly services: ServiceTexts;
}

/** Each language as visitors get it: the widget's texts with those of TimeBot's policy. */
const LAYERS: Readonly<Record<string, Layers>> = {
  ru: {
    first: { ui: ru.banner, policy: ruBanner },
    further: { ui: ru.preferences, policy: ruDetails },
    services: ru.services,
  },
  kk: {
    first: { ui: kk.banner, policy: kkBanner },
    further: { ui: kk.preferences, policy: kkDetails },
    services: kk.services,
  },
  en: {
    first: { ui: en.banner, policy: enBanner },
    further: { ui: en.preferences, policy: enDetails },
    services: en.services,
  },
};

/** Every text under the path of its keys. */
const flatten = (value: unknown, path = ''): [path: string, text: string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) => flatten(part, `${path}/${key}`))
      : [];

const textsOf = (lang: string): Map<string, string> => {
  const layers = LAYERS[lang];
  assert.ok(layers, lang);
  return new Map(flatten(layers));
};

const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();

/** Placeholders that src/locales/texts.ts promises to the element. */
const PLACEHOLDERS: Readonly<Record<string, readonly string[]>> = {
  '/first/ui/includes': ['date', 'purposes'],
  '/first/ui/recipients': ['recipients'],
  '/first/ui/operator': ['id', 'operator'],
  '/first/ui/policyLink': ['date'],
  '/first/ui/newEdition': ['date'],
  '/first/ui/news': ['news'],
  '/further/ui/acceptPolicy': ['date'],
  '/further/ui/term': ['date'],
  '/further/ui/left': ['names'],
  '/further/ui/letterBody': ['date', 'law', 'operator', 'record'],
  '/services/count': ['all', 'on'],
  '/services/thirdParty': ['host'],
};

/** Times, whose texts hold the forms of a number, and how many each language has. */
const TIMES = ['years', 'months', 'days', 'hours', 'minutes'] as const;
const FORMS: Readonly<Record<string, number>> = { ru: 3, kk: 1, en: 2 };

/** Letters that Kazakh has and Russian has not. */
const KAZAKH = /[әғқңөұүһі]/i;

/** Turns of phrase that read use as consent, as the preamble does, or push. */
const FORBIDDEN: Readonly<Record<string, RegExp>> = {
  ru: /безоговорочн|означает|продолжая|используя (сайт|сервис)|воздерж|соглашаетесь/i,
  kk: /сөзсіз|шартсыз|білдіреді|жалғастыра отырып|пайдалана отырып|келісесіз/i,
  en: /unconditional|constitutes|\bmeans\b|by (using|continuing|browsing)|abstain|refrain|you agree/i,
};

describe('languages', () => {
  it('are Russian, Kazakh and English, each under its own name', () => {
    assert.deepEqual(
      languages.map(({ code, name }) => [code, name]),
      [
        ['ru', 'Русский'],
        ['kk', 'Қазақша'],
        ['en', 'English'],
      ],
    );
    assert.deepEqual(
      Object.keys(LAYERS),
      languages.map(({ code }) => code),
    );
  });

  it('name the way back as the preferences are titled', () => {
    for (const { code } of languages) assert.equal(triggers[code], LAYERS[code]?.further.ui.title);
  });
});

for (const { code: lang } of languages) {
  describe(`texts in ${lang}`, () => {
    const texts = textsOf(lang);

    it('have the keys of the Russian ones', () => {
      assert.deepEqual([...texts.keys()].sort(), [...textsOf('ru').keys()].sort());
    });

    it('are not empty; only the language of publication is no translation', () => {
      const empty = [...texts].filter(([, text]) => text.trim() === '').map(([path]) => path);
      assert.deepEqual(empty, lang === 'ru' ? ['/first/ui/translation'] : []);
    });

    it('have the placeholders that the element fills', () => {
      for (const [path, text] of texts) {
        if (TIMES.some((time) => path === `/services/${time}`)) continue;
        assert.deepEqual(placeholders(text), PLACEHOLDERS[path] ?? [], path);
      }
    });

    it('have each form of a number, with the number in it', () => {
      for (const time of TIMES) {
        const forms = texts.get(`/services/${time}`)?.split('|') ?? [];
        assert.deepEqual(
          forms.map(placeholders),
          Array.from({ length: FORMS[lang] ?? 0 }, () => ['n']),
          time,
        );
      }
    });

    it('never read use as consent', () => {
      const forbidden = FORBIDDEN[lang];
      assert.ok(forbidden);
      for (const [path, text] of texts) assert.doesNotMatch(text, forbidden, path);
    });

    it('name the section on account data where a withdrawal points to it', () => {
      const { ui } = LAYERS[lang]?.further ?? {};
      assert.ok(ui?.withdrawn.includes(ui.account));
    });

    it('say on the first layer what each answer includes, by the name of its button', () => {
      const layers = LAYERS[lang];
      assert.ok(layers);
      const { ui } = layers.first;
      assert.match(ui.includes, new RegExp(`[«“]${ui.acceptAll}[»”]`));
      assert.match(ui.rejects, new RegExp(`[«“]${ui.rejectAll}[»”]`));
    });

    it('leave the visitor two lines of the letter to complete', () => {
      assert.equal(texts.get('/further/ui/letterBody')?.match(/: $/gm)?.length, 2);
    });

    // brotli-11 of the JSON, against the budget of what a page downloads until the banner is operable
    for (const [layer, limit] of [
      ['first', 1000],
      ['further', 2600],
      ['services', 650],
    ] as const) {
      it(`take at most ${limit} bytes on the ${layer} layer`, () => {
        const json = Buffer.from(JSON.stringify(LAYERS[lang]?.[layer]));
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: json.length };
        const size = brotliCompressSync(json, { params }).length;
        assert.ok(size <= limit, `${size} bytes`);
      });
    }
  });
}

describe('labels of the buttons', () => {
  for (const [lang, labels] of [
    ['ru', ['Принять все', 'Отклонить все', 'Настроить', 'Сохранить']],
    ['kk', ['Барлығын қабылдау', 'Барлығынан бас тарту', 'Баптау', 'Сақтау']],
    ['en', ['Accept all', 'Reject all', 'Customise', 'Save']],
  ] as const) {
    it(`are the checked ones in ${lang}`, () => {
      const { first, further } = LAYERS[lang] ?? {};
      assert.deepEqual([first?.ui.acceptAll, first?.ui.rejectAll, first?.ui.customise, further?.ui.save], labels);
    });
  }
});

describe('the letters of each language', () => {
  it('Kazakh texts of more than twenty letters have a letter of their own', () => {
    for (const [path, text] of textsOf('kk')) if (text.length > 20) assert.match(text, KAZAKH, path);
  });

  it('Kazakh texts are no Russian ones left in place', () => {
    const russian = textsOf('ru');
    const same = [...textsOf('kk')].filter(([path, text]) => text === russian.get(path)).map(([path]) => path);
    assert.deepEqual(
      same,
      ['/first/policy/purposes/telemetry', '/services/company', '/services/cookie', '/services/cache'],
      'the word is the same in both languages',
    );
  });

  it('Russian texts have no Kazakh letters', () => {
    for (const [path, text] of textsOf('ru')) assert.doesNotMatch(text, KAZAKH, path);
  });

  it('English texts have no Cyrillic but the names of sections of the service', () => {
    for (const [path, text] of textsOf('en'))
      assert.doesNotMatch(text.replace(/«\p{L}+» \(/gu, ''), /\p{Script=Cyrillic}/u, path);
  });
});
