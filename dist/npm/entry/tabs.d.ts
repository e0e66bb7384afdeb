import type { ConsentRecord } from '../record/record.js';
/** What a tab tells the others about its decision. */
export interface Message {
    /** The decision as the mirror cookie holds it. */
    readonly mirror: string;
    /** The record behind it, so that the others continue the same chain. */
    readonly newest: ConsentRecord | undefined;
    /** Whether the record is a word on what Global Privacy Control keeps off. */
    readonly explicit?: unknown;
}
export interface Tabs {
    readonly tell: (message: Message) => void;
}
/**
 * The other tabs of this origin. The channel is closed while the page is in the back/forward cache, which it would
 * otherwise be kept out of; what was missed is in the cookie.
 *
 * @param hear a decision of another tab
 * @param look the page is back, by any way: read the cookie again
 */
export declare const joinTabs: (name: string, hear: (message: Message) => void, look: () => void) => Tabs;
