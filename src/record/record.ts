import type { Action, Decision } from '../model/decisions.js';
import type { EditionEvidence } from '../model/editions.js';
import { jsonOf } from '../model/json.js';
import type { Offer } from '../model/offers.js';
import type { recordSchema } from './schema.js';
import type { TypeOf } from './schema-types.js';

/** Append-only evidence of one decision. Its JSON text is stored, posted, hashed and signed as the same bytes. */
export type ConsentRecord = TypeOf<typeof recordSchema>;

/** The circumstances of a decision that the decision itself does not hold. */
export interface Circumstances {
  readonly id: string;
  readonly subject: string;
  readonly prev: string | null;
  readonly site: string;
  readonly actor: ConsentRecord['actor'];
  readonly gpc: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly policy: EditionEvidence & { readonly id: string };
  readonly notice: ConsentRecord['notice'];
  readonly widget: string;
}

const iso = (time: number): string => new Date(time).toISOString();

/** TimeBot and its site owners answer to Kazakhstan's law, so other countries are across the border. */
const HOME = 'KZ';

/**
 * To whom the data goes by this decision: recipients of granted purposes and of granted services (article 8(4)(4)–(6)).
 * TimeBot publishes nothing that a banner covers (clause 3.2), and publication would need a consent of its own.
 */
export const transferOf = (
  { purposes, services }: Pick<Decision, 'purposes' | 'services'>,
  offer: Offer,
): ConsentRecord['transfer'] => {
  const recipients = [
    ...offer.purposes.flatMap((purpose) => (purposes[purpose.id] ? (purpose.recipients ?? []) : [])),
    ...offer.services.filter(({ id, recipient }) => services[id] && recipient),
  ];
  const countries = recipients.flatMap(({ country }) => (country && country !== HOME ? country : []));
  return { thirdParties: recipients.length > 0, crossBorder: [...new Set(countries)].sort(), publication: false };
};

/** The record of a decision. Pure: the same decision and circumstances give the same bytes. */
export const recordOf = (
  { seq, expires, edition, accepted, purposes, services }: Decision,
  action: Action,
  offer: Offer,
  { id, subject, prev, site, actor, gpc, now, policy, notice, widget }: Circumstances,
): ConsentRecord => ({
  v: 1,
  kind: 'decision',
  id,
  subject,
  seq,
  prev,
  site,
  action,
  actor,
  gpc,
  at: iso(now),
  expires: iso(expires),
  policy: { id: policy.id, edition, hash: policy.hash, accepted: accepted === true },
  notice,
  purposes,
  services,
  operator: policy.operator,
  transfer: transferOf({ purposes, services }, offer),
  data: policy.data,
  widget,
});

/** The one serialisation of a record: what this returns is what is kept and sent. */
export const serialise = (record: ConsentRecord): string => jsonOf(record);
