import { expect } from '@open-wc/testing';
import type { ConsentRecord } from '../../src/record/record.js';
import { recordSchema } from '../../src/record/schema.js';
import type { Schema, TypeOf } from '../../src/record/schema-types.js';

/** `true` where two types are the same, readonly and optional parts included; the compiler is the test. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- two generic functions are alike only with the same types
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

const SAME: {
  readonly [name: string]: true;
} = {
  string: true satisfies Same<TypeOf<{ type: 'string'; pattern: 'a' }>, string>,
  integer: true satisfies Same<TypeOf<{ type: 'integer' }>, number>,
  boolean: true satisfies Same<TypeOf<{ type: 'boolean' }>, boolean>,
  nullable: true satisfies Same<TypeOf<{ type: readonly ['string', 'null'] }>, string | null>,
  constant: true satisfies Same<TypeOf<{ const: 1 }>, 1>,
  enumeration: true satisfies Same<TypeOf<{ enum: readonly ['a', 'b'] }>, 'a' | 'b'>,
  list: true satisfies Same<TypeOf<{ type: 'array'; items: { type: 'string' } }>, readonly string[]>,
  map: true satisfies Same<
    TypeOf<{ type: 'object'; additionalProperties: { type: 'boolean' } }>,
    Readonly<Record<string, boolean>>
  >,
  object: true satisfies Same<
    TypeOf<{
      type: 'object';
      properties: { a: { type: 'string' }; b: { type: 'boolean' } };
      required: readonly ['a'];
    }>,
    { readonly a: string; readonly b?: boolean }
  >,
  record: true satisfies Same<
    ConsentRecord,
    {
      readonly v: 1;
      readonly kind: 'decision';
      readonly id: string;
      readonly subject: string;
      readonly seq: number;
      readonly prev: string | null;
      readonly site: string;
      readonly action: 'given' | 'refused' | 'changed' | 'withdrawn' | 'renewed';
      readonly actor: 'person' | 'script';
      readonly gpc: boolean;
      readonly at: string;
      readonly expires: string;
      readonly policy: {
        readonly id: string;
        readonly edition: string;
        readonly hash: string;
        readonly accepted: boolean;
      };
      readonly notice: {
        readonly lang: string;
        readonly layer: 'banner' | 'preferences' | 'api';
        readonly hash: string;
      };
      readonly purposes: Readonly<Record<string, boolean>>;
      readonly services: Readonly<Record<string, boolean>>;
      readonly operator: { readonly name: string; readonly id: string };
      readonly transfer: {
        readonly thirdParties: boolean;
        readonly crossBorder: readonly string[];
        readonly publication: boolean;
      };
      readonly data: readonly string[];
      readonly widget: string;
    }
  >,
};

/** A schema and all schemas within it, with the place of each. */
const within = (schema: Schema, path = ''): (readonly [string, Schema])[] => [
  [path, schema],
  ...Object.entries(schema.properties ?? {}).flatMap(([key, part]) => within(part, `${path}/${key}`)),
  ...(schema.items ? within(schema.items, `${path}/0`) : []),
];

describe('the types of the schema', () => {
  it('are compiled for every kind of schema', () => {
    expect(Object.keys(SAME)).to.include.members(['record', 'nullable', 'object', 'map', 'list']);
  });
});

describe('the schema of the record', () => {
  for (const [path, { properties, required, additionalProperties }] of within(recordSchema)) {
    if (!properties) continue;
    it(`requires all that it knows, and knows no more, at "${path}"`, () => {
      expect(required).to.have.members(Object.keys(properties));
      expect(additionalProperties).to.equal(false);
    });
  }

  it('binds every pattern to the whole text', () => {
    const patterns = within(recordSchema).flatMap(([, { pattern, propertyNames }]) => [
      ...(pattern ? [pattern] : []),
      ...(propertyNames?.pattern ? [propertyNames.pattern] : []),
    ]);
    expect(patterns.length).to.be.greaterThan(10);
    for (const pattern of patterns) expect(pattern).to.match(/^\^[^]*\$$/);
  });

  it('bounds every text, list and map, so that a record cannot grow at will', () => {
    for (const [path, schema] of within(recordSchema)) {
      if (schema.type === 'array') expect(schema.maxItems, path).to.be.a('number');
      if (schema.type === 'object' && !schema.properties) expect(schema.maxProperties, path).to.be.a('number');
      if (schema.type === 'string') expect(schema.pattern, path).to.be.a('string');
      if (schema.pattern) expect(schema.pattern, path).not.to.match(/[*+](?!.*\])/);
    }
  });
});
