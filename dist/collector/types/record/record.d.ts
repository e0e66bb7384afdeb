import type { Action, Decision } from '../model/decisions.js';
import type { EditionEvidence } from '../model/editions.js';
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
    readonly policy: EditionEvidence & {
        readonly id: string;
    };
    readonly notice: ConsentRecord['notice'];
    readonly widget: string;
}
/**
 * To whom the data goes by this decision: recipients of granted purposes and of granted services (article 8(4)(4)–(6)).
 * TimeBot publishes nothing that a banner covers (clause 3.2), and publication would need a consent of its own.
 */
export declare const transferOf: ({ purposes, services }: Pick<Decision, 'purposes' | 'services'>, offer: Offer) => ConsentRecord['transfer'];
/** The record of a decision. Pure: the same decision and circumstances give the same bytes. */
export declare const recordOf: ({ seq, expires, edition, accepted, purposes, services }: Decision, action: Action, offer: Offer, { id, subject, prev, site, actor, gpc, now, policy, notice, widget }: Circumstances) => ConsentRecord;
/** The one serialisation of a record: what this returns is what is kept and sent. */
export declare const serialise: (record: ConsentRecord) => string;
