import type { ConsentRecord } from '../record/record.js';
/** A request that is answered with a 4xx status. `path` is a JSON Pointer to what is wrong in the body. */
export declare class Refusal extends Error {
    readonly status: number;
    readonly path: string | undefined;
    constructor(status: number, message: string, path?: string);
}
/** @throws Refusal (415) where the headers announce a body that is not plain JSON text */
export declare const assertReadable: (headers: {
    readonly 'content-type'?: string | undefined;
    readonly 'content-encoding'?: string | undefined;
}) => void;
/**
 * The record in a body, with its exact text. UTF-8 is read strictly, so the text stands for the same bytes.
 *
 * @throws Refusal naming what is wrong and where
 */
export declare const readRecord: (bytes: Uint8Array) => {
    record: ConsentRecord;
    text: string;
};
