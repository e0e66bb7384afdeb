import { unanswered } from "./decisions.js";
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
var entries = (parts, value) => Object.fromEntries(parts.map(({ id }) => [id, value(id)]));
/**
* The choice of a visitor who was asked about these parts only: they are granted or refused, the rest stays and ends when
* it would have ended.
*
* @param record what the newest record says of purposes and services, some of which may be closed since
*/
var choiceAbout = (parts, granted, { purposes, services, expires }, policy, offer, record) => {
	const asked = entries(parts, () => granted);
	const refused = offer.services.filter(({ id, purpose }) => record?.purposes[purpose] && record.services[id] === false);
	const own = offer.services.filter(({ purpose }) => purposes[purpose]);
	return {
		policy,
		purposes: {
			...purposes,
			...asked
		},
		services: {
			...entries(own, (id) => services[id] === true),
			...entries(refused, () => false),
			...asked
		},
		until: expires
	};
};
/**
* The choice on a page where a part of the offer is off: what was decided about that part stays, and ends when it would
* have ended. Whoever grants nothing refuses everything, also what is off.
*
* @param before the decision in force, as the whole offer sees it
*/
var keepOff = (choice, before, { purposes, prints }) => {
	const off = (map) => Object.fromEntries(Object.entries(map).filter(([id]) => !Object.hasOwn(prints, id)));
	if (!purposes.some((purpose) => isFree(purpose) && choice.purposes[purpose.id])) return choice;
	return {
		...choice,
		purposes: {
			...choice.purposes,
			...off(before.purposes)
		},
		services: {
			...choice.services,
			...off(before.services)
		},
		until: Math.min(before.expires, choice.until ?? Infinity)
	};
};
export { choiceAbout, keepOff, whatIsNew };
