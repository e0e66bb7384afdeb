import type { Schema } from './schema-types.js';
/** What is wrong with a value, and where: a JSON Pointer, empty for the value itself. */
export interface Flaw {
    readonly path: string;
    readonly message: string;
}
/**
 * The first flaw of a value under a schema, or undefined where it is valid.
 *
 * A general validator weighs more than the whole loader, so this one knows just the keywords of `Schema`; the tests hold
 * it against Ajv on generated values. It is the same code in the widget and in the collector.
 */
export declare const validate: (value: unknown, keywords: Schema, path?: string) => Flaw | undefined;
