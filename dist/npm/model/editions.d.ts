import type { Purpose } from './purposes.js';
/** The part of a policy edition that decides whether to ask: small, since every page loads it. */
export interface EditionCore {
    /** Date of the edition, `YYYY-MM-DD`. */
    readonly edition: string;
    readonly purposes: readonly Purpose[];
}
/** The part of a policy edition that a record states (Law 94-V, article 8(4)). */
export interface EditionEvidence {
    /** SHA-256 of the edition's content, hex. */
    readonly hash: string;
    /** Who collects the data, with the business or individual identification number. */
    readonly operator: {
        readonly name: string;
        readonly id: string;
    };
    /** Kinds of data received automatically (clause 1.1.2 of TimeBot's policy). */
    readonly data: readonly string[];
}
