import { bare } from "./bare.js";
import { answer, unanswered } from "./decisions.js";
// src/model/kept.ts
var isFree = ({ required }) => !required;
/**
* What is new to a visitor who has decided about a part of the offer: only that is asked about. Nothing where it is all
* that can be refused, or cannot be refused: then everything is asked about.
*/
var whatIsNew = (decision, offer) => {
	const parts = unanswered(decision, offer);
	const free = offer.purposes.filter(isFree);
	const among = (list, wanted) => list.some(({ id }) => id === wanted);
	return parts.some((part) => among(free, "purpose" in part ? part.purpose : part.id)) && free.some(({ id }) => !among(parts, id)) ? parts : [];
};
/**
* Ids of the services that were refused by themselves when their purpose was last on, so that they do not come back with it.
*
* @param before those of the records before this one
*/
var refusedAlone = (before, record, services) => services.flatMap(({ id, purpose }) => {
	return (record.purposes[purpose] ? record.services[id] === false : before?.includes(id)) ? id : [];
});
/**
* The choice of somebody who answers only some parts of the offer: the rest stays as it was. A consent that is merely kept
* ends when it would have ended. Where nothing is in force the rest is refused.
*
* @param answers what is answered, by id of purpose or service
* @param before the decision in force, if any, as it was chosen
* @param alone ids of services that were refused by themselves, though their purpose may be closed since
* @param policy whether the policy is accepted; as it was where left out
*/
var choiceAbout = (answers, before, { purposes, services }, alone = [], policy) => {
	const named = bare(answers);
	const isOn = (id) => before?.purposes[id] === true;
	const chosen = ({ id, purpose }) => {
		if (named[id] !== void 0) return named[id];
		if (alone.includes(id)) return false;
		return isOn(purpose) ? before?.services[id] === true : true;
	};
	const rest = purposes.filter(({ id }) => named[id] === void 0);
	const under = services.filter(({ id, purpose }) => named[id] === void 0 && (named[purpose] === void 0 || named[purpose] && isOn(purpose)));
	const consents = policy === void 0 && before?.accepted === true || rest.some((purpose) => isFree(purpose) && isOn(purpose.id));
	return {
		policy: policy ?? before?.accepted === true,
		purposes: Object.fromEntries(purposes.map(({ id }) => [id, named[id] ?? isOn(id)])),
		services: Object.fromEntries(services.map((service) => [service.id, chosen(service)])),
		kept: before ? [...rest, ...under].map(({ id }) => id) : [],
		until: before && consents ? before.expires : Infinity
	};
};
/**
* The choice on a page where a part of the offer is off: what was decided about that part stays, and a consent ends when it
* would have ended. Whoever grants nothing refuses everything, also what is off.
*
* @param before the decision in force, as the whole offer sees it
*/
var keepOff = (chosen, before, { purposes, prints }) => {
	const choice = bare(chosen);
	const wanted = bare(choice.purposes);
	const off = (map) => Object.fromEntries(Object.entries(map).filter(([id]) => !Object.hasOwn(prints, id)));
	const kept = [...choice.kept ?? [], ...Object.keys(off({
		...before.purposes,
		...before.services
	}))];
	if (!purposes.some((purpose) => isFree(purpose) && wanted[purpose.id])) return {
		...choice,
		kept
	};
	const consents = Object.values(off(before.purposes)).includes(true);
	return {
		...choice,
		purposes: {
			...wanted,
			...off(before.purposes)
		},
		services: {
			...choice.services,
			...off(before.services)
		},
		kept,
		until: Math.min(consents ? before.expires : Infinity, choice.until ?? Infinity)
	};
};
/**
* A decision with one purpose and its services as they were chosen, in place of how it shows them.
*
* @param chosen what says how
*/
var asChosen = (decision, purpose, chosen, offer) => {
	const own = offer.services.flatMap((service) => service.purpose === purpose ? service.id : []);
	return answer(offer, decision, (id) => (id === purpose ? chosen : decision).purposes[id] === true, (id) => (own.includes(id) ? chosen : decision).services[id] === true);
};
export { asChosen, choiceAbout, keepOff, refusedAlone, whatIsNew };
