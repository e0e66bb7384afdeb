import type { ConsentRecord } from './record.js';
import { type Flaw } from './validate.js';
/** Thrown for text that is no record of version 1. `path` is a JSON Pointer to what is wrong. */
export declare class InvalidRecord extends Error {
    readonly path: string;
    constructor({ path, message }: Flaw);
}
/**
 * The record that a text holds.
 *
 * @throws InvalidRecord naming the path of the first thing that is wrong
 */
export declare const parseRecord: (text: string) => ConsentRecord;
