// src/model/offers.ts
/**
* 32 bits of all UTF-16 code units, base 36: the mirror cookie needs a synchronous and short fingerprint. Begins with a mark, so
* that many of them can stand in a row.
*/
var fingerprint = (text) => {
	let hash = 0;
	for (const unit of text.split("")) hash = Math.imul(hash ^ unit.charCodeAt(0), 16777619);
	return `_${(hash >>> 0).toString(36)}`;
};
/**
* A print does not depend on the order in which an owner lists things, nor on names and storage periods: correcting a
* spelling must not ask every visitor again, while a new recipient or country must.
*/
var printOf = ({ id, purpose, recipient, country, recipients = [] }) => [id, fingerprint([
	id,
	purpose,
	recipient,
	country,
	...recipients.map((to) => `${to.name},${to.country}`).sort()
].join("\n"))];
/** The offer of a site. */
var offerOf = (edition, terms, purposes, services) => {
	const offered = purposes.filter(({ id, needsService, needsRecipient, recipients }) => (needsRecipient ? recipients?.length : !needsService) || services.some(({ purpose, recipient }) => purpose === id && (!needsRecipient || recipient)));
	const under = services.filter(({ purpose }) => offered.some(({ id }) => id === purpose));
	const prints = Object.fromEntries([...offered, ...under].map(printOf));
	return {
		edition,
		terms,
		purposes: offered,
		services: under,
		prints,
		hash: Object.values(prints).join("")
	};
};
/** Whether a hash holds a print, whole: one may begin as another does. */
var isNamed = (hash, print) => `${hash}_`.includes(`${print}_`);
/** The part of an offer's hash that is in all of these hashes: what decisions that name them have an answer to. */
var answered = (prints, ...hashes) => Object.values(prints).filter((print) => hashes.every((hash) => isNamed(hash, print))).join("");
export { answered, isNamed, offerOf };
