import fc from 'fast-check';
import { decide } from '../../src/model/decisions.js';
import type { Offer } from '../../src/model/offers.js';
import { recordOf, type Circumstances, type ConsentRecord } from '../../src/record/record.js';
import { choicesOf, decisionsOf, ids, offers, times } from '../model/arbitraries.js';

const hex = (length: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));

const uuids = fc.uuid({ version: 4 });

/** Text of at least one visible character, of any script. */
const names = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((name) => /^[^]{1,40}$/u.test(name) && !/\p{Cc}/u.test(name));

export const circumstances: fc.Arbitrary<Circumstances> = fc.record({
  id: uuids,
  subject: hex(32),
  prev: fc.option(uuids),
  site: fc.constantFrom('https://timebot.kz', 'http://localhost:8080', 'https://пример.kz', 'null'),
  actor: fc.constantFrom('person', 'script'),
  gpc: fc.boolean(),
  now: times,
  policy: fc.record({
    id: ids,
    hash: hex(64),
    operator: fc.record({ name: names, id: names }),
    data: fc.uniqueArray(ids, { maxLength: 6 }),
  }),
  notice: fc.record({
    lang: fc.constantFrom('ru', 'kk', 'en', 'pt-BR', 'zh-Hant-TW'),
    layer: fc.constantFrom('banner', 'preferences', 'api'),
    hash: hex(64),
  }),
  widget: fc.constantFrom('0.1.0', '1.2.3', '10.20.30-rc.1', '1.0.0+build.7'),
});

/** A record as the widget makes it, with what it was made of. */
export interface Made {
  readonly offer: Offer;
  readonly decision: ReturnType<typeof decide>['decision'];
  readonly record: ConsentRecord;
}

/** First decisions and such as follow on another. */
export const made: fc.Arbitrary<Made> = offers
  .chain((offer) =>
    fc.tuple(fc.constant(offer), fc.option(decisionsOf(offer), { nil: undefined }), choicesOf(offer), circumstances),
  )
  .map(([offer, previous, choice, given]) => {
    const { decision, action } = decide(previous, 0, choice, offer, given.now);
    return { offer, decision, record: recordOf(decision, action, offer, given) };
  });

export const records: fc.Arbitrary<ConsentRecord> = made.map(({ record }) => record);

export type Path = readonly (string | number)[];

/** The paths to all parts of a JSON value, its own first. */
export const pathsIn = (value: unknown, path: Path = []): Path[] => [
  path,
  ...(typeof value !== 'object' || value === null
    ? []
    : Array.isArray(value)
      ? value.flatMap((item: unknown, i) => pathsIn(item, [...path, i]))
      : Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...path, key]))),
];

export const at = (value: unknown, [key, ...rest]: Path): unknown =>
  key === undefined ? value : at(Object.getOwnPropertyDescriptor(Object(value), key)?.value, rest);

/** JSON Pointer, RFC 6901. */
export const pointer = (path: Path): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/**
 * The value with one part replaced, or taken out where `part` is undefined. By entries, so that `__proto__` is a key like any
 * other.
 */
export const put = (value: unknown, [key, ...rest]: Path, part: unknown): unknown => {
  if (key === undefined) return part;
  const next = put(at(value, [key]), rest, part);
  if (Array.isArray(value))
    return value.flatMap((item: unknown, i) => (i !== key ? [item] : next === undefined ? [] : [next]));
  const others = Object.entries(Object(value)).filter(([name]) => name !== key);
  return Object.fromEntries(next === undefined ? others : [...others, [key, next]]);
};
