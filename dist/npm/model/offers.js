// src/model/offers.ts
/** 32 bits of all UTF-16 code units, base 36: the mirror cookie needs a synchronous and short fingerprint. */
var fingerprint = (text) => {
	let hash = 0;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
	return (hash >>> 0).toString(36);
};
/**
* The offer of a site. Its hash does not depend on the order in which an owner lists things, nor on names and storage
* periods: correcting a spelling must not ask every visitor again, while a new recipient or country must.
*/
var offerOf = (edition, terms, purposes, services) => {
	const offered = purposes.filter(({ id, needsService }) => !needsService || services.some((s) => s.purpose === id));
	return {
		edition,
		terms,
		purposes: offered,
		services,
		hash: fingerprint([...offered.flatMap(({ id, recipients = [] }) => [id, ...recipients.map(({ name, country }) => [
			id,
			name,
			country
		].join())]), ...services.map(({ id, purpose, recipient, country }) => [
			id,
			purpose,
			recipient,
			country
		].join())].sort().join("\n"))
	};
};
export { offerOf };
