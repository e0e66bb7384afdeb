import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { offerBy, parseConfig, usable, type Warning } from '../../src/entry/config.js';
import { diagnose } from '../../src/entry/diagnose.js';
import { ownSpec } from '../../src/entry/own-spec.js';
import { core } from '../../src/policies/timebot/2019-01-01.js';
import { put, type Path } from '../record/arbitraries.js';
import { configs } from './configs.js';

/** What an owner is told of a config, but that there is no endpoint. */
const told = (raw: unknown): string[] => {
  const warnings: Warning[] = [];
  diagnose(raw, core, (...warning) => warnings.push(warning));
  expect(warnings.every(([code]) => code === 'config-part')).to.equal(true);
  return warnings.map(([, text]) => String(text)).filter((text) => !text.startsWith('"endpoint" is not set'));
};

/** A config that says one thing. */
const config = (path: Path, value: unknown): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const inner = config(rest, value);
  return typeof key === 'number' ? [inner] : { [key]: inner };
};

const name = (path: Path): string =>
  path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${key}` : key), '');

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const ID = {
  right: ['a', 'ads-2', 'a'.repeat(40)],
  wrong: ['', 'Ads', '2ads', 'ads_2', 'реклама', 'a'.repeat(41), 1, null],
};
const NAME = { right: ['A', 'Пример', 'a'.repeat(200)], wrong: ['', 'a'.repeat(201), 1, true, null, [], {}] };
const TEXT = { right: ['A', 'a'.repeat(2000)], wrong: ['', 'a'.repeat(2001), 1, null, ['a']] };
const YES_NO = { right: [true, false], wrong: ['true', 0, 1, null, 'yes'] };
const COUNTRY = { right: ['KZ', 'US'], wrong: ['kz', 'KAZ', 'Казахстан', '', 398] };
const MONTHS = { right: [1, 12, 24], wrong: [0, -1, 25, 1.5, '12', null, true] };
const ADDRESS = {
  right: ['/consents', 'https://example.kz/consents', 'http://localhost:8080/c', '//example.kz/c', 'consents?site=1'],
  // oxlint-disable-next-line no-script-url
  wrong: ['', 'javascript:alert(1)', 'data:application/json,{}', 'mailto:a@example.kz', 1, null],
};
const OBJECT = { right: [{}], wrong: [[], 'text', 1, true, null] };
const LIST = { right: [[]], wrong: [{}, 'text', 1, true, null] };

const KEYS: readonly (readonly [
  path: Path,
  values: { readonly right: readonly unknown[]; readonly wrong: readonly unknown[] },
])[] = [
  [['endpoint'], ADDRESS],
  [['config'], ADDRESS],
  [['policyUrl'], ADDRESS],
  [['lang'], { right: ['auto', 'ru', 'kk', 'pt-BR'], wrong: ['', 'r', 'ru_KZ', 'русский', 1, null, ['ru']] }],
  [['layout'], { right: ['bar', 'box'], wrong: ['', 'Bar', 'modal', 'bar ', true, null] }],
  [['position'], { right: ['bottom', 'top', 'bottom-left', 'bottom-right'], wrong: ['top-left', 'center', 1, null] }],
  [['theme'], { right: ['auto', 'light', 'dark'], wrong: ['black', '', false, null] }],
  [['trigger'], { right: ['left', 'right', 'none'], wrong: ['bottom', false, null] }],
  [
    ['cookieDomain'],
    { right: ['timebot.kz', 'a.b.c'], wrong: ['', 'TimeBot.kz', 'timebot.kz; Secure', 'https://timebot.kz', 1] },
  ],
  [['months'], OBJECT],
  [['months', 'granted'], MONTHS],
  [['months', 'refused'], MONTHS],
  [['purposes'], OBJECT],
  [['purposes', 'ads'], OBJECT],
  [['purposes', 'ads', 'recipients'], LIST],
  [['purposes', 'ads', 'recipients', 0], OBJECT],
  [['purposes', 'ads', 'recipients', 0, 'name'], NAME],
  [['purposes', 'ads', 'recipients', 0, 'country'], COUNTRY],
  [['purposes', 'ads', 'storage'], OBJECT],
  [['purposes', 'ads', 'storage', 'en'], TEXT],
  [['services'], LIST],
  [['services', 0, 'name'], NAME],
  [['services', 0, 'recipient'], NAME],
  [['services', 0, 'country'], COUNTRY],
  [['services', 0, 'storage', 'ru'], TEXT],
  [['policy'], OBJECT],
  [['policy', 'id'], ID],
  [['policy', 'edition'], { right: ['2026-01-01'], wrong: ['', '2026', '01.01.2026', '2026-1-1', 20260101, null] }],
  [['policy', 'contact'], NAME],
  [['policy', 'operator'], OBJECT],
  [['policy', 'operator', 'name'], NAME],
  [['policy', 'data'], LIST],
  [['policy', 'data', 0], ID],
  [['policy', 'purposes'], LIST],
  [['policy', 'purposes', 0], OBJECT],
  [['policy', 'purposes', 0, 'id'], ID],
  [['policy', 'purposes', 0, 'clauses'], LIST],
  [['policy', 'purposes', 0, 'clauses', 0], NAME],
  [['policy', 'purposes', 0, 'required'], YES_NO],
  [['policy', 'purposes', 0, 'needsService'], YES_NO],
  [['policy', 'texts', 'en', 'banner', 'summary'], TEXT],
  [['policy', 'texts', 'en', 'banner', 'changes'], TEXT],
  [['policy', 'texts', 'en', 'banner', 'purposes', 'ads'], TEXT],
  [['policy', 'texts', 'en', 'details', 'purposes', 'ads'], TEXT],
  [['policy', 'texts', 'en', 'details', 'clauses', '2.2'], TEXT],
  [['policy', 'texts', 'en', 'details', 'data', 'ip'], TEXT],
  [['policy', 'texts', 'en', 'details', 'law'], TEXT],
  [['policy', 'texts', 'en', 'details', 'rights'], TEXT],
  [['policy', 'texts', 'en', 'details', 'term'], TEXT],
  [['texts'], OBJECT],
  [['texts', 'de'], OBJECT],
  [['texts', 'de', 'name'], NAME],
  [['texts', 'de', 'trigger'], NAME],
  [['texts', 'de', 'banner', 'title'], TEXT],
  [['texts', 'de', 'preferences', 'title'], TEXT],
];

describe('a config', () => {
  for (const [path, { right, wrong }] of KEYS) {
    const key = name(path);
    it(`takes what is right for ${key}`, () => {
      for (const value of right) {
        const raw = config(path, value);
        expect(plain(usable(raw, ownSpec)), JSON.stringify(value)).to.deep.equal(raw);
        expect(told(raw).filter((text) => text.startsWith(`"${key}"`))).to.deep.equal([]);
      }
    });

    it(`leaves out what is wrong for ${key} alone, and says what would be right`, () => {
      for (const value of wrong) {
        const beside = { theme: 'dark', layout: 'box' };
        const [first = ''] = path;
        const raw = Object.assign({}, beside, config(path, value));
        const kept = plain(usable(raw, ownSpec));
        const text = JSON.stringify(value);
        for (const [other, said] of Object.entries(beside)) {
          if (other !== first) expect(kept, text).to.have.property(other, said);
        }
        expect(kept, text).to.deep.equal(plain(usable(put(raw, path, undefined), ownSpec)));
        const [warning, ...more] = told(raw).filter((said) => said.startsWith(`"${key}" `));
        expect(warning, text).to.include(`is ${text.slice(0, 80)} and left out: make it `);
        expect(warning?.split('make it ')[1], text).to.match(
          /^(text like .+|true or false|a whole number from 1 to 24|a list|an object)$/,
        );
        expect(more).to.deep.equal([]);
      }
    });
  }

  for (const [raw, warning] of [
    [{ endpont: '/c' }, '"endpont" is unknown and left out: known are endpoint, config, lang'],
    [{ months: { given: 1 } }, '"months.given" is unknown and left out: known are granted, refused'],
    [
      { purposes: { adds: {} } },
      '"purposes.adds" is unknown and left out: known are necessary, personalisation, telemetry, ads, contact',
    ],
    [{ services: [{ id: 'a', purpose: 'telemetry', cookie: 'x' }] }, '"services[0].cookie" is unknown and left out'],
    [{ services: [{ id: 'a', purpose: 'adds' }] }, 'the service "a" with purpose "adds" stays closed'],
    [{ services: [{ id: 'a' }] }, 'the service "a" with purpose "undefined" stays closed'],
    [{ services: [{ purpose: 'telemetry' }] }, 'the service "undefined" with purpose "telemetry" stays closed'],
    [{ services: [{ id: 'ads', purpose: 'telemetry' }] }, 'the service "ads" with purpose "telemetry" stays closed'],
    [
      { services: [{ id: 'policy', purpose: 'telemetry' }] },
      'the service "policy" with purpose "telemetry" stays closed',
    ],
    [
      { services: [{ id: 'constructor', purpose: 'telemetry' }] },
      'the service "constructor" with purpose "telemetry" stays closed',
    ],
    [
      {
        services: [
          { id: 'a', purpose: 'personalisation' },
          { id: 'a', purpose: 'telemetry' },
        ],
      },
      'the service "a" with purpose "telemetry" stays closed',
    ],
    [{ services: [{ id: 'a', purpose: 'ads' }] }, 'name them in "purposes.ads.recipients"'],
    [{ off: 'adds' }, '"off" names "adds", which is no purpose or service: known are necessary'],
    [JSON.parse('{"__proto__":{"endpoint":"/c"}}'), '"__proto__" is unknown and left out'],
    [JSON.parse('{"constructor":{}}'), '"constructor" is unknown and left out'],
    [JSON.parse('{"months":{"__proto__":{"granted":1}}}'), '"months.__proto__" is unknown and left out'],
    ['text', '"" is "text" and left out: make it an object'],
    [null, '"" is null and left out: make it an object'],
    [[], '"" is [] and left out: make it an object'],
  ] as const) {
    it(`warns of ${JSON.stringify(raw)}`, () => {
      const warnings = told(raw);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.include(warning);
    });
  }

  it('that says all it can gives no warning', () => {
    const raw = {
      endpoint: '/consents',
      months: { granted: 6, refused: 3 },
      purposes: { ads: { recipients: [{ name: 'Example Ads', country: 'US' }], storage: { en: '1 year' } } },
      services: [
        { id: 'counter', purpose: 'telemetry', name: 'Counter', recipient: 'Counter Inc', country: 'RU' },
        { id: 'chat', purpose: 'contact' },
      ],
    };
    expect(told(raw)).to.deep.equal([]);
  });

  it('without an endpoint is told so, with what to do', () => {
    const warnings: Warning[] = [];
    diagnose({}, core, (...warning) => warnings.push(warning));
    expect(warnings).to.deep.equal([
      ['config-part', '"endpoint" is not set, records stay on this device: set data-endpoint="/…"'],
    ]);
  });

  it('warns of every mistake, not of the first alone', () => {
    expect(
      told({ lang: 1, theme: 'black', months: { granted: 0 }, services: [{ id: 'A', purpose: 'ads' }] }),
    ).to.have.length(4);
  });
});

describe('parseConfig', () => {
  it('gives objects without a prototype, in which no inherited name is found', () => {
    const { purposes, months } = parseConfig(
      JSON.parse('{"months":{},"purposes":{"__proto__":{"storage":{"en":"x"}},"constructor":{}}}'),
    );
    for (const part of [parseConfig({}), purposes, months]) expect(Object.getPrototypeOf(part)).to.equal(null);
    expect(Object.keys(purposes ?? {})).to.deep.equal(['constructor']);
    expect(purposes?.['toString']).to.equal(undefined);
  });

  it('reads nothing that an object inherits', () => {
    expect(plain(parseConfig(Object.create({ endpoint: '/c' })))).to.deep.equal({});
  });

  for (const value of [undefined, null, 'text', 1, true, [], [{}], () => ({})]) {
    it(`takes ${JSON.stringify(value)} for nothing said`, () => expect(plain(parseConfig(value))).to.deep.equal({}));
  }

  it('keeps the items of a list that are usable', () => {
    expect(
      plain(parseConfig({ services: [null, { id: 'a', purpose: 'ads' }, 'b', { id: 'C', purpose: 'ads' }] })),
    ).to.deep.equal({
      services: [{ id: 'a', purpose: 'ads' }, { purpose: 'ads' }],
    });
  });
});

describe('offerBy', () => {
  const offered = (raw: unknown): { purposes: string[]; services: string[] } => {
    const { purposes, services } = offerBy(parseConfig(raw), core);
    return { purposes: purposes.map(({ id }) => id), services: services.map(({ id, purpose }) => `${id}: ${purpose}`) };
  };
  const shipped = ['necessary', 'personalisation', 'telemetry'];
  const recipient = 'Example Ads';

  for (const [what, raw, purposes, services] of [
    ['nothing said: the purposes of the policy that need no service and no recipient', {}, shipped, []],
    [
      'a recipient of ads: ads too',
      { purposes: { ads: { recipients: [{ name: recipient }] } } },
      [...shipped, 'ads'],
      [],
    ],
    [
      'a recipient of ads without a name: without ads',
      { purposes: { ads: { recipients: [{ country: 'US' }] } } },
      shipped,
      [],
    ],
    [
      'a service for ads with a recipient: ads too',
      { services: [{ id: 'pixel', purpose: 'ads', recipient }] },
      [...shipped, 'ads'],
      ['pixel: ads'],
    ],
    [
      'a service for ads without a recipient: without both',
      { services: [{ id: 'pixel', purpose: 'ads' }] },
      shipped,
      [],
    ],
    [
      'ads off: without them and their services',
      {
        off: 'ads',
        purposes: { ads: { recipients: [{ name: recipient }] } },
        services: [
          { id: 'pixel', purpose: 'ads', recipient },
          { id: 'map', purpose: 'telemetry' },
        ],
      },
      shipped,
      ['map: telemetry'],
    ],
    [
      'a service and a purpose off: without them',
      {
        off: 'personalisation map',
        services: [
          { id: 'counter', purpose: 'telemetry' },
          { id: 'map', purpose: 'telemetry' },
        ],
      },
      ['necessary', 'telemetry'],
      ['counter: telemetry'],
    ],
    ['what nobody offers off: the same', { off: 'adds' }, shipped, []],
    [
      'a chat: contact too',
      { services: [{ id: 'chat', purpose: 'contact' }] },
      [...shipped, 'contact'],
      ['chat: contact'],
    ],
    ['a service of an unknown purpose: without it', { services: [{ id: 'a', purpose: 'adds' }] }, shipped, []],
    ['a service without a purpose: without it', { services: [{ id: 'a' }] }, shipped, []],
    ['a service without an id: without it', { services: [{ purpose: 'ads' }] }, shipped, []],
    ['a service of a purpose’s name: without it', { services: [{ id: 'telemetry', purpose: 'ads' }] }, shipped, []],
    [
      'a service of a reserved name: without it',
      {
        services: [
          { id: 'policy', purpose: 'ads' },
          { id: 'constructor', purpose: 'ads' },
        ],
      },
      shipped,
      [],
    ],
    [
      'two services of one name: the first',
      {
        services: [
          { id: 'a', purpose: 'personalisation' },
          { id: 'a', purpose: 'telemetry' },
        ],
      },
      shipped,
      ['a: personalisation'],
    ],
    [
      'purposes of its own: those',
      {
        policy: { purposes: [{ id: 'base', required: true }, { id: 'video' }] },
        services: [
          { id: 'tube', purpose: 'video' },
          { id: 'x', purpose: 'ads' },
        ],
      },
      ['base', 'video'],
      ['tube: video'],
    ],
    [
      'purposes without an id or of a reserved one: without them',
      { policy: { purposes: [{}, { id: 'policy' }, { id: 'constructor' }, { id: 'video' }] } },
      ['video'],
      [],
    ],
    ['no purposes at all', { policy: { purposes: [] } }, [], []],
  ] as const) {
    it(`offers, with ${what}`, () => expect(offered(raw)).to.deep.equal({ purposes, services }));
  }

  for (const [months, terms] of [
    [undefined, { granted: 12, refused: 6 }],
    [{}, { granted: 12, refused: 6 }],
    [{ granted: 24 }, { granted: 24, refused: 6 }],
    [{ refused: 1 }, { granted: 12, refused: 1 }],
    [
      { granted: 3, refused: 2 },
      { granted: 3, refused: 2 },
    ],
    [
      { granted: 0, refused: '6' },
      { granted: 12, refused: 6 },
    ],
  ] as const) {
    it(`holds ${JSON.stringify(terms)} with the months ${JSON.stringify(months)}`, () => {
      expect(offerBy(parseConfig({ months }), core).terms).to.deep.equal(terms);
    });
  }

  it('is about the edition of the policy, or the one that the site states', () => {
    expect(offerBy({}, core).edition).to.equal('2019-01-01');
    expect(offerBy(parseConfig({ policy: { edition: '2026-01-01' } }), core).edition).to.equal('2026-01-01');
    expect(offerBy(parseConfig({ policy: { edition: 'soon' } }), core).edition).to.equal('2019-01-01');
  });

  it('states recipients and storage of a purpose as the site does, and no recipient without a name', () => {
    const stated = {
      recipients: [{ name: 'A', country: 'US' }, { country: 'DE' }, { name: 'B' }],
      storage: { en: '1 year' },
    };
    const { purposes } = offerBy(parseConfig({ purposes: { ads: stated, unknown: stated } }), core);
    const ads = purposes.find(({ id }) => id === 'ads');
    expect(plain(ads)).to.deep.equal({
      id: 'ads',
      needsRecipient: true,
      recipients: [{ name: 'A', country: 'US' }, { name: 'B' }],
      storage: { en: '1 year' },
    });
    expect(purposes.filter(({ recipients }) => recipients?.length)).to.deep.equal([ads]);
  });

  it('offers at most as many services as a record holds', () => {
    const services = Array.from({ length: 70 }, (_, i) => ({ id: `s-${i}`, purpose: 'telemetry' }));
    expect(offerBy(parseConfig({ services }), core).services).to.have.length(64);
  });

  it('cannot be talked out of what is required, nor into it, by what a site states of a purpose', () => {
    const raw = { purposes: { necessary: { required: false }, ads: { required: true, id: 'other' } } };
    const { purposes } = offerBy(parseConfig(raw), core);
    expect(purposes.filter(({ required }) => required).map(({ id }) => id)).to.deep.equal(['necessary']);
  });
});

describe('whatever an owner writes', () => {
  it('nothing throws, and every id names one thing', () => {
    fc.assert(
      fc.property(configs, (raw) => {
        const { purposes, services, hash } = offerBy(parseConfig(raw), core);
        diagnose(raw, core, () => undefined);
        const serviceIds = services.map(({ id }) => id);
        expect(new Set(serviceIds).size).to.equal(serviceIds.length);
        for (const { id, purpose } of services) {
          expect(purposes.some((p) => p.id === purpose)).to.equal(true);
          expect(purposes.some((p) => p.id === id)).to.equal(false);
        }
        expect(hash).to.match(/^(_[a-z0-9]{1,7})*$/);
        expect({}).not.to.have.property('endpoint');
      }),
      { numRuns: 500 },
    );
  });

  it('nothing throws at values that are no JSON', () => {
    fc.assert(
      fc.property(
        fc.anything({ withDate: true, withMap: true, withNullPrototype: true, withObjectString: true }),
        (raw) => {
          expect(offerBy(parseConfig({ ...Object(raw), services: raw, policy: raw }), core).purposes).to.be.an('array');
          diagnose({ lang: raw, texts: raw }, core, () => undefined);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('what counts is told of exactly where something was left out', () => {
    fc.assert(
      fc.property(configs, (raw) => {
        const whole = JSON.stringify(usable(raw, ownSpec)) === JSON.stringify(raw);
        const lost = told(raw).filter(
          (text) => text.includes('left out: make it') || /^"(?!purposes\.)[^"]*" is unknown/.test(text),
        );
        if (!whole) expect(told(raw)).not.to.deep.equal([]);
        else expect(lost).to.deep.equal([]);
      }),
      { numRuns: 500 },
    );
  });
});
