import { type Choice, type Decision } from './decisions.js';
import type { Offer, OfferedPurpose } from './offers.js';
import type { Service } from './services.js';
/** A purpose or service on offer. */
export type Part = OfferedPurpose | Service;
/**
 * What is new to a visitor who has decided about a part of the offer: only that is asked about. Nothing where it is all
 * that can be refused, or cannot be refused: then everything is asked about.
 */
export declare const whatIsNew: (decision: Decision, offer: Offer) => readonly Part[];
/**
 * The choice of a visitor who was asked about these parts only: they are granted or refused, the rest stays and ends when
 * it would have ended.
 *
 * @param record what the newest record says of purposes and services, some of which may be closed since
 */
export declare const choiceAbout: (parts: readonly Part[], granted: boolean, { purposes, services, expires }: Decision, policy: boolean, offer: Offer, record?: Pick<Decision, 'purposes' | 'services'>) => Choice;
/**
 * The choice on a page where a part of the offer is off: what was decided about that part stays, and ends when it would
 * have ended. Whoever grants nothing refuses everything, also what is off.
 *
 * @param before the decision in force, as the whole offer sees it
 */
export declare const keepOff: (choice: Choice, before: Decision, { purposes, prints }: Offer) => Choice;
