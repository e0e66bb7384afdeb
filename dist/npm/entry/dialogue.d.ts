import { ConsentElement } from '../ui/consent-element.js';
import type { View } from '../ui/contract.js';
import type { Session } from './session.js';
declare const TAG = "timebot-consent";
declare global {
    interface HTMLElementTagNameMap {
        [TAG]: ConsentElement;
    }
}
/** The dialogue of a session with its visitor. */
export interface Dialogue {
    readonly show: (view: View, lang?: string) => Promise<void>;
}
/** The dialogue of a session: one, made anew where making it has failed. */
export declare const dialogueOf: (session: Session) => Promise<Dialogue>;
export {};
