/** The parts of JSON Schema that this project's schemas use; `validate` knows exactly these. */
export interface Schema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: TypeName | readonly TypeName[];
  readonly const?: string | number | boolean | null;
  readonly enum?: readonly (string | number)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly maxProperties?: number;
}

interface Types {
  string: string;
  integer: number;
  number: number;
  boolean: boolean;
  null: null;
}

type TypeName = keyof Types | 'object' | 'array';

type Simplify<T> = { [K in keyof T]: T[K] };

type ObjectOf<S> = S extends { properties: infer P; required: readonly (infer R)[] }
  ? Simplify<
      { readonly [K in keyof P as K extends R ? K : never]: TypeOf<P[K]> } & {
        readonly [K in keyof P as K extends R ? never : K]?: TypeOf<P[K]>;
      }
    >
  : S extends { additionalProperties: infer A }
    ? Readonly<Record<string, TypeOf<A>>>
    : never;

/** The TypeScript type of the values that a schema accepts. */
export type TypeOf<S> = S extends { const: infer C }
  ? C
  : S extends { enum: readonly (infer E)[] }
    ? E
    : S extends { type: 'object' }
      ? ObjectOf<S>
      : S extends { type: 'array'; items: infer I }
        ? readonly TypeOf<I>[]
        : S extends { type: keyof Types }
          ? Types[S['type']]
          : S extends { type: readonly (infer N)[] }
            ? N extends keyof Types
              ? Types[N]
              : never
            : never;
