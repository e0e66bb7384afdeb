import type { ConsentRecord } from '../record/record.js';
import type { Delivery } from '../store/entries.js';
import { type Row } from '../store/rows.js';
import type { Session } from './session.js';
export { deltaOf } from './delta.js';
/** A record of this device and what became of it. */
export interface HistoryEntry {
    readonly record: ConsentRecord;
    readonly delivery: Delivery;
}
/** All readable records of this device, oldest first. Rejects where the database does. */
export declare const readHistory: (session: Session) => Promise<readonly HistoryEntry[]>;
/**
 * Takes up the records of this device: the newest continues the chain, and where they go further than the mirror cookie,
 * or two tabs have forked the chain, the decision that they prove holds.
 */
export declare const restore: (session: Session, rows: readonly Row[]) => void;
