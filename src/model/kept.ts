/* What a new answer keeps of an earlier one. */
import { unanswered, type Choice, type Decision } from './decisions.js';
import type { Offer, OfferedPurpose } from './offers.js';
import type { Service } from './services.js';

/** A purpose or service on offer. */
export type Part = OfferedPurpose | Service;

const isFree = ({ required }: OfferedPurpose): boolean => !required;

/**
 * What is new to a visitor who has decided about a part of the offer: only that is asked about. Nothing where it is all
 * that can be refused, or cannot be refused: then everything is asked about.
 */
export const whatIsNew = (decision: Decision, offer: Offer): readonly Part[] => {
  const parts = unanswered(decision, offer);
  const free = offer.purposes.filter(isFree);
  const among = (list: readonly Part[], wanted: string): boolean => list.some(({ id }) => id === wanted);
  const refusable = parts.some((part) => among(free, 'purpose' in part ? part.purpose : part.id));
  return refusable && free.some(({ id }) => !among(parts, id)) ? parts : [];
};

const entries = (parts: readonly Part[], value: (id: string) => boolean): Readonly<Record<string, boolean>> =>
  Object.fromEntries(parts.map(({ id }) => [id, value(id)]));

/**
 * The choice of a visitor who was asked about these parts only: they are granted or refused, the rest stays and ends when
 * it would have ended.
 *
 * @param record what the newest record says of purposes and services, some of which may be closed since
 */
export const choiceAbout = (
  parts: readonly Part[],
  granted: boolean,
  { purposes, services, expires }: Decision,
  policy: boolean,
  offer: Offer,
  record?: Pick<Decision, 'purposes' | 'services'>,
): Choice => {
  const asked = entries(parts, () => granted);
  // what was refused by itself stays so, though its purpose is closed by now because that has changed
  const refused = offer.services.filter(
    ({ id, purpose }) => record?.purposes[purpose] && record.services[id] === false,
  );
  // a service follows its purpose where that is off by now, so that there is nothing of its own to keep
  const own = offer.services.filter(({ purpose }) => purposes[purpose]);
  return {
    policy,
    purposes: { ...purposes, ...asked },
    services: { ...entries(own, (id) => services[id] === true), ...entries(refused, () => false), ...asked },
    until: expires,
  };
};

/**
 * The choice on a page where a part of the offer is off: what was decided about that part stays, and ends when it would
 * have ended. Whoever grants nothing refuses everything, also what is off.
 *
 * @param before the decision in force, as the whole offer sees it
 */
export const keepOff = (choice: Choice, before: Decision, { purposes, prints }: Offer): Choice => {
  const off = (map: Readonly<Record<string, boolean>>): Readonly<Record<string, boolean>> =>
    Object.fromEntries(Object.entries(map).filter(([id]) => !Object.hasOwn(prints, id)));
  if (!purposes.some((purpose) => isFree(purpose) && choice.purposes[purpose.id])) return choice;
  return {
    ...choice,
    purposes: { ...choice.purposes, ...off(before.purposes) },
    services: { ...choice.services, ...off(before.services) },
    until: Math.min(before.expires, choice.until ?? Infinity),
  };
};
