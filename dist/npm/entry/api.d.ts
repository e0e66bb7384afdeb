import type { Decision } from '../model/decisions.js';
import type { View } from '../ui/contract.js';
import type { Warn } from './config.js';
import type { HistoryEntry } from './history.js';
import type { Decided } from './script.js';
import type { Session } from './session.js';
import type { Listener } from './state.js';
/** `window.timebotConsent`: what a page can ask of the widget. Frozen. */
export interface TimebotConsent {
    /** The visitor's current choices; undefined before the first decision. */
    readonly decision: Decision | undefined;
    /** Resolves when the config is read and the decision of this device, if any, is known. */
    readonly ready: Promise<void>;
    /** Whether a purpose or service may run now. Synchronous; false when in doubt. */
    readonly allows: (purposeOrService: string) => boolean;
    /** Accepts the policy and all purposes. Resolves once the evidence is safe. For a visitor's own click in the site's UI. */
    readonly acceptAll: () => Promise<Decided>;
    readonly rejectAll: () => Promise<Decided>;
    /** Sets single purposes, services and `policy`; what is left out stays as it is. */
    readonly decide: (choices: Readonly<Record<string, boolean>>) => Promise<Decided>;
    readonly withdraw: () => Promise<Decided>;
    readonly open: (view?: Exclude<View, 'closed'>) => Promise<void>;
    /** Closes the preferences; before any decision this returns to the banner. */
    readonly close: () => Promise<void>;
    /** Calls the listener at once and after every change; returns how to stop that. */
    readonly subscribe: (listener: Listener) => () => void;
    /** The readable records of this device, oldest first, with what became of their delivery. */
    readonly history: () => Promise<readonly HistoryEntry[]>;
    readonly version: string;
}
/** What the page put into `timebotConsentQueue` before the script had loaded, and later calls. */
export type Queued = (api: TimebotConsent) => void;
declare global {
    interface Window {
        timebotConsent?: TimebotConsent;
        timebotConsentQueue?: {
            push(...calls: Queued[]): unknown;
        };
    }
    interface DocumentEventMap {
        'timebot-consent:ready': CustomEvent<unknown>;
        'timebot-consent:change': CustomEvent<unknown>;
        'timebot-consent:shown': CustomEvent<unknown>;
        'timebot-consent:delivery': CustomEvent<unknown>;
    }
}
/** The API over a session. Calls that decide wait for `ready`, so that none overlooks what was decided before. */
export declare const createApi: (session: Session, ready: Promise<void>) => TimebotConsent;
/** Puts the API where the page finds it, and answers what the page has queued. */
export declare const publish: (api: TimebotConsent, warn: Warn) => void;
