import type { EditionCore } from '../model/editions.js';
import { offerOf, type Offer } from '../model/offers.js';
import { isId } from '../model/purposes.js';
import type { Schema, TypeOf } from '../record/schema-types.js';
import { configSchema } from './config-schema.js';

/** A site's config after the check: every part is present only where it is usable. */
export type Config = TypeOf<typeof configSchema>;

/** Tells the owner what is wrong; once for each text. */
export type Warn = (message: string) => void;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const expected = ({ type, enum: words, pattern, minimum, maximum }: Schema): string =>
  words
    ? `one of ${words.join(', ')}`
    : `${type}${pattern ? ` like ${pattern}` : ''}${minimum ? ` ${minimum}–${maximum}` : ''}`;

/**
 * What is usable of a value: bad parts are left out with one warning that names the key, the value and what would be
 * right. Objects come out without a prototype, so that no key of a config reaches one.
 */
const usable = (value: unknown, schema: Schema, key: string, warn: Warn): unknown => {
  const bad = (): undefined => {
    warn(`config: "${key}" is ${String(JSON.stringify(value)).slice(0, 80)}: left out; it must be ${expected(schema)}`);
  };
  const { type, properties, additionalProperties, items, required = [], enum: words } = schema;
  if (items) {
    if (!Array.isArray(value)) return bad();
    return value.map((item, i) => usable(item, items, `${key}[${i}]`, warn)).filter((item) => item !== undefined);
  }
  if (type === 'object') {
    if (!isObject(value) || required.some((name) => !Object.hasOwn(value, name))) return bad();
    if (!properties && !additionalProperties) return value;
    const map: Record<string, unknown> = Object.create(null);
    for (const name of Object.keys(value)) {
      const part = properties ? Object.hasOwn(properties, name) && properties[name] : additionalProperties;
      const path = key ? `${key}.${name}` : name;
      const kept =
        typeof part === 'object'
          ? usable(value[name], part, path, warn)
          : warn(`config: "${path}" is unknown: left out`);
      if (kept !== undefined) map[name] = kept;
      else if (required.includes(name)) return undefined;
    }
    return map;
  }
  if (typeof value === 'string' && type === 'string') {
    return value.length <= (schema.maxLength ?? 200) && new RegExp(schema.pattern ?? '.', 'u').test(value)
      ? value
      : bad();
  }
  if (words?.some((word) => word === value) || (type === 'boolean' && typeof value === type)) return value;
  const { minimum = 0, maximum = 0 } = schema;
  return type === 'integer' && Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum
    ? value
    : bad();
};

/** The usable config of what an owner wrote, whatever that is. */
export const parseConfig = (value: unknown, warn: Warn): Config => usable(value, configSchema, '', warn) ?? {};

/** A default of the policy for the months that a decision holds: law-abiding terms, asked again sooner after a refusal. */
const MONTHS = { granted: 12, refused: 6 };

/** What a site asks about by its config, and by the policy edition where the config says nothing else. */
export const offerBy = (config: Config, core: EditionCore, warn: Warn): Offer => {
  const purposes = (config.policy?.purposes ?? core.purposes)
    .filter(({ id }) => isId(id))
    .map((purpose) => ({ ...purpose, ...config.purposes?.[purpose.id] }));
  const seen = new Set(purposes.map(({ id }) => id));
  const unknown = (what: string): void => warn(`config: ${what}; known are ${purposes.map(({ id }) => id).join(', ')}`);
  const services = (config.services ?? []).filter(({ id, purpose }) => {
    const known = purposes.some((p) => p.id === purpose);
    if (!known) unknown(`service "${id}" has the unknown purpose "${purpose}" and stays closed`);
    if (!known || !isId(id) || seen.has(id)) return false; // an id names one thing: a second one could open the first
    return seen.add(id);
  });
  for (const id of Object.keys(config.purposes ?? {})) if (!seen.has(id)) unknown(`purpose "${id}" is unknown`);
  return offerOf(config.policy?.edition ?? core.edition, { ...MONTHS, ...config.months }, purposes, services);
};
