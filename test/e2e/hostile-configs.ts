/*
 * Configs as nobody should write them: what a site may say, damaged in some places. The same ones in every run. None of
 * them makes anything but `necessary` required, so none may open anything before a choice.
 */
import fc from 'fast-check';
import { at, pathsIn, put, type Path } from '../record/arbitraries.js';
import { ADS } from './site.js';

/** Leaves its mark wherever it is run as code. */
const CODE = `ran('hacked')`;
const SCRIPT_URL = ['javascript', CODE].join(':');
const MARKUP = `</script><script>${CODE}</script><img src=x onerror="${CODE}"><svg onload="${CODE}">"'><a href="${SCRIPT_URL}">x</a>`;
/** Where nothing may ever be asked for. */
export const EVIL = 'evil.test';

const nested = (depth: number, leaf: unknown): unknown => (depth ? { a: [nested(depth - 1, leaf)] } : leaf);

/** An object with keys that a literal cannot have. */
const odd = (...entries: readonly (readonly [string, unknown])[]): unknown => Object.fromEntries(entries);

/** Texts that mean something elsewhere. */
const TEXTS: readonly unknown[] = [
  '',
  '\u0000',
  '\u202e\ud800',
  'constructor',
  '__proto__',
  'toString',
  'policy',
  'x'.repeat(100_000),
  SCRIPT_URL,
  ` \t${SCRIPT_URL}`,
  `data:text/javascript,${CODE}`,
  `data:text/html,<script>${CODE}</script>`,
  `//${EVIL}/x.js`,
  `https://${EVIL}/x.js`,
  'https://[',
  MARKUP,
  '{id}{constructor}{__proto__}',
  '(a+)+$',
  '[',
  'eval',
  'document.write',
  'timebotConsent.acceptAll',
  'timebotConsentQueue.push',
];

/** What is no text where one is read as such, and other things of another kind. */
const CONFUSING: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  [],
  [null],
  [[[[]]]],
  {},
  { length: 1e9 },
  { toString: 1, valueOf: 1 },
  odd(['then', 1], ['startsWith', 1], ['toJSON', 1], ['map', 1], ['replace', 1]),
  { id: { toString: 1, valueOf: 1 }, use: { toString: 1, valueOf: 1 }, mode: 'advanced' },
  odd(['__proto__', { ads: true, endpoint: '/evil', required: true }]),
  odd(['constructor', { prototype: { ads: true, purposes: { ads: true } } }]),
  nested(40, MARKUP),
  Array.from({ length: 100 }, (_, n) => ({ id: `s${n}`, purpose: 'ads', name: MARKUP })),
];

const hostile = fc.oneof(fc.constantFrom(...CONFUSING), fc.constantFrom(...TEXTS));

const step = { call: 'counter.push', with: ['{id}', { $now: 'date' }] };

/** What is damaged: together they hold every part of a config. */
const BASES: readonly unknown[] = [
  {
    lang: 'en',
    layout: 'box',
    position: 'bottom-left',
    theme: 'dark',
    trigger: 'right',
    policyUrl: '/policy',
    cookieDomain: 'localhost',
    months: { granted: 12, refused: 6 },
    debug: true,
    purposes: { ads: { recipients: [{ name: 'Ads Inc', country: 'US' }], storage: { ru: 'Ключ', en: 'Key' } } },
    texts: {
      en: {
        name: 'English',
        trigger: 'Cookies',
        banner: { title: 'Cookies', acceptAll: 'Accept all' },
        preferences: { title: 'Cookies' },
        embed: { show: 'Show' },
      },
      de: { name: 'Deutsch', banner: { title: 'Kekse' } },
    },
  },
  {
    policy: {
      id: 'own',
      edition: '2027-02-01',
      contact: 'privacy@site.test',
      operator: { name: 'Site', id: '123' },
      data: ['ip', 'cookie'],
      purposes: [
        { id: 'necessary', clauses: ['1'], required: true },
        { id: 'telemetry', clauses: ['2'] },
        { id: 'ads', clauses: ['3', '4'], needsService: true },
        { id: 'personalisation', clauses: ['5'] },
      ],
      texts: {
        ru: {
          banner: { summary: 'Кратко', changes: 'Нового', purposes: { ads: 'Реклама', telemetry: 'Счёт' } },
          details: { purposes: { ads: 'Реклама' }, data: { ip: 'Адрес' }, clauses: { '3': 'Пункт' }, law: 'Закон' },
        },
      },
    },
    services: [
      { id: 'pixel', purpose: 'ads', name: 'Pixel', recipient: 'Pixel Inc', country: 'US', storage: { en: 'p' } },
    ],
  },
  {
    purposes: ADS,
    services: [
      { use: 'google-tag', id: 'G-ABC1234567', mode: 'advanced', wait_for_update: 500, region: ['KZ'] },
      { use: 'yandex-metrika', as: 'metrika', id: '12345678', purpose: 'telemetry' },
      { use: 'matomo', id: 1, url: 'https://stats.site.test/' },
      { use: 'youtube' },
    ],
  },
  {
    purposes: ADS,
    services: [
      {
        id: 'counter',
        purpose: 'telemetry',
        name: 'Counter',
        vendor: 'Counter Inc',
        hosts: [EVIL, `*.${EVIL}`],
        keeps: [{ in: 'cookie', name: '_c*', days: 30, about: { en: 'counts' } }],
        frames: [{ match: `https://${EVIL}/(\\d+)`, to: `https://${EVIL}/embed/$1` }],
        stubs: {
          counter: { kind: 'methods', names: ['push'] },
          count: { kind: 'arguments', queue: 'counts', time: 'count.l' },
        },
        init: [step, { create: 'Counter', with: ['{id}'], set: 'counting' }],
        load: [`https://${EVIL}/x.js`],
        loaded: [{ call: 'counter.push', each: 'list', later: 'counter' }],
        tell: {
          default: [{ set: 'counterOff', to: true }, step],
          grant: [{ call: 'counter.push', with: [{ $granted: 'ads' }] }],
          refusal: [step],
          withdrawal: [{ set: 'counterOff', to: { $allowed: 'ads' } }],
        },
        given: { id: 'c-1', list: ['a'] },
      },
    ],
  },
  { lang: 'ru', layout: 'bar', theme: 'light', policyUrl: '/policy', purposes: ADS },
];

type Damage = (config: unknown, path: Path) => unknown;

const damage: fc.Arbitrary<Damage> = fc.oneof(
  {
    weight: 6,
    arbitrary: hostile.map(
      (value): Damage =>
        (config, path) =>
          put(config, path, value),
    ),
  },
  // left out, repeated, one level too deep, out of its list
  { weight: 2, arbitrary: fc.constant<Damage>((config, path) => put(config, path, undefined)) },
  fc.constant<Damage>((config, path) => put(config, path, [at(config, path), at(config, path)])),
  fc.constant<Damage>((config, path) => put(config, path, { a: at(config, path) })),
  fc.constant<Damage>((config, path) => put(config, path, at(at(config, path), [0]) ?? 0)),
  // with a key that nobody knows
  fc.tuple(fc.constantFrom('__proto__', 'constructor', 'toString', '', 'then'), hostile).map(
    ([key, value]): Damage =>
      (config, path) =>
        put(config, path, put(at(config, path), [key], value)),
  ),
);

const damaged = fc
  .tuple(fc.constantFrom(...BASES), fc.array(fc.tuple(fc.nat(), damage), { minLength: 1, maxLength: 6 }))
  .map(([base, damages]) =>
    damages.reduce<unknown>((config, [n, change]) => {
      // the deeper, the likelier: what is damaged at its root is soon told apart
      const paths = pathsIn(config).flatMap((path) => path.map(() => path));
      const path = paths[n % paths.length];
      return path ? change(config, path) : config;
    }, base),
  );

const entry = { id: 'counter', purpose: 'telemetry', hosts: [EVIL], load: [`https://${EVIL}/x.js`] };
const NO_TEXT = { toString: 1, valueOf: 1 };

/** What chance seldom finds. */
const CHOSEN: readonly unknown[] = [
  null,
  'text',
  7,
  [],
  '',
  odd(['__proto__', { endpoint: '/evil' }]),
  { services: [{ mode: 'advanced', use: NO_TEXT }] },
  {
    services: [
      { id: NO_TEXT, load: [] },
      { stubs: 7, id: NO_TEXT, purpose: NO_TEXT, load: 7 },
    ],
  },
  { services: [{ use: 'google-tag', id: NO_TEXT, as: NO_TEXT, name: NO_TEXT, mode: NO_TEXT }] },
  { services: { ...entry } },
  { services: { use: 'youtube' } },
  { services: [{ ...entry, tell: { default: [{ to: 1 }] } }] },
  { services: [{ ...entry, tell: { default: [{ create: 'Counter' }] } }] },
  { services: [{ ...entry, tell: { default: [{ call: 'counter', with: [{ $global: '' }, { $now: '' }] }] } }] },
  { services: [{ ...entry, stubs: { counter: { kind: 'arguments' } }, tell: { default: [{ call: 'counter' }] } }] },
  { services: [{ ...entry, stubs: { counter: { kind: 'methods' } }, tell: { default: [{ call: 'counter.push' }] } }] },
  { services: [{ ...entry, stubs: { __defineGetter__: { kind: 'list' }, toString: { kind: 'list' } } }] },
  { services: [{ ...entry, frames: [{ match: '[' }, { match: '(a+)+$' }] }] },
  { services: [{ ...entry, load: ['{url}', '{id}'], given: { url: NO_TEXT, id: NO_TEXT } }] },
  { texts: { en: { banner: { title: NO_TEXT }, preferences: odd(['__proto__', 'x']) } } },
];

/** So many configs, JSON all of them. */
export const hostileConfigs = (count: number): readonly unknown[] => [
  ...CHOSEN,
  ...fc.sample(damaged, { seed: 20_261_123, numRuns: count - CHOSEN.length }),
];
