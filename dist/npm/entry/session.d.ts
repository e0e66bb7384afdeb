import type { UseStore } from 'idb-keyval';
import { type Trusted } from '../gate/gate.js';
import { cookies, create, native, parsed, query } from '../gate/native.js';
import { decide, type Choice, type Decision } from '../model/decisions.js';
import type { EditionCore } from '../model/editions.js';
import type { Offer } from '../model/offers.js';
import type { View } from '../ui/contract.js';
import { type Config, type Warn, type Warning } from './config.js';
import type { Load } from './modules.js';
import { type State } from './state.js';
/** The newest record that this tab knows of: the next one continues its chain. */
export interface Newest {
    readonly id: string;
    readonly subject: string;
    readonly seq: number;
    /** ISO time. */
    readonly at: string;
}
/** What a session is given: what was configured, and the ways to the page. */
export interface SessionDeps {
    /** The config as the owner wrote it. */
    readonly raw: unknown;
    /** The config could not be read: it may restrict what is not known of, so nothing is granted on this page. */
    readonly restricted: boolean;
    readonly core: EditionCore;
    readonly load: Load;
    readonly trusted: Trusted;
    readonly nonce: string;
    readonly warn: Warn;
    /** Warnings that nobody has told yet. */
    readonly warnings: Warning[];
}
export type EventName = 'ready' | 'change' | 'shown' | 'delivery';
/**
 * What the parts of the widget share. Data goes one way: act → decide → record → store and outbox → `adopt` → listeners.
 * The loader makes it; what is loaded later works on it.
 */
export interface Session extends SessionDeps {
    /** The document past what shadows it: passed on, so that a chunk need not bring it along. */
    readonly dom: typeof dom;
    readonly config: Config;
    readonly offer: Offer;
    readonly state: State;
    /** Bodies of records that the database has not taken, by id. */
    readonly memory: Map<string, string>;
    newest: Newest | undefined;
    /** Chosen, while its evidence is not safe yet: it closes already. */
    pending?: Decision | undefined;
    /** Whether the records were read for a decision to continue their chain. */
    chained?: boolean;
    /** The database, once a part of the widget has needed it. */
    db?: UseStore;
    readonly allows: (id: string) => boolean;
    /** The decision in the mirror cookie, which other tabs and subdomains write too. */
    readonly read: () => Decision | undefined;
    /** The decision that follows from a choice and everything that this tab knows. */
    readonly decide: (choice: Choice, now: number) => ReturnType<typeof decide>;
    /** Closes at once what a decision does not grant; what it grants waits for `adopt`. */
    readonly restrict: (decision: Decision) => void;
    /** Makes a decision the present one. */
    readonly adopt: (decision: Decision | undefined) => void;
    readonly updateGate: () => void;
    /** Shows a view. Never rejects: what cannot be shown is warned of. */
    readonly open: (view: View, lang?: string) => Promise<void>;
    readonly emit: (name: EventName, detail: unknown) => void;
}
declare const dom: {
    cookies: typeof cookies;
    create: typeof create;
    native: typeof native;
    parsed: typeof parsed;
    query: typeof query;
};
/** The composition root: holds the one state and passes it to gate and page. */
export declare const createSession: (deps: SessionDeps) => Session;
export {};
