/**
 * The config as JSON Schema: the source of its type, of the loader's check and, with the descriptions that
 * `scripts/config-docs.ts` adds, of the published `dist/config.schema.json`. The loader carries it, so it is terse.
 */
const TEXT = { type: 'string', minLength: 1, maxLength: 2000 } as const;
const NAME = { type: 'string', minLength: 1, maxLength: 200 } as const;
const ID = { type: 'string', pattern: '^[a-z][a-z0-9-]{0,39}$' } as const;
const COUNTRY = { type: 'string', pattern: '^[A-Z]{2}$' } as const;
const MONTHS = { type: 'integer', minimum: 1, maximum: 24 } as const;
const FLAG = { type: 'boolean' } as const;
/** Texts by language; what a language does not have is shown in another one. */
const TEXTS = { type: 'object', additionalProperties: TEXT } as const;

export const configSchema = {
  type: 'object',
  properties: {
    endpoint: TEXT,
    config: TEXT,
    lang: { type: 'string', pattern: '^(auto|[a-z]{2,3}(-[A-Za-z0-9]{1,8})*)$' },
    layout: { enum: ['bar', 'box'] },
    position: { enum: ['bottom', 'top', 'bottom-left', 'bottom-right'] },
    theme: { enum: ['auto', 'light', 'dark'] },
    trigger: { enum: ['left', 'right', 'none'] },
    policyUrl: TEXT,
    cookieDomain: { type: 'string', pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)+$' },
    months: { type: 'object', properties: { granted: MONTHS, refused: MONTHS }, required: [] },
    purposes: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        properties: {
          recipients: {
            type: 'array',
            items: { type: 'object', properties: { name: NAME, country: COUNTRY }, required: ['name'] },
          },
          storage: TEXTS,
        },
        required: [],
      },
    },
    services: {
      type: 'array',
      items: {
        type: 'object',
        properties: { id: ID, purpose: ID, name: NAME, recipient: NAME, country: COUNTRY, storage: TEXTS },
        required: ['id', 'purpose'],
      },
    },
    policy: {
      type: 'object',
      properties: {
        id: ID,
        edition: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' },
        contact: TEXT,
        operator: { type: 'object', properties: { name: NAME, id: NAME }, required: ['name', 'id'] },
        data: { type: 'array', items: ID },
        purposes: {
          type: 'array',
          items: {
            type: 'object',
            properties: { id: ID, clauses: { type: 'array', items: NAME }, required: FLAG, needsService: FLAG },
            required: ['id', 'clauses'],
          },
        },
        texts: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            properties: { banner: { type: 'object' }, details: { type: 'object' } },
            required: [],
          },
        },
      },
      required: ['edition'],
    },
    texts: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        properties: { name: NAME, trigger: NAME, banner: { type: 'object' }, preferences: { type: 'object' } },
        required: [],
      },
    },
  },
  required: [],
} as const;
