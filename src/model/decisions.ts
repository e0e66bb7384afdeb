import { bare } from './bare.js';
import { jsonOf } from './json.js';
import { answered, isNamed, type Offer, type OfferedPurpose } from './offers.js';
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

const DAY = 86_400_000;

/** Adds whole months in UTC; the 31st becomes the last day of a shorter month. Whole seconds, as the cookie keeps it. */
const addMonths = (time: number, months: number): number => {
  const date = new Date(time - (time % 1000));
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return date.getTime();
};

/** A map without a prototype, frozen: ids come from configs, and `constructor` must not read as a grant. */
const mapOf = <T extends { readonly id: string }>(
  parts: readonly T[],
  value: (part: T) => boolean,
): Record<string, boolean> => {
  const map: Record<string, boolean> = bare({});
  for (const part of parts) map[part.id] = value(part);
  return Object.freeze(map);
};

const isRequired = ({ purposes }: Offer, purpose: string): boolean =>
  purposes.some(({ id, required }) => required && id === purpose);

/**
 * A decision as this offer sees it: every offered purpose and service has an answer, what cannot be refused is on, what was
 * not asked about is closed, and a service never goes further than its purpose.
 */
export const answer = (
  offer: Offer,
  fields: Omit<Decision, 'purposes' | 'services'>,
  purpose: (id: string) => boolean,
  service: (id: string) => boolean,
): Decision => {
  const asked = (id: string): boolean => isNamed(fields.offer, offer.prints[id]);
  const purposes = mapOf(offer.purposes, ({ id }) => isRequired(offer, id) || (asked(id) && purpose(id)));
  const services = mapOf(
    offer.services,
    ({ id, purpose: needed }) => purposes[needed] === true && (isRequired(offer, needed) || (asked(id) && service(id))),
  );
  return Object.freeze({ ...fields, purposes, services });
};

/** Whether anything is granted that could have been refused. */
export const grantsAny = ({ purposes }: Decision, offer: Offer): boolean =>
  offer.purposes.some(({ id, required }) => !required && purposes[id]);

/**
 * What a decision has no answer to: purposes that are new or have new recipients, and such services of granted ones. A service
 * of a refused purpose is refused with it.
 */
export const unanswered = ({ offer: hash, purposes }: Decision, offer: Offer): readonly (OfferedPurpose | Service)[] =>
  [...offer.purposes, ...offer.services.filter(({ purpose }) => purposes[purpose])].filter(
    ({ id }) => !isNamed(hash, offer.prints[id]),
  );

/** Why the visitor must be asked, or undefined where the decision still answers this offer. */
export const mustAsk = (decision: Decision | undefined, offer: Offer, now: number): AskReason | undefined => {
  if (!decision) return 'none';
  if (!(decision.expires > now)) return 'expired'; // nor does an unreadable date grant
  // a day of grace, as clocks of a device and its server differ; the 31st may have up to three more, with no `addMonths` here
  const limit = new Date(now);
  if (
    grantsAny(decision, offer) &&
    decision.expires > limit.setUTCMonth(limit.getUTCMonth() + offer.terms.granted) + DAY
  )
    return 'clock';
  if (decision.edition !== offer.edition) return 'edition';
  return unanswered(decision, offer)[0] && 'offer';
};

/**
 * Whether a purpose or service may run now. A decision that has run out, comes from the future or was made about another
 * edition grants nothing; where the offer has grown, it keeps what it granted, and what is new stays closed until asked.
 */
export const allows = (decision: Decision | undefined, offer: Offer, now: number, id: string): boolean => {
  const needed = offer.services.find((service) => service.id === id)?.purpose ?? id;
  if (isRequired(offer, needed)) return true;
  const reason = mustAsk(decision, offer, now);
  return (!reason || reason === 'offer') && (decision?.purposes[id] ?? decision?.services[id]) === true;
};

/** What was chosen, for comparison. What the mirror cookie does not tell of the policy counts as `accepted`. */
const gist = (decision: Decision, accepted: boolean): string =>
  jsonOf([decision.accepted ?? accepted, decision.purposes, decision.services]);

/**
 * The decision that follows from a choice, and what a record calls it.
 *
 * @param previous the newest decision known, in force or not
 * @param seq the highest seq known, which a record may have that no decision does
 * @param now milliseconds since 1970
 */
export const decide = (
  previous: Decision | undefined,
  seq: number,
  choice: Choice,
  offer: Offer,
  now: number,
): { decision: Decision; action: Action } => {
  const { purposes, services = {}, kept = [], until = Infinity } = bare(choice);
  const chosen = bare(purposes);
  const chosenServices = bare(services);
  const answers = Object.entries(offer.prints).filter(
    ([id, print]) => !kept.includes(id) || (previous && isNamed(previous.offer, print)),
  );
  const draft = answer(
    offer,
    {
      seq: Math.max(previous?.seq ?? 0, seq) + 1,
      expires: 0,
      edition: offer.edition,
      offer: answers.map(([, print]) => print).join(''),
      accepted: choice.policy,
    },
    (id) => chosen[id] === true,
    (id) => chosenServices[id] ?? true, // a service follows its purpose unless it was refused by itself
  );
  const consents = (decision: Decision): boolean => decision.accepted === true || grantsAny(decision, offer);
  const consented = previous && consents(previous);
  const action = !consents(draft)
    ? consented
      ? 'withdrawn'
      : 'refused'
    : !consented
      ? 'given'
      : gist(previous, choice.policy) === gist(draft, choice.policy)
        ? 'renewed'
        : 'changed';
  const { granted, refused } = offer.terms;
  const expires = addMonths(now, grantsAny(draft, offer) ? granted : refused);
  return { decision: Object.freeze({ ...draft, expires: Math.min(expires, until) }), action };
};

/**
 * The decision that holds where two are known: the higher seq; on a tie, two tabs that decided at the same moment, only
 * what both granted.
 */
export const prevailing = (a: Decision | undefined, b: Decision | undefined, offer: Offer): Decision | undefined => {
  if (!a || !b) return a ?? b;
  if (a.seq !== b.seq) return a.seq > b.seq ? a : b;
  const { expires } = a.expires < b.expires ? a : b;
  const accepted =
    a.accepted === undefined || b.accepted === undefined ? (a.accepted ?? b.accepted) : a.accepted && b.accepted;
  return answer(
    offer,
    {
      seq: a.seq,
      expires,
      // two editions at one seq: neither answers the present one
      edition: a.edition === b.edition ? a.edition : '',
      offer: answered(offer.prints, a.offer, b.offer),
      accepted,
    },
    (id) => a.purposes[id] === true && b.purposes[id] === true,
    (id) => a.services[id] === true && b.services[id] === true,
  );
};
