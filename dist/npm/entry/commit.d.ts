import { type Choice, type Decision } from '../model/decisions.js';
import { type ConsentRecord } from '../record/record.js';
import { type Delivery } from '../store/entries.js';
import type { SitePolicy } from './site.js';
import type { Session } from './session.js';
/** How a choice was made. */
export interface Act {
    readonly actor: ConsentRecord['actor'];
    readonly notice: ConsentRecord['notice'];
    readonly policy: SitePolicy;
}
/** What the API answers once the evidence of a decision is safe. */
export interface Committed {
    /** The record's id. */
    readonly id: string;
    readonly delivery: Delivery;
}
/** Everything that can be refused, granted or not. */
export declare const everything: ({ offer }: Session, granted: boolean) => Choice;
/**
 * Writes the mirror cookie and tells whether it is there. A `cookieDomain` that the browser refuses, a public suffix or
 * another site's, makes it this host's alone. Others that the page sees, of this host or its parent domains and from an
 * earlier config, are removed: one of them would hold again once this one has run out.
 */
export declare const mirror: (decision: Decision, { config: { cookieDomain }, offer, warn }: Pick<Session, 'config' | 'offer' | 'warn'>) => boolean;
/**
 * Carries a choice out. Runs in the click's own task up to the first await, so that a navigation right after the click
 * loses nothing: one blind database write is started, refusals close, the cookie is written, the POST is started, vendors
 * are told. Grants take effect after the next paint, and not before their evidence is safe: in the cookie, in the database or,
 * where storage is refused altogether, at the endpoint.
 */
export declare const commit: (session: Session, chosen: Choice, { actor, notice, policy }: Act) => Promise<Committed>;
