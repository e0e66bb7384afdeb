import type { Schema } from '../record/schema-types.js';

const ID = '^[a-z][a-z0-9-]{0,39}$';
const TEXT = { type: 'string', pattern: '^[^]{1,2000}$' } as const satisfies Schema;
export const NAME = { type: 'string', pattern: '^[^]{1,200}$' } as const satisfies Schema;
/** Texts by language, or one for all. */
const LOCAL: Schema = { type: ['string', 'object'], additionalProperties: TEXT };
/** A path below `window`, in which an option of the owner may stand. */
const PATH = { type: 'string', pattern: '^[A-Za-z_$][\\w$.{}]{0,99}$' } as const satisfies Schema;
/** `example.com`, `*.example.com`, with a port where there is one. */
const HOST = {
  type: 'string',
  pattern: '^(\\*\\.)?[a-z0-9]([a-z0-9.-]{0,98}[a-z0-9])?(:\\d{1,5})?$',
} as const satisfies Schema;

/**
 * A regular expression that cannot blow up on a long address: no repeated group, and at most three parts that repeat.
 */
const MATCH = {
  type: 'string',
  pattern: '^(?!.*\\)[*+{])[^*+{]{1,200}([*+{][^*+{]{0,200}){0,3}$',
} as const satisfies Schema;

const listOf = (items: Schema, maxItems: number): Schema => ({ type: 'array', items, maxItems });

const steps = listOf(
  {
    type: 'object',
    properties: {
      call: PATH,
      each: { type: 'string', pattern: '^\\w{1,40}$' },
      later: PATH,
      create: PATH,
      set: PATH,
      with: { type: 'array', maxItems: 20 },
      to: {},
    },
    additionalProperties: false,
  },
  20,
);

/** One entry of what a service keeps. */
export const keptSchema: Schema = {
  type: 'object',
  properties: {
    in: { enum: ['cookie', 'local', 'session', 'database', 'cache'] },
    // something besides the stars, or a pattern would take everything that the site keeps
    name: { type: 'string', pattern: '^\\*?[^*\\s;=]{1,100}(\\*[^*\\s;=]{0,100}){0,3}$' },
    days: { type: 'number', minimum: 0, maximum: 20_000 },
    about: LOCAL,
    host: HOST,
    httpOnly: { type: 'boolean' },
  },
  required: ['in', 'name'],
  additionalProperties: false,
};

/** What a config may say of a service that is no ready-made one, beyond what visitors are told. */
export const manifestSchema: Schema = {
  type: 'object',
  properties: {
    id: { type: 'string', pattern: ID },
    purpose: { type: 'string', pattern: ID },
    name: NAME,
    vendor: NAME,
    recipient: NAME,
    country: { type: 'string', pattern: '^[A-Z]{2}$' },
    storage: LOCAL,
    hosts: listOf(HOST, 50),
    keeps: listOf(keptSchema, 100),
    frames: listOf(
      { type: 'object', properties: { match: MATCH, to: TEXT }, required: ['match'], additionalProperties: false },
      20,
    ),
    stubs: {
      type: 'object',
      propertyNames: { pattern: '^[A-Za-z_$][\\w$]{0,63}$' },
      additionalProperties: {
        type: 'object',
        properties: {
          kind: { enum: ['list', 'arguments', 'caller', 'methods'] },
          queue: PATH,
          time: PATH,
          alias: PATH,
          names: listOf({ type: 'string', pattern: '^[A-Za-z]\\w{0,63}$' }, 50),
        },
        required: ['kind'],
        additionalProperties: false,
      },
      maxProperties: 10,
    },
    advanced: { type: 'boolean' },
    init: steps,
    load: listOf({ type: 'string', pattern: '^(https://|\\{\\w+\\})[^\\s]{1,500}$' }, 10),
    loaded: steps,
    tell: {
      type: 'object',
      properties: { default: steps, grant: steps, refusal: steps, withdrawal: steps },
      additionalProperties: false,
    },
    given: { type: 'object' },
  },
  required: ['id', 'purpose'],
};
