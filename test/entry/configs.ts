import fc from 'fast-check';
import { ownSpec } from '../../src/entry/own-spec.js';
import { isList, type Spec } from '../../src/entry/config-spec.js';

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.constantFrom(
    '',
    'ads',
    'policy',
    'constructor',
    'telemetry',
    'RU',
    '2026-01-01',
    'auto',
    0,
    12,
    25,
    true,
    null,
    [],
    {},
  ),
);

/** What a pattern of the spec takes, of no more than three hundred characters. */
const textFor = (pattern: RegExp): fc.Arbitrary<string> => {
  const candidates = [
    'a',
    'ads',
    'telemetry',
    'counter',
    'Пример',
    'KZ',
    '/consents',
    'https://example.kz/c',
    'auto',
    'ru',
    'bar',
    'top',
    'dark',
    'left',
    'timebot.kz',
    '2026-01-01',
    'x'.repeat(201),
  ];
  return fc.constantFrom(...candidates.filter((text) => pattern.test(text)));
};

const KEYS = fc.constantFrom('ru', 'en', 'ads', 'telemetry', 'constructor', 'toString', '2.2.5a');

const right = (spec: Spec, wrongs: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => {
  if (spec instanceof RegExp) return textFor(spec);
  if (spec === true) return fc.boolean();
  if (typeof spec === 'number') return fc.integer({ min: 1, max: spec });
  if (isList(spec)) return fc.array(either(spec[0], wrongs), { maxLength: 3 });
  const { '*': any, ...keys } = spec;
  if (any !== undefined) return fc.dictionary(KEYS, either(any, wrongs), { maxKeys: 3 });
  const parts = Object.entries(keys).map(([key, part]) => [key, either(part, wrongs)] as const);
  return fc.record(Object.fromEntries(parts), { requiredKeys: [] });
};

/** Mostly what the spec asks for. */
const either = (spec: Spec, wrongs: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary: right(spec, wrongs), weight: 30 }, { arbitrary: wrongs, weight: 1 });

/** Keys that no part knows, beside others. */
const withStrangers = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(value, fc.constantFrom('endpont', '__proto__', 'constructor', 'toString', ''), odd)
    .map(([config, key, part]) => Object.fromEntries([...Object.entries(Object(config)), [key, part]]));

/** Configs as owners write them: right, nearly right, and beside the point; JSON all of them. */
export const configs: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: right(ownSpec, right(ownSpec.policy.operator.name, odd)), weight: 4 },
  { arbitrary: right(ownSpec, odd), weight: 6 },
  { arbitrary: withStrangers(right(ownSpec, odd)), weight: 2 },
  { arbitrary: odd, weight: 1 },
);
