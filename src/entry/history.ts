import { prevailing, type Decision } from '../model/decisions.js';
import { answered } from '../model/offers.js';
import { refusedAlone } from '../model/kept.js';
import { decisionOf } from '../record/decision.js';
import { parseRecord } from '../record/parse.js';
import type { ConsentRecord } from '../record/record.js';
import type { Delivery } from '../store/entries.js';
import { readRows, type Row } from '../store/rows.js';
import { formatMirror } from '../store/mirror.js';
import { field } from '../store/field.js';
import { mirror } from './commit.js';
import { databaseOf } from './database.js';
import type { Session } from './session.js';

export { deltaOf } from './delta.js';

/** A record of this device and what became of it. */
export interface HistoryEntry {
  readonly record: ConsentRecord;
  readonly delivery: Delivery;
}

const DELIVERIES: readonly Delivery[] = ['pending', 'acknowledged', 'dead', 'misdirected'];

/** The readable records among these rows, oldest first. What cannot be read stays where it is and is told of. */
const historyOf = (rows: readonly Row[], { warn }: Session): readonly HistoryEntry[] => {
  const history: HistoryEntry[] = [];
  for (const [key, value] of rows) {
    if (typeof key !== 'string' || !key.startsWith('record/')) continue;
    try {
      const body = field(value, 'body');
      const record = parseRecord(typeof body === 'string' ? body : '');
      const delivery = DELIVERIES.find((name) => name === field(value, 'delivery')) ?? 'pending';
      history.push(Object.freeze({ record, delivery }));
    } catch (error) {
      warn('record', key, error);
    }
  }
  return history.sort((a, b) => a.record.seq - b.record.seq || (a.record.at < b.record.at ? -1 : 1));
};

/** All readable records of this device, oldest first. Rejects where the database does. */
export const readHistory = async (session: Session): Promise<readonly HistoryEntry[]> =>
  historyOf(await readRows(databaseOf(session)), session);

/**
 * Whether what a record says of a purpose was chosen in full view of Global Privacy Control: in that record, or in the one
 * before, from which it was merely kept. What is kept never lasts longer than it would have. False when in doubt.
 */
const isExplicit = (record: ConsentRecord, purpose: string, history: readonly HistoryEntry[]): boolean => {
  const { expires, gpc, prev, purposes, seq } = record;
  const before = history.find((entry) => entry.record.id === prev && entry.record.seq === seq - 1)?.record;
  if (!before) return gpc && prev === null;
  const kept = before.purposes[purpose] === purposes[purpose] && Date.parse(expires) <= Date.parse(before.expires);
  return kept ? isExplicit(before, purpose, history) : gpc;
};

/**
 * Takes up the records of this device: the newest continues the chain, and where they go further than the mirror cookie,
 * or two tabs have forked the chain, the decision that they prove holds.
 */
export const restore = (session: Session, rows: readonly Row[]): void => {
  const { offer, whole, state, read } = session;
  const history = historyOf(rows, session);
  const last = history.at(-1)?.record;
  if (!last) return;
  const made = session.newest;
  if (last.seq >= (made?.seq ?? 0)) {
    session.newest = last;
    let alone: readonly string[] = [];
    for (const { record } of history) alone = refusedAlone(alone, record, whole.services);
    session.refusedAlone = alone;
  }
  const known = state.get().decision;
  const newest = history.filter(({ record }) => record.seq === last.seq);
  const { withheld: off } = session;
  if (off && last.seq >= (known?.seq ?? 0) && newest.every(({ record }) => isExplicit(record, off, history)))
    session.withheld = undefined;
  const { withheld } = session;
  // not by `reduce`, here and above: an old library's gives the first of a list
  let proven: Decision | undefined;
  for (const { record } of newest) proven = prevailing(proven, decisionOf(record, offer, withheld), offer);
  const decision = session.pending ?? ((off && !withheld && read()) || known);
  // decided on this page, later but with a lower seq, since the database could not tell in time: only what both grant holds
  const overlooked = decision && made && made.at > last.at && made.seq < last.seq;
  const next = prevailing(overlooked ? { ...decision, seq: last.seq } : decision, proven, offer);
  if (!next) return;
  // a cookie may answer more than this offer
  const answers = answered(offer.prints, known?.offer ?? '');
  if (known && formatMirror(next, offer) === formatMirror({ ...known, offer: answers }, offer)) {
    // the same decision, of which the cookie does not tell whether the policy was accepted
    state.set({ decision: Object.freeze({ ...known, accepted: next.accepted }) });
    return;
  }
  session.adopt(next);
  // what is only guessed, off on this page or withheld would be lost in the cookie
  if (!session.restricted && next.offer && whole.hash === offer.hash && !withheld) mirror(next, session);
};
