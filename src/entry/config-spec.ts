/**
 * What a config may hold, as the loader checks it: a pattern for text, a number for an integer from 1 up to it, `true` for
 * a yes or no, `[…]` for a list, `{ '*': … }` for a map by any key. The one source of the config's type, of the owner's
 * warnings and of the published JSON Schema. The loader carries it, so it is terse.
 */
export const TEXT = /^[^]{1,2000}$/;
export const NAME = /^[^]{1,200}$/;
export const ID = /^[a-z][a-z0-9-]{0,39}$/;
/** Http or https, or relative to the page: nothing with another scheme, so no `javascript:`. */
const ADDRESS = /^(https?:[^]+|[^:]+)$/;
const COUNTRY = /^[A-Z]{2}$/;
/** Texts by language. */
export const TEXTS = { '*': TEXT } as const;

export const configSpec = {
  endpoint: ADDRESS,
  config: ADDRESS,
  lang: /^[A-Za-z0-9-]{2,35}$/,
  layout: /^(bar|box)$/,
  position: /^(bottom(-left|-right)?|top)$/,
  theme: /^(auto|light|dark)$/,
  trigger: /^(left|right|none)$/,
  policyUrl: ADDRESS,
  off: NAME,
  cookieDomain: /^[a-z0-9.-]+$/,
  months: { granted: 24, refused: 24 },
  purposes: { '*': { recipients: [{ name: NAME, country: COUNTRY }], storage: TEXTS } },
  services: [{ id: ID, purpose: ID, name: NAME, recipient: NAME, country: COUNTRY, storage: TEXTS }],
  // what the loader needs to know whether to ask; the rest is read where it is shown (own-spec.ts)
  policy: {
    edition: /^\d{4}-\d\d-\d\d$/,
    purposes: [{ id: ID, clauses: [NAME], required: true, needsService: true, needsRecipient: true }],
  },
  texts: { '*': {} },
} as const;

export type Spec = RegExp | number | true | readonly [Spec] | { readonly [key: string]: Spec };

/** What `usable` gives for a spec: nothing is there for sure. */
export type Usable<S> = S extends RegExp
  ? string
  : S extends number
    ? number
    : S extends true
      ? boolean
      : S extends readonly [infer I]
        ? readonly Usable<I>[]
        : S extends { readonly '*': infer V }
          ? Readonly<Record<string, Usable<V>>>
          : { readonly [K in keyof S]?: Usable<S[K]> };

export const isList = (spec: Spec): spec is readonly [Spec] => Array.isArray(spec);

/** The spec of one key of an object or map; undefined for a key that has none, `__proto__` among them. */
export const partOf = (spec: Readonly<Record<string, Spec>>, key: string): Spec | undefined =>
  Object.hasOwn(spec, key) ? spec[key] : key === '__proto__' ? undefined : spec['*'];
