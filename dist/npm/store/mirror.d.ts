import { type Decision } from '../model/decisions.js';
import type { Offer } from '../model/offers.js';
/** Name of the cookie that mirrors the decision, so that the return visit needs no database and servers can read it. */
export declare const MIRROR = "timebot_consent";
/**
 * The decision as the mirror cookie's value:
 * `1.<seq>.<expires>.<edition>.<offer hash>.<granted purposes, ~>.<refused services, ~>`, expires in seconds since 1970.
 * What cannot be refused is not listed, nor are services of refused purposes.
 */
export declare const formatMirror: (decision: Decision, offer: Offer) => string;
/**
 * The newest decision among the cookies of the mirror's name, as the present offer sees it: a host and its parent domain may
 * each hold one. On a tie only what all of them grant.
 *
 * @param withheld a purpose that stays refused whatever they say
 */
export declare const readMirror: (cookies: string, offer: Offer, withheld?: string | false) => Decision | undefined;
/** The decision that a mirror value holds; undefined where it is no such value. */
export declare const parseMirror: (value: string, offer: Offer, withheld?: string | false) => Decision | undefined;
/** The text to assign to `document.cookie`. `domain` shares the decision between subdomains. */
export declare const mirrorCookie: (decision: Decision, offer: Offer, secure: boolean, domain?: string) => string;
