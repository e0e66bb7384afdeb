import type { Kept, Service } from '../model/services.js';
/** JSON as a manifest holds it. */
export type Json = string | number | boolean | null | readonly Json[] | {
    readonly [key: string]: Json;
};
/**
 * One call to a vendor's own script, as data.
 *
 * - `call`: a function or a method by its path below `window`, e.g. `fbq` or `uetq.push`. A path that leads nowhere is skipped.
 *   With `each` once for every item of that option, a list, as `{item}`. With `later` not now, but by a function that is
 *   put into the list at that path, for a vendor that calls back when it is ready.
 * - `create`: `set = new create(...with)`.
 * - `set`: a global of the vendor takes the value `to`.
 *
 * Strings may name what the owner configured, `{id}`; one that is nothing but a name keeps its type, and what the owner
 * left out is left out. Objects of one key that begins with `$` are computed: `{ "$granted": "<purpose>" }` is
 * `"granted"` or `"denied"`, `{ "$allowed": "<purpose>" }` is `true` or `false`, `{ "$now": "date" | "milliseconds" }` the
 * time, `{ "$global": "<path>" }` what the page holds there.
 */
export type Step = {
    readonly call: string;
    readonly with?: readonly Json[];
    readonly each?: string;
    readonly later?: string;
} | {
    readonly create: string;
    readonly with?: readonly Json[];
    readonly set: string;
} | {
    readonly set: string;
    readonly to: Json;
};
/**
 * What stands in for a vendor's script until it has loaded, so that calls are kept and nothing throws:
 *
 * - `list`: an array; the page's own is kept.
 * - `arguments`: a function that pushes its `arguments` objects into the array at `queue`. Google, for one, tells an
 *   `arguments` object from an array.
 * - `caller`: a function that calls its own `callMethod` once there is one, else queues (Meta).
 * - `methods`: an array with methods that push their name and arguments into it (TikTok, PostHog).
 */
export type Stub = {
    readonly kind: 'list';
} | {
    readonly kind: 'arguments';
    readonly queue: string;
    readonly time?: string;
} | {
    readonly kind: 'caller';
    readonly alias?: string;
} | {
    readonly kind: 'methods';
    readonly names: readonly string[];
};
/** Addresses of a vendor, and the frame that shows the same. */
export interface Frame {
    /**
     * A regular expression of the whole https address without its fragment. It reads what stands in a page, so nothing
     * that repeats may hold what repeats.
     */
    readonly match: string;
    /** The frame's address, with `$1` for the first group. Left out: the address is one itself. */
    readonly to?: string;
}
/** A setting that the owner makes of a ready-made service. */
export interface Option {
    /** `address`: of a folder, https. A number may be written as text, and a text of digits as a number. */
    readonly type: 'string' | 'number' | 'boolean' | 'list' | 'address';
    /** What a string, or each item of a list, has to look like. */
    readonly pattern?: string;
    readonly required?: boolean;
}
/** A service with everything that the engine needs to run it: plain data, so that a config can hold one too. */
export interface Manifest extends Omit<Service, 'id'> {
    /** Key in decisions, records and `data-service`; the file's name where a manifest ships. */
    readonly id?: string;
    /** Company behind the service. */
    readonly vendor?: string;
    /**
     * Hosts that it contacts, e.g. `mc.yandex.ru`, `*.clarity.ms`. Its scripts come from these and no others. A manifest that
     * ships may name an address of the owner's, `{url}`: its host.
     */
    readonly hosts?: readonly string[];
    readonly keeps?: readonly Kept[];
    /** What `<timebot-embed>` may show of it: the first that matches holds. Any address of its hosts where left out. */
    readonly frames?: readonly Frame[];
    readonly options?: Readonly<Record<string, Option>>;
    readonly stubs?: Readonly<Record<string, Stub>>;
    /** Whether the vendor's script respects a refusal that it is told of, so that `mode: "advanced"` may load it at once. */
    readonly advanced?: boolean;
    /** What is told before the script loads, once. */
    readonly init?: readonly Step[];
    /** Addresses of its scripts, in order. */
    readonly load?: readonly string[];
    /** What is told once the scripts have loaded. */
    readonly loaded?: readonly Step[];
    readonly tell?: {
        /** Before anything else on every page. */
        readonly default?: readonly Step[];
        /** On the page of the choice and on every later page. What was told already is not told again. */
        readonly grant?: readonly Step[];
        readonly refusal?: readonly Step[];
        /** On a page where it ran until now. */
        readonly withdrawal?: readonly Step[];
    };
}
