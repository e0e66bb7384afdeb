import { answer, type Decision } from '../model/decisions.js';
import type { Offer } from '../model/offers.js';

/** Name of the cookie that mirrors the decision, so that the return visit needs no database and servers can read it. */
export const MIRROR = 'timebot_consent';

/**
 * The decision as the mirror cookie's value:
 * `1.<seq>.<expires>.<edition>.<offer hash>.<granted purposes, ~>.<refused services, ~>`, expires in seconds since 1970.
 * What cannot be refused is not listed, nor are services of refused purposes.
 */
export const formatMirror = (decision: Decision, offer: Offer): string => {
  const { seq, expires, edition, offer: hash, purposes, services } = decision;
  const granted = offer.purposes.filter(({ id, required }) => !required && purposes[id]);
  const refused = offer.services.filter(({ id, purpose }) => purposes[purpose] && !services[id]);
  const ids = (list: readonly { readonly id: string }[]): string => list.map(({ id }) => id).join('~');
  return ['1', seq, Math.floor(expires / 1000), edition, hash, ids(granted), ids(refused)].join('.');
};

/** Every cookie of the mirror's name that holds a decision. */
const MIRRORS =
  /(?:^|; ?)timebot_consent=1\.([1-9]\d{0,7})\.(\d{1,11})\.([\d-]*)\.(\w*)\.([a-z0-9~-]*)\.([a-z0-9~-]*)(?=;|$)/g;

/**
 * The newest decision among the cookies of the mirror's name, as the present offer sees it: a host and its parent domain may
 * each hold one. On a tie only what all of them grant.
 *
 * @param withheld a purpose that stays refused whatever they say
 */
export const readMirror = (cookies: string, offer: Offer, withheld?: string | false): Decision | undefined => {
  let found: Decision | undefined;
  // for the arguments alone, which are texts, where those of `matchAll` may be undefined: each default is a byte of the loader
  cookies.replace(
    MIRRORS,
    (_, seq: string, ends: string, edition: string, hash: string, granted: string, refused: string) => {
      if (found && found.seq > +seq) return '';
      const rival = found?.seq === +seq ? found : undefined;
      found = answer(
        offer,
        {
          seq: +seq,
          expires: Math.min(+ends * 1000, rival?.expires ?? Infinity),
          edition,
          offer: hash,
          accepted: undefined,
        },
        (id) => granted.split('~').includes(id) && id !== withheld && rival?.purposes[id] !== false,
        (id) => !refused.split('~').includes(id) && rival?.services[id] !== false,
      );
      return '';
    },
  );
  return found;
};

/** The decision that a mirror value holds; undefined where it is no such value. */
export const parseMirror = (value: string, offer: Offer, withheld?: string | false): Decision | undefined =>
  value.includes(';') ? undefined : readMirror(`${MIRROR}=${value}`, offer, withheld);

/** The text to assign to `document.cookie`. `domain` shares the decision between subdomains. */
export const mirrorCookie = (decision: Decision, offer: Offer, secure: boolean, domain?: string): string =>
  `${MIRROR}=${formatMirror(decision, offer)}; Path=/; SameSite=Lax; Expires=${new Date(decision.expires).toUTCString()}` +
  (secure ? '; Secure' : '') +
  (domain ? `; Domain=${domain}` : '');
