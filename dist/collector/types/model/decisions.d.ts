import { type Offer, type OfferedPurpose } from './offers.js';
import type { Service } from './services.js';
/** What a visitor chose. What is left out is refused. */
export interface Choice {
    readonly policy: boolean;
    readonly purposes: Readonly<Record<string, boolean>>;
    readonly services?: Readonly<Record<string, boolean>>;
    /**
     * Ids of purposes and services that it says nothing of, and leaves as they were: what had no answer before stays closed, and
     * is asked about.
     */
    readonly kept?: readonly string[];
    /** Where it keeps consents that were given before: the end of their term, which an answer to something else does not move. */
    readonly until?: number;
}
/** The visitor's current choices. Frozen. */
export interface Decision {
    /** Place in the chain of this visitor's decisions, from 1. */
    readonly seq: number;
    /** End of the term, milliseconds since 1970, whole seconds. */
    readonly expires: number;
    readonly edition: string;
    /** Hash of the offer that was decided about. */
    readonly offer: string;
    /** Whether the policy was accepted; undefined where only the mirror cookie is left, which does not say. */
    readonly accepted: boolean | undefined;
    readonly purposes: Readonly<Record<string, boolean>>;
    readonly services: Readonly<Record<string, boolean>>;
}
export type Action = 'given' | 'refused' | 'changed' | 'withdrawn' | 'renewed';
/** Why a question is due. `clock`: a grant from the future, so the device's clock was or is wrong. */
export type AskReason = 'none' | 'edition' | 'offer' | 'expired' | 'clock';
/**
 * A decision as this offer sees it: every offered purpose and service has an answer, what cannot be refused is on, what was
 * not asked about is closed, and a service never goes further than its purpose.
 */
export declare const answer: (offer: Offer, fields: Omit<Decision, 'purposes' | 'services'>, purpose: (id: string) => boolean, service: (id: string) => boolean) => Decision;
/** Whether anything is granted that could have been refused. */
export declare const grantsAny: ({ purposes }: Decision, offer: Offer) => boolean;
/**
 * What a decision has no answer to: purposes that are new or have new recipients, and such services of granted ones. A service
 * of a refused purpose is refused with it.
 */
export declare const unanswered: ({ offer: hash, purposes }: Decision, offer: Offer) => readonly (OfferedPurpose | Service)[];
/** Why the visitor must be asked, or undefined where the decision still answers this offer. */
export declare const mustAsk: (decision: Decision | undefined, offer: Offer, now: number) => AskReason | undefined;
/**
 * Whether a purpose or service may run now. A decision that has run out, comes from the future or was made about another
 * edition grants nothing; where the offer has grown, it keeps what it granted, and what is new stays closed until asked.
 */
export declare const allows: (decision: Decision | undefined, offer: Offer, now: number, id: string) => boolean;
/**
 * The decision that follows from a choice, and what a record calls it.
 *
 * @param previous the newest decision known, in force or not
 * @param seq the highest seq known, which a record may have that no decision does
 * @param now milliseconds since 1970
 */
export declare const decide: (previous: Decision | undefined, seq: number, choice: Choice, offer: Offer, now: number) => {
    decision: Decision;
    action: Action;
};
/**
 * The decision that holds where two are known: the higher seq; on a tie, two tabs that decided at the same moment, only
 * what both granted.
 */
export declare const prevailing: (a: Decision | undefined, b: Decision | undefined, offer: Offer) => Decision | undefined;
