/**
 * The record, version 1, as JSON Schema (2020-12): the one source of the TypeScript type, of validation in the widget
 * and in the collector, and of the contract published as `dist/record.schema.json`.
 *
 * The fields answer Law 94-V of Kazakhstan, article 8(4): operator (1), term (3), transfer (4), cross-border (5),
 * publication (6), list of data (7); and article 25(2)(5): the operator proves that consent was given.
 */

const UUID = { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' } as const;
const SHA256 = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;
const TIME = {
  type: 'string',
  pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,3})?Z$',
} as const;
const CHOICES = {
  type: 'object',
  propertyNames: { pattern: '^[a-z][a-z0-9-]{0,39}$' },
  additionalProperties: { type: 'boolean' },
  maxProperties: 64,
} as const;

export const recordSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Consent record, version 1',
  type: 'object',
  properties: {
    v: { const: 1 },
    kind: { const: 'decision' },
    id: { ...UUID, description: 'Made at the click; the idempotency key of delivery' },
    subject: {
      type: 'string',
      pattern: '^[0-9a-f]{32}$',
      description: 'Random 128 bits, made at the first decision; a capability: never in URLs or logs',
    },
    seq: { type: 'integer', minimum: 1, maximum: 1e9 },
    prev: { ...UUID, type: ['string', 'null'], description: 'id of the previous record' },
    site: {
      type: 'string',
      pattern: '^(https?://[^/?#@\\s\\x00-\\x1f\\x7f]{1,255}|null)$',
      description: 'Origin of the page',
    },
    action: { enum: ['given', 'refused', 'changed', 'withdrawn', 'renewed'] },
    actor: { enum: ['person', 'script'] },
    gpc: { type: 'boolean', description: 'Whether Global Privacy Control was on' },
    at: TIME,
    expires: TIME,
    policy: {
      type: 'object',
      properties: {
        id: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,39}$' },
        edition: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' },
        hash: SHA256,
        accepted: { type: 'boolean' },
      },
      required: ['id', 'edition', 'hash', 'accepted'],
      additionalProperties: false,
    },
    notice: {
      type: 'object',
      properties: {
        lang: { type: 'string', pattern: '^[A-Za-z0-9_-]{2,35}$' },
        layer: { enum: ['banner', 'preferences', 'api'] },
        hash: { ...SHA256, description: 'Of the exact texts shown: see notices.json' },
      },
      required: ['lang', 'layer', 'hash'],
      additionalProperties: false,
    },
    purposes: { ...CHOICES, description: 'Every purpose offered' },
    services: { ...CHOICES, description: 'Every service offered' },
    operator: {
      type: 'object',
      properties: {
        name: { type: 'string', pattern: '^[^\\x00-\\x1f\\x7f]{1,200}$' },
        id: { type: 'string', pattern: '^[^\\x00-\\x1f\\x7f]{1,40}$' },
      },
      required: ['name', 'id'],
      additionalProperties: false,
    },
    transfer: {
      type: 'object',
      properties: {
        thirdParties: { type: 'boolean' },
        crossBorder: { type: 'array', items: { type: 'string', pattern: '^[A-Z]{2}$' }, maxItems: 64 },
        publication: { type: 'boolean' },
      },
      required: ['thirdParties', 'crossBorder', 'publication'],
      additionalProperties: false,
    },
    data: {
      type: 'array',
      items: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,39}$' },
      maxItems: 32,
      description: 'Kinds of data covered; of clause 1.1.2: ip, cookie, browser, time, page',
    },
    widget: { type: 'string', pattern: '^\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}([-+.][0-9A-Za-z.+-]{1,40})?$' },
  },
  required: [
    'v',
    'kind',
    'id',
    'subject',
    'seq',
    'prev',
    'site',
    'action',
    'actor',
    'gpc',
    'at',
    'expires',
    'policy',
    'notice',
    'purposes',
    'services',
    'operator',
    'transfer',
    'data',
    'widget',
  ],
  additionalProperties: false,
} as const;

/** Largest record that the widget sends and the endpoint takes, bytes of UTF-8. */
export const MAX_RECORD_BYTES = 8192;
