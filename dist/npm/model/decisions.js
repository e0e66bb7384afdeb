import { bare } from "./bare.js";
import { jsonOf } from "./json.js";
import { answered, isNamed } from "./offers.js";
// src/model/decisions.ts
var DAY = 864e5;
/** Adds whole months in UTC; the 31st becomes the last day of a shorter month. Whole seconds, as the cookie keeps it. */
var addMonths = (time, months) => {
	const date = /* @__PURE__ */ new Date(time - time % 1e3);
	const day = date.getUTCDate();
	date.setUTCMonth(date.getUTCMonth() + months);
	if (date.getUTCDate() !== day) date.setUTCDate(0);
	return date.getTime();
};
/** A map without a prototype, frozen: ids come from configs, and `constructor` must not read as a grant. */
var mapOf = (parts, value) => {
	const map = bare({});
	for (const part of parts) map[part.id] = value(part);
	return Object.freeze(map);
};
var isRequired = ({ purposes }, purpose) => purposes.some(({ id, required }) => required && id === purpose);
/**
* A decision as this offer sees it: every offered purpose and service has an answer, what cannot be refused is on, what was
* not asked about is closed, and a service never goes further than its purpose.
*/
var answer = (offer, fields, purpose, service) => {
	const asked = (id) => isNamed(fields.offer, offer.prints[id]);
	const purposes = mapOf(offer.purposes, ({ id }) => isRequired(offer, id) || asked(id) && purpose(id));
	const services = mapOf(offer.services, ({ id, purpose: needed }) => purposes[needed] === true && (isRequired(offer, needed) || asked(id) && service(id)));
	return Object.freeze({
		...fields,
		purposes,
		services
	});
};
/** Whether anything is granted that could have been refused. */
var grantsAny = ({ purposes }, offer) => offer.purposes.some(({ id, required }) => !required && purposes[id]);
/**
* What a decision has no answer to: purposes that are new or have new recipients, and such services of granted ones. A service
* of a refused purpose is refused with it.
*/
var unanswered = ({ offer: hash, purposes }, offer) => [...offer.purposes, ...offer.services.filter(({ purpose }) => purposes[purpose])].filter(({ id }) => !isNamed(hash, offer.prints[id]));
/** Why the visitor must be asked, or undefined where the decision still answers this offer. */
var mustAsk = (decision, offer, now) => {
	if (!decision) return "none";
	if (!(decision.expires > now)) return "expired";
	const limit = new Date(now);
	if (grantsAny(decision, offer) && decision.expires > limit.setUTCMonth(limit.getUTCMonth() + offer.terms.granted) + DAY) return "clock";
	if (decision.edition !== offer.edition) return "edition";
	return unanswered(decision, offer)[0] && "offer";
};
/**
* Whether a purpose or service may run now. A decision that has run out, comes from the future or was made about another
* edition grants nothing; where the offer has grown, it keeps what it granted, and what is new stays closed until asked.
*/
var allows = (decision, offer, now, id) => {
	if (isRequired(offer, offer.services.find((service) => service.id === id)?.purpose ?? id)) return true;
	const reason = mustAsk(decision, offer, now);
	return (!reason || reason === "offer") && (decision?.purposes[id] ?? decision?.services[id]) === true;
};
/** What was chosen, for comparison. What the mirror cookie does not tell of the policy counts as `accepted`. */
var gist = (decision, accepted) => jsonOf([
	decision.accepted ?? accepted,
	decision.purposes,
	decision.services
]);
/**
* The decision that follows from a choice, and what a record calls it.
*
* @param previous the newest decision known, in force or not
* @param seq the highest seq known, which a record may have that no decision does
* @param now milliseconds since 1970
*/
var decide = (previous, seq, choice, offer, now) => {
	const { purposes, services = {}, kept = [], until = Infinity } = bare(choice);
	const chosen = bare(purposes);
	const chosenServices = bare(services);
	const answers = Object.entries(offer.prints).filter(([id, print]) => !kept.includes(id) || previous && isNamed(previous.offer, print));
	const draft = answer(offer, {
		seq: Math.max(previous?.seq ?? 0, seq) + 1,
		expires: 0,
		edition: offer.edition,
		offer: answers.map(([, print]) => print).join(""),
		accepted: choice.policy
	}, (id) => chosen[id] === true, (id) => chosenServices[id] ?? true);
	const consents = (decision) => decision.accepted === true || grantsAny(decision, offer);
	const consented = previous && consents(previous);
	const action = !consents(draft) ? consented ? "withdrawn" : "refused" : !consented ? "given" : gist(previous, choice.policy) === gist(draft, choice.policy) ? "renewed" : "changed";
	const { granted, refused } = offer.terms;
	const expires = addMonths(now, grantsAny(draft, offer) ? granted : refused);
	return {
		decision: Object.freeze({
			...draft,
			expires: Math.min(expires, until)
		}),
		action
	};
};
/**
* The decision that holds where two are known: the higher seq; on a tie, two tabs that decided at the same moment, only
* what both granted.
*/
var prevailing = (a, b, offer) => {
	if (!a || !b) return a ?? b;
	if (a.seq !== b.seq) return a.seq > b.seq ? a : b;
	const { expires } = a.expires < b.expires ? a : b;
	const accepted = a.accepted === void 0 || b.accepted === void 0 ? a.accepted ?? b.accepted : a.accepted && b.accepted;
	return answer(offer, {
		seq: a.seq,
		expires,
		edition: a.edition === b.edition ? a.edition : "",
		offer: answered(offer.prints, a.offer, b.offer),
		accepted
	}, (id) => a.purposes[id] === true && b.purposes[id] === true, (id) => a.services[id] === true && b.services[id] === true);
};
export { allows, answer, decide, grantsAny, mustAsk, prevailing, unanswered };
