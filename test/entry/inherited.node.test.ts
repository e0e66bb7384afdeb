/*
 * What a page puts on every object, one name at a time: no rule takes it for a field of a config, an offer, a choice, a
 * decision, a record or a manifest. (All names at once, in a page: test/e2e/hostile.node.test.ts.)
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { offerBy, parseConfig } from '../../src/entry/config.js';
import { manifestSchema } from '../../src/entry/manifest-schema.js';
import { embedTexts, languagesOf, ownConfig, triggerIn } from '../../src/entry/own.js';
import { serviceLayer } from '../../src/entry/service-layer.js';
import { embed } from '../../src/locales/en.js';
import { bare } from '../../src/model/bare.js';
import { allows, answer, decide, mustAsk, prevailing, unanswered, type Choice } from '../../src/model/decisions.js';
import { choiceAbout, keepOff, refusedAlone, whatIsNew } from '../../src/model/kept.js';
import { core, evidence, facts } from '../../src/policies/timebot/2019-01-01.js';
import { decisionOf } from '../../src/record/decision.js';
import { canonical, noticeOf } from '../../src/record/notice.js';
import { parseRecord } from '../../src/record/parse.js';
import { recordOf, serialise } from '../../src/record/record.js';
import { validate } from '../../src/record/validate.js';
import { formatMirror, readMirror } from '../../src/store/mirror.js';

const NOW = Date.UTC(2026, 10, 23, 9, 30, 15);

/** A config of few words: what it leaves out is what could be found elsewhere. */
const CONFIGS = [
  {},
  {
    purposes: { ads: { recipients: [{ name: 'Example Ads' }] } },
    services: [
      { id: 'counter', purpose: 'telemetry' },
      { id: 'pixel', purpose: 'ads', hosts: ['pixel.example'], tell: { grant: [{ call: 'pixel' }] } },
    ],
  },
  { off: 'ads', policy: { edition: '2026-01-01', purposes: [{ id: 'necessary', required: true }, { id: 'ads' }] } },
].map((config) => JSON.stringify(config));

const CHOICES: readonly Choice[] = [
  { policy: false, purposes: {} },
  { policy: true, purposes: { ads: true } },
  { policy: false, purposes: { telemetry: true }, services: { counter: true } },
];

const circumstances = {
  id: '11111111-1111-4111-8111-111111111111',
  subject: '1'.repeat(32),
  prev: null,
  site: 'https://site.example',
  actor: 'person',
  gpc: false,
  now: NOW,
  policy: { ...evidence, id: facts.id },
  notice: { lang: 'ru', layer: 'banner', hash: '1'.repeat(64) },
  widget: '0.1.0',
} as const;

/** Everything that the rules make of a config, as JSON. */
const outcomeOf = (json: string): string => {
  const raw = bare(JSON.parse(json)); // as the loader reads it
  const config = parseConfig(raw);
  const offer = offerBy(config, core);
  const whole = offerBy(config, core, '');
  const ids = [...offer.purposes, ...offer.services].map(({ id }) => id);
  const may = (decision?: Parameters<typeof allows>[0]) => [
    mustAsk(decision, offer, NOW),
    ids.filter((id) => allows(decision, offer, NOW, id)),
  ];
  // only the cookie tells of this one: it does not say whether the policy was accepted, nor does it know of all that is offered
  const cookie = `timebot_consent=1.4.${NOW / 1000 + 9999}.${offer.edition}.${offer.hash.slice(0, 8)}.telemetry.`;
  const known = readMirror(cookie, offer);
  const made = CHOICES.flatMap((choice) => {
    const about = choiceAbout(choice.purposes, known, offer, ['counter']);
    const all = [choice, about, ...(known ? [keepOff(choice, known, offer)] : [])];
    return all.map((each) => decide(known, 4, each, offer, NOW));
  });
  const records = made
    .filter((_, i) => i % 3 === 0)
    .map(({ decision, action }) => serialise(recordOf(decision, action, offer, circumstances)));
  const proven = records.map((text) => decisionOf(parseRecord(text), offer));
  const own = ownConfig({ raw });
  const open = answer(
    offer,
    { seq: 1, expires: NOW + 1, edition: offer.edition, offer: offer.hash, accepted: true },
    () => true,
    () => true,
  );
  return JSON.stringify([
    config,
    offer,
    whole,
    may(),
    may(known),
    [known, known?.accepted],
    known && [unanswered(known, offer), whatIsNew(known, offer)],
    prevailing(known, open, offer)?.accepted,
    made.map(({ decision, action }) => [decision, action, may(decision), formatMirror(decision, offer)]),
    records,
    proven.map((decision) => [decision, refusedAlone(undefined, decision, offer.services)]),
    own,
    languagesOf(own),
    ['ru', 'de'].map((lang) => [triggerIn(lang, own), embedTexts(own, lang, embed)]),
    [Object(raw).services ?? []].flat().map((service: unknown) => validate(service, manifestSchema)),
    serviceLayer(raw, offer, 'ru').stated,
    canonical(noticeOf('ru', 'banner', circumstances.policy, offer, {})),
  ]);
};

/** Fields in the source, and ids. Neither what `return` and `toJSON` mean to the language, nor what a transpiler's helpers read. */
const SOURCE = join(import.meta.dirname, '../../src');
const NAMES = [
  ...new Set(
    ['entry', 'model', 'policies', 'record', 'store']
      .flatMap((folder) =>
        readdirSync(join(SOURCE, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
          join(SOURCE, folder, file),
        ),
      )
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/(?:\.|[{,]\s+|^ +)([a-z_$][\w$]*)/gim)])
      .map(([, name = '']) => name),
  ),
].filter((name) => !(name in {}) && !/^(return|toJSON|get|set|value|writable)$/.test(name));

const VALUES: readonly unknown[] = ['x', true, [1]];

for (const json of CONFIGS) {
  it(`${NAMES.length} names on every object, one at a time: nothing comes of them for ${json}`, () => {
    const expected = outcomeOf(json);
    const taken: unknown[] = [];
    for (const name of NAMES) {
      for (const value of VALUES) {
        let found: string | undefined;
        Reflect.set(Object.prototype, name, value);
        try {
          found = outcomeOf(json);
        } catch (error) {
          taken.push([name, value, error]);
          continue;
        } finally {
          Reflect.deleteProperty(Object.prototype, name);
        }
        if (found !== expected) taken.push([name, value, found]);
      }
    }
    assert.deepEqual(taken, []);
  });
}
