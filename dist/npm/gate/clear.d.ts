import type { Trace } from '../model/services.js';
/**
 * Whether a name fits a pattern in which `*` stands for any characters. Every part between two stars is looked for once,
 * from where the part before it ended: there is nothing to go back for, however many stars there are.
 */
export declare const fits: (name: string, pattern: string) => boolean;
/**
 * What a cookie that a host can see may have as its `Domain`: nothing, the host, and all that is above it. Which of these
 * are public suffixes the browser knows, and refuses them. A leading dot means nothing (RFC 6265, 5.2.3).
 */
export declare const domainsOf: (host: string) => readonly string[];
/**
 * What a cookie that an address can see may have as its `Path` (RFC 6265, 5.1.4), the likeliest first. The empty one is
 * the browser's default, the only way to a path that has a semicolon.
 */
export declare const pathsOf: (pathname: string) => readonly string[];
/**
 * Removes what services have kept in this browser, as far as script of the site can.
 *
 * @param traces what they say they keep
 * @param needed what services that may run keep: it stays, whatever else it fits
 * @param ours names that are the widget's own
 * @returns what is left: by its own name where that is seen, else as it was declared
 */
export declare const clear: (traces: readonly Trace[], needed: readonly Trace[], ours: readonly string[]) => Promise<readonly Trace[]>;
