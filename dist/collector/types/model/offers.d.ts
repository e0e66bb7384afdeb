import type { Purpose } from './purposes.js';
import type { LocalText, Service } from './services.js';
/** Someone who receives the data of a purpose, as the site owner states it. */
export interface Recipient {
    readonly name: string;
    /** ISO 3166-1 alpha-2. */
    readonly country?: string;
}
/** A purpose with what the policy leaves to the site owner: who receives the data and how long it is kept. */
export interface OfferedPurpose extends Purpose {
    readonly recipients?: readonly Recipient[];
    readonly storage?: LocalText;
}
/** How long a decision holds, in months. A refusal is asked about again sooner than a grant runs out of law. */
export interface Terms {
    readonly granted: number;
    readonly refused: number;
}
/** What a site asks about: purposes and services of one policy edition, for a term. */
export interface Offer {
    readonly edition: string;
    readonly terms: Terms;
    readonly purposes: readonly OfferedPurpose[];
    readonly services: readonly Service[];
    /** Fingerprint of every purpose with its recipients, and of every service, by id. */
    readonly prints: Readonly<Record<string, string>>;
    /** All prints: a decision that names it tells of each purpose and service whether it was asked about. Proves nothing. */
    readonly hash: string;
}
/** The offer of a site. */
export declare const offerOf: (edition: string, terms: Terms, purposes: readonly OfferedPurpose[], services: readonly Service[]) => Offer;
/** Whether a hash holds a print, whole: one may begin as another does. */
export declare const isNamed: (hash: string, print: string | undefined) => boolean;
/** Whether a decision that names this hash has an answer to a purpose or service of the offer. */
export declare const isAnswered: ({ prints }: Offer, hash: string, id: string) => boolean;
/** The part of an offer's hash that is in all of these hashes: what decisions that name them have an answer to. */
export declare const answered: (prints: Offer['prints'], ...hashes: readonly string[]) => string;
