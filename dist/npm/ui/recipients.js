import { bare } from "../model/bare.js";
// src/ui/recipients.ts
/** A recipient, or a service with its recipient, and the country in the language shown; the code where that is unknown. */
var named = (lang, country, ...names) => {
	let place = country;
	try {
		place &&= new Intl.DisplayNames(lang, bare({ type: "region" })).of(place);
	} catch {}
	return [...names, place].filter(Boolean).join(", ");
};
/** Who receives the data of these purposes, each once: as the owner states it for a purpose, and for its services. */
var recipients = (lang, purposes, services) => {
	const all = purposes.flatMap(({ id, recipients: own = [] }) => [...own.map(({ country, name }) => named(lang, country, name)), ...services.filter(({ purpose }) => purpose === id).map((s) => named(lang, s.country, s.recipient))]);
	return [...new Set(all)].filter(Boolean);
};
export { named, recipients };
