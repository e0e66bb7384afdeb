import { createGate, type Trusted } from '../gate/gate.js';
import { cookies } from '../gate/native.js';
import { bare } from '../model/bare.js';
import { allows, mustAsk, type AskReason, type Decision } from '../model/decisions.js';
import type { EditionCore } from '../model/editions.js';
import type { Offer } from '../model/offers.js';
import type { Left } from '../model/services.js';
import type { Database } from '../store/database.js';
import { readMirror } from '../store/mirror.js';
import type { ConsentRecord } from '../record/record.js';
import type { View } from '../ui/contract.js';
import { offerBy, parseConfig, type Config, type Warn, type Warning } from './config.js';
import { languageFor } from './languages.js';
import type { Load } from './modules.js';
import type { RawConfig } from './read-config.js';
import { createState, type State } from './state.js';

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
export const createSession = (deps: SessionDeps): Session => {
  const { raw, restricted, core, load, warn } = deps;
  const config = parseConfig(raw);
  const offer = offerBy(config, core);
  const whole = offerBy(config, core, '');
  const withheld = navigator.globalPrivacyControl && 'ads';

  // somebody who has decided is not asked about an offer that is only guessed
  const asks = (decision: Decision | undefined): AskReason | undefined =>
    restricted && decision ? undefined : mustAsk(decision, offer, Date.now());
  const first = readMirror(cookies(), offer, withheld);
  const state = createState({ decision: first, asks: asks(first), view: 'closed', lang: languageFor(config) });

  const may = (id: string): boolean => {
    const { decision } = state.get();
    return [decision, session.pending ?? decision].every((one) =>
      allows(restricted ? undefined : one, offer, Date.now(), id),
    );
  };
  const known = (id: string): boolean => Object.hasOwn(whole.prints, id);
  const gate = createGate({ ...deps, allows: may, known });

  const emit: Session['emit'] = (name, detail) => {
    // the window's, on the document: an element of that name may stand before the document's own
    dispatchEvent.call(document, new CustomEvent(`timebot-consent:${name}`, { detail }));
  };

  // first of all listeners: what the page hears of is already so
  state.subscribe((snapshot, previous) => {
    // what merely knows more of the same decision is none
    if (snapshot.decision?.purposes === previous.decision?.purposes) return;
    gate.update();
    emit('change', snapshot);
  });

  const open: Session['open'] = async (view, lang) => {
    if (view === 'closed') return state.set({ view });
    try {
      await (await (await load('banner')).dialogueOf(session)).show(view, lang);
    } catch (error) {
      warn('view', view, error);
    }
  };

  const session: Session = bare<Session>({
    ...deps,
    config,
    offer,
    whole,
    withheld,
    state,
    memory: new Map(),
    newest: undefined,
    allows: may,
    read: (by = offer, without = session.withheld) => readMirror(cookies(), by, without),
    adopt: (decision) => {
      session.pending = undefined;
      const reason = asks(decision);
      const { view } = state.get();
      state.set({ decision, asks: reason, view: view === 'banner' && !reason ? 'closed' : view });
    },
    updateGate: gate.update,
    open,
    emit,
  });
  return session;
};
