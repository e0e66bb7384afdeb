import { answer, type Decision } from '../model/decisions.js';
import { answered, type Offer } from '../model/offers.js';
import { transferOf, type ConsentRecord } from './record.js';

/**
 * The decision that a record proves, as the present offer sees it. A record does not hold the hash of its offer: it answers
 * what it names. Where data would go to others or elsewhere than it says, only what goes to nobody counts as answered.
 *
 * @param withheld a purpose that stays refused whatever the record says
 */
export const decisionOf = (record: ConsentRecord, offer: Offer, withheld?: string | false): Decision => {
  const { seq, expires, policy, purposes, services, transfer } = record;
  const fields = { seq, expires: Date.parse(expires), edition: policy.edition, accepted: policy.accepted };
  const about = (isAnswered: (id: string) => boolean): Decision => {
    const prints = Object.fromEntries(Object.entries(offer.prints).filter(([id]) => isAnswered(id)));
    return answer(
      offer,
      { ...fields, offer: answered(prints) },
      (id) => purposes[id] === true && id !== withheld,
      (id) => services[id] === true,
    );
  };
  const isNamed = (id: string): boolean => Object.hasOwn(purposes, id) || Object.hasOwn(services, id);
  const decision = about(isNamed);
  const { thirdParties, crossBorder } = transferOf(decision, offer);
  const goesFurther =
    (thirdParties && !transfer.thirdParties) || crossBorder.some((country) => !transfer.crossBorder.includes(country));
  if (!goesFurther) return decision;
  const receives = (id: string): boolean =>
    offer.purposes.some((purpose) => purpose.id === id && purpose.recipients?.length) ||
    offer.services.some((service) => service.id === id && service.recipient);
  return about((id) => isNamed(id) && !receives(id));
};
