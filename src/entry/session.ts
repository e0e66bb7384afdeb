import type { UseStore } from 'idb-keyval';
import { createGate, type Trusted } from '../gate/gate.js';
import { native } from '../gate/native.js';
import { allows, mustAsk, prevailing, type AskReason, type Decision } from '../model/decisions.js';
import type { EditionCore } from '../model/editions.js';
import type { Offer } from '../model/offers.js';
import type { DeliveryReport, Drain } from '../outbox/drain.js';
import { formatMirror, mirrorCookie, parseMirror, readMirror } from '../store/mirror.js';
import type { View } from '../ui/contract.js';
import { offerBy, type Config, type Warn } from './config.js';
import { languageFor } from './languages.js';
import type { Load } from './modules.js';
import { once, within } from './promises.js';
import { createState, type State } from './state.js';
import { joinTabs } from './tabs.js';

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
  readonly config: Config;
  readonly core: EditionCore;
  /** The config could not be read: it may restrict what is not known of, so nothing is granted on this page. */
  readonly restricted: boolean;
  readonly db: UseStore;
  readonly load: Load;
  readonly trusted: Trusted;
  readonly nonce: string;
  readonly warn: Warn;
}

export type EventName = 'ready' | 'change' | 'shown' | 'delivery';

type Dialogue = ReturnType<typeof import('./evidence.js').createDialogue>;

/** What the parts of the widget share. Data goes one way: act → decide → record → store and outbox → `adopt` → listeners. */
export interface Session {
  readonly config: Config;
  readonly core: EditionCore;
  readonly offer: Offer;
  readonly state: State;
  readonly db: UseStore;
  /** Bodies of records that the database did not take, by id. */
  readonly memory: Map<string, string>;
  readonly load: Load;
  readonly warn: Warn;
  newest: Newest | undefined;
  /** Whether the database holds records that nobody has read yet. */
  unread: boolean;
  readonly allows: (id: string) => boolean;
  /** Why a question is due under a decision. */
  readonly asks: (decision: Decision | undefined) => AskReason | undefined;
  /** Closes at once what a decision does not grant; what it grants waits for `adopt`. */
  readonly restrict: (decision: Decision) => void;
  /** Writes the mirror cookie; tells whether it is there. */
  readonly mirror: (decision: Decision) => boolean;
  /** Makes a decision the present one. */
  readonly adopt: (decision: Decision) => void;
  /** Tells the other tabs of the present decision. */
  readonly tell: () => void;
  /** The decision that other tabs and subdomains may have written meanwhile, together with the present one. */
  readonly latest: () => Decision | undefined;
  readonly updateGate: () => void;
  readonly emit: (name: EventName, detail: unknown) => void;
  readonly report: (report: DeliveryReport) => void;
  readonly delivery: () => Promise<Drain>;
  readonly dialogue: () => Promise<Dialogue>;
  readonly open: (view: View) => Promise<void>;
  /** Reads the records of this device where there are unread ones. Resolves soon, whatever the database does. */
  readonly readRecords: () => Promise<void>;
}

/** What the owner can do about an endpoint's answer. */
const REMEDY = 'the record is kept and sent again later; see docs/endpoint.md for what an endpoint answers';

/** The composition root: holds the one state and passes it to gate, other tabs and page. Does nothing visible by itself. */
export const createSession = ({ config, core, restricted, db, load, trusted, nonce, warn }: SessionDeps): Session => {
  const offer = offerBy(config, core, warn);
  const read = (): Decision | undefined => readMirror(native('cookie'), offer);
  /** Chosen, but its evidence is not safe yet: it already closes. */
  let brake: Decision | undefined;

  // somebody who has decided is not asked about an offer that is only guessed
  const asks: Session['asks'] = (decision) =>
    restricted && decision ? undefined : mustAsk(decision, offer, Date.now());
  const first = read();
  const state = createState({ decision: first, asks: asks(first), view: 'closed', lang: languageFor(config) });

  const may = (id: string): boolean => {
    const { decision } = state.get();
    const closed = brake && (brake.purposes[id] ?? brake.services[id]) !== true;
    return !closed && allows(restricted ? undefined : decision, offer, Date.now(), id);
  };
  const ids = new Set([...offer.purposes, ...offer.services].map(({ id }) => id));
  const gate = createGate({ allows: may, known: (id) => ids.has(id), nonce, trusted, warn });

  const emit: Session['emit'] = (name, detail) => {
    native('dispatchEvent').call(document, new CustomEvent(`timebot-consent:${name}`, { detail }));
  };

  const adopt = (decision: Decision | undefined): void => {
    brake = undefined;
    const reason = asks(decision);
    const { view } = state.get();
    state.set({ decision, asks: reason, view: view === 'banner' && !reason ? 'closed' : view });
  };

  const latest = (): Decision | undefined => prevailing(state.get().decision, read(), offer);

  /** Takes what another tab or subdomain has decided, where it is newer or, on a tie, grants less. */
  const hear = (heard: Decision | undefined): void => {
    const { decision } = state.get();
    if (!heard || (decision && formatMirror(heard, offer) === formatMirror(decision, offer))) return;
    const next = prevailing(decision, heard, offer);
    if (next !== decision) adopt(next);
  };

  const tabs = joinTabs(
    'timebot-consent-1',
    ({ mirror, newest }) => {
      if (newest && newest.seq >= (session.newest?.seq ?? 0)) session.newest = newest;
      hear(parseMirror(mirror, offer));
    },
    () => hear(read()),
  );

  const dialogue = once(async () => (await load('evidence')).createDialogue(session));

  const session: Session = {
    config,
    core,
    offer,
    state,
    db,
    memory: new Map(),
    load,
    warn,
    newest: undefined,
    unread: false,
    allows: may,
    asks,
    restrict: (decision) => {
      brake = decision;
      gate.update();
    },
    mirror: (decision) => {
      const cookie = mirrorCookie(decision, offer, location.protocol === 'https:', config.cookieDomain);
      Reflect.set(Document.prototype, 'cookie', cookie, document);
      return native('cookie').includes(formatMirror(decision, offer));
    },
    adopt,
    tell: () => {
      const { decision } = state.get();
      if (decision) tabs.tell({ mirror: formatMirror(decision, offer), newest: session.newest });
    },
    latest,
    updateGate: gate.update,
    emit,
    report: (report) => {
      emit('delivery', report);
      if (report.delivery === 'dead' || report.delivery === 'misdirected') {
        warn(`endpoint "${config.endpoint}" answered ${report.status || 'with a redirect'}: ${REMEDY}`);
      }
    },
    delivery: once(async () => (await load('outbox')).startDelivery(session)),
    dialogue,
    readRecords: async () => {
      if (session.unread) await within(load('history').then(({ restore }) => restore(session)));
    },
    open: async (view) => {
      try {
        await (await dialogue()).show(view);
      } catch (error) {
        warn(`the ${view} cannot be shown, and what needs consent stays closed: ${String(error)}`);
      }
    },
  };

  // first of all listeners: what the page hears of is already so
  state.subscribe(({ decision }, previous) => {
    if (decision !== previous.decision) gate.update();
  });
  state.subscribe((snapshot, previous) => {
    if (snapshot.decision !== previous.decision) emit('change', snapshot);
    if (snapshot.view !== previous.view && snapshot.view !== 'closed') emit('shown', snapshot);
  });
  return session;
};
