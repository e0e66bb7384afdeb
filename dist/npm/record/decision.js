import { answer } from "../model/decisions.js";
import { answered } from "../model/offers.js";
import { transferOf } from "./record.js";
// src/record/decision.ts
/**
* The decision that a record proves, as the present offer sees it. A record does not hold the hash of its offer: it answers
* what it names. Where data would go to others or elsewhere than it says, only what goes to nobody counts as answered.
*
* @param withheld a purpose that stays refused whatever the record says
*/
var decisionOf = (record, offer, withheld) => {
	const { seq, expires, policy, purposes, services, transfer } = record;
	const fields = {
		seq,
		expires: Date.parse(expires),
		edition: policy.edition,
		accepted: policy.accepted
	};
	const about = (isAnswered) => {
		const prints = Object.fromEntries(Object.entries(offer.prints).filter(([id]) => isAnswered(id)));
		return answer(offer, {
			...fields,
			offer: answered(prints)
		}, (id) => purposes[id] === true && id !== withheld, (id) => services[id] === true);
	};
	const isNamed = (id) => Object.hasOwn(purposes, id) || Object.hasOwn(services, id);
	const decision = about(isNamed);
	const { thirdParties, crossBorder } = transferOf(decision, offer);
	if (!(thirdParties && !transfer.thirdParties || crossBorder.some((country) => !transfer.crossBorder.includes(country)))) return decision;
	const receives = (id) => offer.purposes.some((purpose) => purpose.id === id && purpose.recipients?.length) || offer.services.some((service) => service.id === id && service.recipient);
	return about((id) => isNamed(id) && !receives(id));
};
export { decisionOf };
