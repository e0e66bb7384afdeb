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
var mapOf = (ids, value) => {
	const map = Object.create(null);
	for (const { id } of ids) map[id] = value(id);
	return Object.freeze(map);
};
/**
* A decision as this offer sees it: every offered purpose and service has an answer, what cannot be refused is on, and
* a service never goes further than its purpose.
*/
var answer = (offer, fields, purpose, service) => {
	const required = new Set(offer.purposes.flatMap(({ id, required }) => required ? id : []));
	const purposes = mapOf(offer.purposes, (id) => required.has(id) || purpose(id));
	const purposeOf = new Map(offer.services.map((s) => [s.id, s.purpose]));
	const services = mapOf(offer.services, (id) => {
		const purpose = purposeOf.get(id) ?? "";
		return purposes[purpose] === true && (required.has(purpose) || service(id));
	});
	return Object.freeze({
		...fields,
		purposes,
		services
	});
};
/** Whether anything is granted that could have been refused. */
var grantsAny = ({ purposes }, offer) => offer.purposes.some(({ id, required }) => !required && purposes[id]);
/** Why the visitor must be asked, or undefined where the decision still answers this offer. */
var mustAsk = (decision, offer, now) => {
	if (!decision) return "none";
	if (!(decision.expires > now)) return "expired";
	if (grantsAny(decision, offer) && decision.expires > addMonths(now, offer.terms.granted) + DAY) return "clock";
	if (decision.edition !== offer.edition) return "edition";
	if (decision.offer !== offer.hash) return "offer";
};
/**
* Whether a purpose or service may run now. A decision that has run out, comes from the future or was made about another
* edition grants nothing; one about another offer keeps what it granted, and what is new stays closed until asked.
*/
var allows = (decision, offer, now, id) => {
	const needed = offer.services.find((service) => service.id === id)?.purpose ?? id;
	if (offer.purposes.some((purpose) => purpose.required && purpose.id === needed)) return true;
	const reason = mustAsk(decision, offer, now);
	return (!reason || reason === "offer") && (decision?.purposes[id] ?? decision?.services[id]) === true;
};
/** What was chosen, for comparison. What the mirror cookie does not tell of the policy counts as `accepted`. */
var gist = (decision, accepted) => JSON.stringify([
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
	const { purposes: chosen, services: chosenServices = {} } = choice;
	const draft = answer(offer, {
		seq: Math.max(previous?.seq ?? 0, seq) + 1,
		expires: 0,
		edition: offer.edition,
		offer: offer.hash,
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
			expires
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
		offer: a.offer === b.offer ? a.offer : "",
		accepted
	}, (id) => a.purposes[id] === true && b.purposes[id] === true, (id) => a.services[id] === true && b.services[id] === true);
};
export { allows, answer, decide, grantsAny, mustAsk, prevailing };
