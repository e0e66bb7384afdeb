import type { Step } from '../services/manifest.js';
import { type Context } from './values.js';
/** A step with its values made: ready to be taken. */
export interface Made {
    /** The function to call, the class to make an object of, or nothing where only a value is set. */
    readonly call?: string;
    readonly create?: string;
    readonly set?: string;
    /** List that is given a function to make the call, instead. */
    readonly later?: string;
    readonly with: readonly unknown[];
}
/** The steps that can be taken: one that names an option that the owner left out is none. */
export declare const makeSteps: (steps: readonly Step[], context: Context) => readonly Made[];
/**
 * Takes a step. One whose path leads nowhere, or to what the platform brings, is skipped; tells whether it was taken.
 *
 * @param still asked before a call that was put off
 */
export declare const take: (made: Made, still: () => boolean) => boolean;
