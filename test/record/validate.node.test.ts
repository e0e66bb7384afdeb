import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { recordSchema } from '../../src/record/schema.js';
import type { Schema } from '../../src/record/schema-types.js';
import { validate } from '../../src/record/validate.js';
import { pathsIn, pointer, put, records } from './arbitraries.js';

// `__proto__` and `constructor` are keys like any other: only own properties count
const options = { allErrors: true, ownProperties: true };

const extra = ({ params }: ErrorObject): string[] =>
  [params['missingProperty'] ?? params['additionalProperty'] ?? params['propertyName'] ?? []].flat().map(String);

/** Where Ajv finds something wrong; of a part that is missing or too much, where it would be or is. */
const pointersOf = (errors: readonly ErrorObject[]): string[] =>
  errors.map((error) => error.instancePath + pointer(extra(error)));

const agree = (value: unknown, schema: Schema, check: ValidateFunction): void => {
  const flaw = validate(value, schema);
  const valid = check(value);
  assert.equal(flaw === undefined, valid, `${JSON.stringify(value)}: ${JSON.stringify(flaw ?? check.errors)}`);
  if (flaw)
    assert.ok(pointersOf(check.errors ?? []).includes(flaw.path), `${flaw.path}: ${JSON.stringify(check.errors)}`);
};

const json = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    '',
    'a',
    'А',
    '\u{1F600}',
    '2026-02-30T00:00:00Z',
    'US',
    0,
    -1,
    1,
    1e9,
    1e9 + 1,
    1.5,
    null,
    true,
    [],
    {},
  ),
);
const keys = fc.oneof(
  fc.string(),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'v', 'id', 'a/b', '~0', 'ads', ''),
);

describe('validate', () => {
  const check = new Ajv2020({ ...options, strictTypes: false }).compile(recordSchema);

  it('agrees with Ajv on records', () => {
    fc.assert(
      fc.property(records, (record) => {
        assert.equal(validate(record, recordSchema), undefined);
        assert.equal(check(record), true);
      }),
    );
  });

  it('agrees with Ajv on records with a part replaced, added or taken out, and on where that is', () => {
    const cases = records.chain((record) => {
      const paths = fc.constantFrom(...pathsIn(record));
      return fc.oneof(
        fc.tuple(fc.constant(record), paths, fc.option(json, { nil: undefined })),
        fc.tuple(
          fc.constant(record),
          fc.tuple(paths, keys).map(([path, key]) => [...path, key]),
          json,
        ),
      );
    });
    let refused = 0;
    fc.assert(
      fc.property(cases, ([record, path, part]) => {
        const text = JSON.stringify(put(record, path, part));
        if (text === undefined) return; // the record itself taken out
        const value: unknown = JSON.parse(text);
        agree(value, recordSchema, check);
        if (!check(value)) refused++;
      }),
      { numRuns: 2000 },
    );
    assert.ok(refused > 1000, `only ${refused} of the values were wrong`);
  });

  it('agrees with Ajv on values of any kind', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => agree(JSON.parse(JSON.stringify(value)), recordSchema, check)));
  });

  it('agrees with Ajv on every keyword that a schema may use', () => {
    const ajv = new Ajv2020({ ...options, strict: false });
    const leaves = fc.constantFrom<Schema>(
      { type: 'string', pattern: '^[^a]{2,3}$' },
      { type: 'string', pattern: '^\\p{L}$' },
      { type: 'integer', minimum: 0, maximum: 3 },
      { type: 'number', minimum: -1.5 },
      { type: ['string', 'null'] },
      { type: 'boolean' },
      { type: 'null' },
      { const: 'a' },
      { const: null },
      { enum: ['a', 1] },
      {},
    );
    const schemas = fc.oneof(
      leaves,
      fc.record({ type: fc.constant('array' as const), items: leaves, maxItems: fc.nat(3) }),
      fc.record({
        type: fc.constant('object' as const),
        properties: fc.dictionary(fc.constantFrom('a', 'b', 'toString'), leaves),
        required: fc.subarray(['a', 'b', 'toString', 'constructor']),
        propertyNames: fc.constantFrom<Schema>({}, { pattern: '^[a-z_]' }, { pattern: '^.$' }),
        additionalProperties: fc.oneof(fc.boolean(), leaves),
        maxProperties: fc.nat(3),
      }),
    );
    const values = fc.oneof(
      json,
      fc.array(json, { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'c', 'toString', 'constructor', '__proto__', 'Z'), json),
    );
    fc.assert(
      fc.property(schemas, values, (schema, made) => {
        agree(JSON.parse(JSON.stringify(made)), schema, ajv.compile(schema));
      }),
      { numRuns: 1000 },
    );
  });
});
