/**
 * What a config may hold, as the loader checks it: a pattern for text, a number for an integer from 1 up to it, `true` for
 * a yes or no, `[…]` for a list, `{ '*': … }` for a map by any key. The one source of the config's type, of the owner's
 * warnings and of the published JSON Schema. The loader carries it, so it is terse.
 */
export declare const TEXT: RegExp;
export declare const NAME: RegExp;
export declare const ID: RegExp;
/** Texts by language. */
export declare const TEXTS: {
    readonly '*': RegExp;
};
export declare const configSpec: {
    readonly endpoint: RegExp;
    readonly config: RegExp;
    readonly lang: RegExp;
    readonly layout: RegExp;
    readonly position: RegExp;
    readonly theme: RegExp;
    readonly trigger: RegExp;
    readonly policyUrl: RegExp;
    readonly off: RegExp;
    readonly cookieDomain: RegExp;
    readonly months: {
        readonly granted: 24;
        readonly refused: 24;
    };
    readonly purposes: {
        readonly '*': {
            readonly recipients: readonly [{
                readonly name: RegExp;
                readonly country: RegExp;
            }];
            readonly storage: {
                readonly '*': RegExp;
            };
        };
    };
    readonly services: readonly [{
        readonly id: RegExp;
        readonly purpose: RegExp;
        readonly name: RegExp;
        readonly recipient: RegExp;
        readonly country: RegExp;
        readonly storage: {
            readonly '*': RegExp;
        };
    }];
    readonly policy: {
        readonly edition: RegExp;
        readonly purposes: readonly [{
            readonly id: RegExp;
            readonly clauses: readonly [RegExp];
            readonly required: true;
            readonly needsService: true;
            readonly needsRecipient: true;
        }];
    };
    readonly texts: {
        readonly '*': {};
    };
};
export type Spec = RegExp | number | true | readonly [Spec] | {
    readonly [key: string]: Spec;
};
/** What `usable` gives for a spec: nothing is there for sure. */
export type Usable<S> = S extends RegExp ? string : S extends number ? number : S extends true ? boolean : S extends readonly [infer I] ? readonly Usable<I>[] : S extends {
    readonly '*': infer V;
} ? Readonly<Record<string, Usable<V>>> : {
    readonly [K in keyof S]?: Usable<S[K]>;
};
export declare const isList: (spec: Spec) => spec is readonly [Spec];
/** The spec of one key of an object or map; undefined for a key that has none, `__proto__` among them. */
export declare const partOf: (spec: Readonly<Record<string, Spec>>, key: string) => Spec | undefined;
