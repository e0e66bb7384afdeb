/** What a page needs when the visitor waits for nothing any more: loaded when it is idle. */
import { cookies, parsed, query } from '../gate/native.js';
import { bare } from '../model/bare.js';
import { prevailing, type Decision } from '../model/decisions.js';
import { refusedAlone } from '../model/kept.js';
import type { Drain } from '../outbox/drain.js';
import { acknowledges, answerOf } from '../outbox/post.js';
import { acknowledge, type Delivery } from '../store/entries.js';
import { formatMirror, MIRROR, parseMirror } from '../store/mirror.js';
import { field } from '../store/field.js';
import { readRows, type Row } from '../store/rows.js';
import { scan, type Scan } from '../store/scan.js';
import { mirror } from './commit.js';
import { databaseOf } from './database.js';
import type { Warning } from './config.js';
import type { OwnConfig } from './own-spec.js';
import { triggerIn } from './own.js';
import { within } from './promises.js';
import type { Session } from './session.js';
import { joinTabs } from './tabs.js';
import { createTrigger } from './trigger.js';

/** Milliseconds between two attempts to load what delivers, where that fails too. */
const RETRY = 30_000;

/**
 * Compares the records of this device with the cookie, and takes up what they know better. Waits for the database no longer
 * than it may; what comes later is taken up later.
 *
 * @param chain take up the newest record in any case: a decision is about to continue its chain
 */
export const compare = async (session: Session, chain = false): Promise<Scan | undefined> => {
  const { offer, state, load } = session;
  const take = async (rows: readonly Row[]): Promise<Scan> => {
    const found = scan(rows);
    // what has just been clicked is no news
    const seq = (session.pending ?? state.get().decision)?.seq ?? 0;
    // whether it was an explicit choice in spite of Global Privacy Control, the record tells
    const withheld = offer.prints[session.withheld || ''];
    if (found.seq > seq || found.forked || ((chain || withheld) && found.seq)) {
      // without its chunk no record is believed, and what waits for the endpoint waits no longer
      await load('history')
        .then(({ restore }) => restore(session, rows))
        .catch(() => undefined);
    }
    return found;
  };
  const reading = readRows(databaseOf(session));
  const rows = await within(reading);
  if (rows) return take(rows);
  void reading.then(take).catch(() => undefined);
  return undefined;
};

/** Files the answer to a record's first POST. */
export const file = async (
  session: Session,
  id: string,
  body: string,
  response: Response | undefined,
): Promise<Delivery> => {
  const { memory, load, emit, warn } = session;
  if (memory.has(id)) warn('storage', 'IndexedDB');
  if (!cookies().includes(`${MIRROR}=`)) warn('storage', 'cookies');
  const answer = await answerOf(response);
  if (!acknowledges(answer, id)) return (await load('outbox')).settle(session, id, body, answer);
  memory.delete(id);
  // a database that fails or hangs holds nothing to take out
  await within(acknowledge(databaseOf(session), id, body, field(answer.body, 'receipt')));
  emit('delivery', { id, delivery: 'acknowledged', status: answer.status });
  return 'acknowledged';
};

/** Hears what becomes of records; returns how to stop that. */
const onDelivery = (hear: (detail: unknown) => void): (() => void) => {
  const listener = (event: Event): void => {
    if (event instanceof CustomEvent) hear(event.detail);
  };
  // the window's, on the document: an element of that name may stand before the document's own
  addEventListener.call(document, 'timebot-consent:delivery', listener);
  return () => removeEventListener.call(document, 'timebot-consent:delivery', listener);
};

/** Resolves when the endpoint has a record, by whichever attempt. */
export const acknowledged = (id: string): Promise<void> =>
  new Promise((done) => {
    const stop = onDelivery((detail) => {
      if (field(detail, 'id') !== id || field(detail, 'delivery') !== 'acknowledged') return;
      stop();
      done();
    });
  });

/** Delivers what the first POST could not: when idle, and on all that may have brought the network back. */
const deliverLater = ({ memory, config }: Session, pending: boolean, load: () => Promise<Drain>): void => {
  let waiting = pending;
  let drain: Drain | undefined;
  let retry: ReturnType<typeof setTimeout>;
  /** The drain, which has a clock of its own; where it cannot be loaded now, it is tried again. */
  const ready = async (use: (made: Drain) => unknown): Promise<void> => {
    try {
      drain = await load();
      await use(drain);
    } catch {
      clearTimeout(retry);
      retry = setTimeout(deliver, RETRY);
    }
  };
  const deliver = (): void => {
    if (config.endpoint && (waiting || memory.size)) void ready((made) => made.run());
  };
  for (const type of ['online', 'pageshow', 'visibilitychange']) addEventListener(type, deliver);
  addEventListener('pagehide', () => drain?.leave());
  onDelivery((detail) => {
    if (field(detail, 'delivery') === 'acknowledged') return;
    waiting = true;
    if (!drain) void ready(() => undefined); // to be there when the page is left
  });
  // not at the same moment in every tab that a browser restores
  setTimeout(deliver, Math.random() * 3000);
};

/** Tells the other tabs and hears them. */
const joinOthers = (session: Session): void => {
  const { offer, whole, state, read, adopt } = session;
  let hearing = false;
  /** Takes what another tab or subdomain has decided, where it is newer or, on a tie, grants less. */
  const hear = (heard: Decision | undefined): void => {
    const mine = session.pending ?? state.get().decision;
    if (!heard || (mine && formatMirror(heard, offer) === formatMirror(mine, offer))) return;
    const next = prevailing(mine, heard, offer);
    if (!next || next === mine) return;
    hearing = true;
    adopt(next);
    hearing = false;
    // what is off on this page or withheld would be lost in the cookie
    if (next !== heard && whole.hash === offer.hash && !session.withheld) mirror(next, session);
  };
  // and the chain of a decision that only the cookie tells of, for a dialogue that has read the records before
  const catchUp = (session.catchUp = async () => {
    hear(read());
    const { decision } = state.get();
    if (session.chained && (decision?.seq ?? 0) > (session.newest?.seq ?? 0)) await compare(session, true);
  });
  const tabs = joinTabs(
    'timebot-consent-1',
    (message) => {
      const { newest } = message;
      if (newest && newest.seq >= (session.newest?.seq ?? 0)) {
        session.newest = newest;
        session.refusedAlone = refusedAlone(session.refusedAlone, newest, whole.services);
        if (field(message, 'explicit') === true) session.withheld = undefined;
      }
      hear(parseMirror(message.mirror, offer, session.withheld));
    },
    catchUp,
  );
  state.subscribe(({ decision }) => {
    const { newest } = session;
    if (!decision || hearing || newest?.seq !== decision.seq || newest.id !== session.made) return;
    // the decision in full, with what is off on this page
    const { purposes, services } = newest;
    const explicit = newest.gpc && !session.withheld;
    tabs.tell({ mirror: formatMirror({ ...decision, purposes, services }, whole), newest, explicit });
  });
  void catchUp();
};

/** Has the owner told of what is wrong, now and later: visitors of a sound site download no word of it. */
const tellOwner = (session: Session, sound: boolean): void => {
  const { warnings, load } = session;
  const tell = (): void => {
    load('owner').then(
      (owner) => owner.tellWarnings(session),
      (error: unknown) => console.warn('[timebot-consent]', error, ...warnings.splice(0)),
    );
  };
  if (warnings.length > 0 || !sound) tell();
  const push = (...later: Warning[]): void => {
    Array.prototype.push.apply(warnings, later);
    tell();
  };
  // not assigned, which fails where a page has frozen what arrays inherit
  Object.defineProperty(warnings, 'push', bare({ value: push }));
};

/** The site's whole config, and whether all of it counts. Of one with nothing but valid attributes the loader knows all. */
const lookAfterConfig = async (session: Session): Promise<{ own: OwnConfig; sound: boolean }> => {
  const { config, raw, load, warn } = session;
  try {
    const plain = !Object.values(config).some(Object.isExtensible) && JSON.stringify(raw) === JSON.stringify(config);
    if (plain && !config.config && !query('timebot-embed').length) return { own: bare({}), sound: true };
    return (await load('idle-config')).lookAfter(session);
  } catch (error) {
    warn('config-part', error);
    return { own: bare({}), sound: true };
  }
};

/** Starts what every page has: the way back to the preferences, the other tabs, the outbox, and a word to the owner. */
export const startPage = async (session: Session): Promise<void> => {
  const { config, state, load, open, warn } = session;
  joinOthers(session);
  const { own, sound } = await lookAfterConfig(session);
  tellOwner(session, sound && config.endpoint !== undefined);
  if (own.debug || /[?&]timebot-consent-debug\b/.test(location.search)) {
    load('inspector').then(
      ({ startInspector }) => startInspector(session),
      (error: unknown) => warn('view', 'inspector', error),
    );
  }
  await parsed(); // the trigger belongs at the end of the body, which may not be there yet
  const trigger = createTrigger(config.trigger ?? 'left', () => void open('preferences'));
  const showTrigger = (): void => {
    const { view, lang } = state.get();
    // under the modal preferences it stays, so that the focus can come back to it
    trigger.update(view !== 'banner', triggerIn(lang, own), lang);
  };
  // after the next paint: a click that closes the banner has more urgent things to do
  state.subscribe(() => requestAnimationFrame(() => setTimeout(showTrigger)));

  const found = await compare(session);
  // a database that is late may hold anything
  deliverLater(session, found?.pending !== false, async () => (await load('outbox')).drainOf(session));
};
