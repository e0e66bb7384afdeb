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
 * Ids of the services that were refused by themselves when their purpose was last on, so that they do not come back with it.
 *
 * @param before those of the records before this one
 */
export declare const refusedAlone: (before: readonly string[] | undefined, record: Pick<Decision, 'purposes' | 'services'>, services: readonly Service[]) => readonly string[];
/**
 * The choice of somebody who answers only some parts of the offer: the rest stays as it was. A consent that is merely kept
 * ends when it would have ended. Where nothing is in force the rest is refused.
 *
 * @param answers what is answered, by id of purpose or service
 * @param before the decision in force, if any, as it was chosen
 * @param alone ids of services that were refused by themselves, though their purpose may be closed since
 * @param policy whether the policy is accepted; as it was where left out
 */
export declare const choiceAbout: (answers: Readonly<Record<string, boolean>>, before: Decision | undefined, { purposes, services }: Offer, alone?: readonly string[], policy?: boolean) => Choice;
/**
 * The choice on a page where a part of the offer is off: what was decided about that part stays, and a consent ends when it
 * would have ended. Whoever grants nothing refuses everything, also what is off.
 *
 * @param before the decision in force, as the whole offer sees it
 */
export declare const keepOff: (chosen: Choice, before: Decision, { purposes, prints }: Offer) => Choice;
/**
 * A decision with one purpose and its services as they were chosen, in place of how it shows them.
 *
 * @param chosen what says how
 */
export declare const asChosen: (decision: Decision, purpose: string, chosen: Pick<Decision, 'purposes' | 'services'>, offer: Offer) => Decision;
