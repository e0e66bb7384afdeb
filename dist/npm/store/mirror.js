import { answer } from "../model/decisions.js";
// src/store/mirror.ts
/** Name of the cookie that mirrors the decision, so that the return visit needs no database and servers can read it. */
var MIRROR = "timebot_consent";
/**
* The decision as the mirror cookie's value:
* `1.<seq>.<expires>.<edition>.<offer hash>.<granted purposes, ~>.<refused services, ~>`, expires in seconds since 1970.
* What cannot be refused is not listed, nor are services of refused purposes.
*/
var formatMirror = (decision, offer) => {
	const { seq, expires, edition, offer: hash, purposes, services } = decision;
	const granted = offer.purposes.filter(({ id, required }) => !required && purposes[id]);
	const refused = offer.services.filter(({ id, purpose }) => purposes[purpose] && !services[id]);
	const ids = (list) => list.map(({ id }) => id).join("~");
	return [
		"1",
		seq,
		Math.floor(expires / 1e3),
		edition,
		hash,
		ids(granted),
		ids(refused)
	].join(".");
};
/** Every cookie of the mirror's name that holds a decision. */
var MIRRORS = /(?:^|; ?)timebot_consent=1\.([1-9]\d{0,7})\.(\d{1,11})\.([\d-]*)\.(\w*)\.([a-z0-9~-]*)\.([a-z0-9~-]*)(?=;|$)/g;
/**
* The newest decision among the cookies of the mirror's name, as the present offer sees it: a host and its parent domain may
* each hold one. On a tie only what all of them grant.
*
* @param withheld a purpose that stays refused whatever they say
*/
var readMirror = (cookies, offer, withheld) => {
	let found;
	cookies.replace(MIRRORS, (_, seq, ends, edition, hash, granted, refused) => {
		if (found && found.seq > +seq) return "";
		const rival = found?.seq === +seq ? found : void 0;
		found = answer(offer, {
			seq: +seq,
			expires: Math.min(+ends * 1e3, rival?.expires ?? Infinity),
			edition,
			offer: hash,
			accepted: void 0
		}, (id) => granted.split("~").includes(id) && id !== withheld && rival?.purposes[id] !== false, (id) => !refused.split("~").includes(id) && rival?.services[id] !== false);
		return "";
	});
	return found;
};
/** The decision that a mirror value holds; undefined where it is no such value. */
var parseMirror = (value, offer, withheld) => value.includes(";") ? void 0 : readMirror(`${MIRROR}=${value}`, offer, withheld);
/** The text to assign to `document.cookie`. `domain` shares the decision between subdomains. */
var mirrorCookie = (decision, offer, secure, domain) => `${MIRROR}=${formatMirror(decision, offer)}; Path=/; SameSite=Lax; Expires=${new Date(decision.expires).toUTCString()}` + (secure ? "; Secure" : "") + (domain ? `; Domain=${domain}` : "");
export { MIRROR, formatMirror, mirrorCookie, parseMirror, readMirror };
