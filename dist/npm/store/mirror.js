import { answer, grantsAny } from "../model/decisions.js";
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
/**
* The decision that a mirror value holds, as the present offer sees it; undefined where it is no such value.
*
* @param withheld a purpose that stays refused whatever the value says
*/
var parseMirror = (value, offer, withheld) => {
	const match = /^1\.([1-9]\d{0,7})\.(\d{1,11})\.([\d-]*)\.(\w*)\.([a-z0-9~-]*)\.([a-z0-9~-]*)$/.exec(value);
	if (!match) return void 0;
	const [, seq = "", expires = "", edition = "", hash = "", granted = "", refused = ""] = match;
	const grantedIds = granted.split("~");
	const refusedIds = refused.split("~");
	return answer(offer, {
		seq: +seq,
		expires: +expires * 1e3,
		edition,
		offer: hash,
		accepted: void 0
	}, (id) => grantedIds.includes(id) && id !== withheld, (id) => !refusedIds.includes(id));
};
/** The newest decision among the cookies of the mirror's name: a host and its parent domain may each hold one. */
var readMirror = (cookies, offer, withheld) => cookies.split(/; ?/).flatMap((pair) => pair.startsWith(`timebot_consent=`) ? parseMirror(pair.slice(16), offer, withheld) ?? [] : []).sort((a, b) => b.seq - a.seq || +grantsAny(a, offer) - +grantsAny(b, offer))[0];
/** The text to assign to `document.cookie`. `domain` shares the decision between subdomains. */
var mirrorCookie = (decision, offer, secure, domain) => `${MIRROR}=${formatMirror(decision, offer)}; Path=/; SameSite=Lax; Expires=${new Date(decision.expires).toUTCString()}` + (secure ? "; Secure" : "") + (domain ? `; Domain=${domain}` : "");
export { MIRROR, formatMirror, mirrorCookie, parseMirror, readMirror };
