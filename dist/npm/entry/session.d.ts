import { type Trusted } from '../gate/gate.js';
import { type Decision } from '../model/decisions.js';
import type { EditionCore } from '../model/editions.js';
import type { Offer } from '../model/offers.js';
import type { Left } from '../model/services.js';
import type { Database } from '../store/database.js';
import type { ConsentRecord } from '../record/record.js';
import type { View } from '../ui/contract.js';
import { type Config, type Warn, type Warning } from './config.js';
import type { Load } from './modules.js';
import type { RawConfig } from './read-config.js';
import { type State } from './state.js';
declare global {
    interface Navigator {
        /** Global Privacy Control (w3c.github.io/gpc); no browser's types have it yet. */
        readonly globalPrivacyControl?: boolean;
    }
}
/** What a session is given: what was configured, and the ways to the page. */
export interface SessionDeps extends RawConfig {
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
    readonly config: Config;
    readonly offer: Offer;
    /** The offer of a page on which nothing is taken off it. */
    readonly whole: Offer;
    /** Purpose that Global Privacy Control keeps off until an explicit choice. */
    withheld: string | false | undefined;
    readonly state: State;
    /** Bodies of records that the database has not taken, by id. */
    readonly memory: Map<string, string>;
    /** Id of the record that was made last on this page: other tabs are told of no other. */
    made?: string;
    /** The newest record that this tab knows of: the next one continues its chain, and keeps what is not asked about. */
    newest: ConsentRecord | undefined;
    /** Ids of services that were refused by themselves when their purpose was last on, as far as the records here tell. */
    refusedAlone?: readonly string[];
    /** Chosen, while its evidence is not safe yet: what it does not grant is closed; what it grants waits for `adopt`. */
    pending?: Decision | undefined;
    /** The present decision is only tried, by the inspector: this puts back what was decided, before anything real is. */
    endTrial?: (() => void) | undefined;
    /** Whether the records were read for a decision to continue their chain. */
    chained?: boolean;
    /** Takes up what was decided elsewhere and this tab may not have heard of. Resolves when it has that chain, as far as it can. */
    catchUp?: () => Promise<void>;
    /** What the services that the decision closed have left in the browser: known once they are cleaned up after. */
    left?: Promise<readonly Left[]>;
    /** The database, once a part of the widget has needed it. */
    db?: Database;
    readonly allows: (id: string) => boolean;
    /**
     * The decision in the mirror cookie, which other tabs and subdomains write too; as this page's offer sees it, or another,
     * and without what is withheld, or another purpose, or none.
     */
    readonly read: (by?: Offer, without?: Session['withheld']) => Decision | undefined;
    /** Makes a decision the present one. */
    readonly adopt: (decision: Decision | undefined) => void;
    /** Closes what may not run any more, and opens what may. What else closes in the task of a decision is added to it. */
    updateGate: () => void;
    /** Tells vendors in the task of a decision what it closes, once the decision's evidence is on its way. */
    tellVendors?: () => void;
    /** Shows a view. Never rejects: what cannot be shown is warned of. */
    readonly open: (view: View, lang?: string) => Promise<void>;
    readonly emit: (name: EventName, detail: unknown) => void;
}
/** The composition root: holds the one state and passes it to gate and page. */
export declare const createSession: (deps: SessionDeps) => Session;
