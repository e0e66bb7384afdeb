import { type Delivery } from '../store/entries.js';
import { type Scan } from '../store/scan.js';
import type { Session } from './session.js';
/**
 * Compares the records of this device with the cookie, and takes up what they know better. Waits for the database no longer
 * than it may; what comes later is taken up later.
 *
 * @param chain take up the newest record in any case: a decision is about to continue its chain
 */
export declare const compare: (session: Session, chain?: boolean) => Promise<Scan | undefined>;
/** Files the answer to a record's first POST. */
export declare const file: (session: Session, id: string, body: string, response: Response | undefined) => Promise<Delivery>;
/** Resolves when the endpoint has a record, by whichever attempt. */
export declare const acknowledged: (id: string) => Promise<void>;
/** Starts what every page has: the way back to the preferences, the other tabs, the outbox, and a word to the owner. */
export declare const startPage: (session: Session) => Promise<void>;
