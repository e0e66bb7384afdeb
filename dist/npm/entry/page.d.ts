import { type Delivery } from '../store/entries.js';
import { type Scan } from '../store/scan.js';
import type { Session } from './session.js';
/** The last valid config of an address; empty where there is none. */
export declare const configCopy: (url: string) => Promise<unknown>;
/** Compares the records of this device with the cookie, and takes up what they know better. */
export declare const compare: (session: Session) => Promise<Scan>;
/** Files the answer to a record's first POST. */
export declare const file: (session: Session, id: string, body: string, response: Response | undefined) => Promise<Delivery>;
/** Resolves when the endpoint has a record, by whichever attempt. */
export declare const acknowledged: (id: string) => Promise<Delivery>;
/** Starts what every page has: the way back to the preferences, the other tabs, the outbox, and a word to the owner. */
export declare const startPage: (session: Session) => Promise<void>;
