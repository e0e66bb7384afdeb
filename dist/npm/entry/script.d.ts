import { type Committed } from './commit.js';
import type { Left } from '../model/services.js';
import type { Session } from './session.js';
/** What the API answers once the evidence of a decision is safe, and what it closed is cleaned up after. */
export interface Decided extends Committed {
    /** What could not be removed: by its own name where that is seen, else as its service declares it. Empty where all is gone. */
    readonly left: readonly Left[];
}
/**
 * A decision by script: everything granted or refused, or single purposes, services and `policy`, while what is left out
 * stays as it is.
 */
export declare const decideByScript: (session: Session, choices: boolean | Readonly<Record<string, boolean>>) => Promise<Decided>;
