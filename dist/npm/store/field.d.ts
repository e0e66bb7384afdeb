/**
 * A value's own property; undefined where there is none. For values that came from outside (network, database): nothing
 * that a page has put on `Object.prototype` is taken for an answer, and no getter runs.
 */
export declare const field: (value: unknown, key: string) => unknown;
