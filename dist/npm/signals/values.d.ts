import type { Json } from '../services/manifest.js';
/** What a manifest's values may name. */
export interface Context {
    /** What the owner configured, by option. */
    readonly options: Readonly<Record<string, unknown>>;
    /** Whether a purpose is granted now. */
    readonly allows: (purpose: string) => boolean;
    /** Milliseconds since 1970. */
    readonly now: () => number;
    /** What the page holds at a path below `window`. */
    readonly global: (path: string) => unknown;
}
/** A string with the owner's options put in; undefined where one is missing. `encode` makes them parts of an address. */
export declare const fillText: (text: string, context: Pick<Context, 'options'>, encode?: (value: string) => string) => string | undefined;
/** A manifest's value as the vendor's script takes it; undefined where it names an option that the owner left out. */
export declare const valueOf: (value: Json, context: Context) => unknown;
