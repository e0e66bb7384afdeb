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
    /** Short fingerprint of purposes, services, recipients and countries. Tells "the same offer", proves nothing. */
    readonly hash: string;
}
/**
 * The offer of a site. Its hash does not depend on the order in which an owner lists things, nor on names and storage
 * periods: correcting a spelling must not ask every visitor again, while a new recipient or country must.
 */
export declare const offerOf: (edition: string, terms: Terms, purposes: readonly OfferedPurpose[], services: readonly Service[]) => Offer;
