import { entries } from 'idb-keyval';
import { prevailing, type Decision } from '../model/decisions.js';
import { decisionOf } from '../record/decision.js';
import { parseRecord } from '../record/parse.js';
import type { ConsentRecord } from '../record/record.js';
import type { Delivery } from '../store/entries.js';
import type { Row } from '../store/scan.js';
import { formatMirror } from '../store/mirror.js';
import { own } from '../store/own.js';
import { mirror } from './commit.js';
import { databaseOf } from './database.js';
import type { Session } from './session.js';

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
      const record = parseRecord(String(own(value, 'body')));
      const delivery = DELIVERIES.find((name) => name === own(value, 'delivery')) ?? 'pending';
      history.push(Object.freeze({ record, delivery }));
    } catch (error) {
      warn('record', key, error);
    }
  }
  return history.sort((a, b) => a.record.seq - b.record.seq || (a.record.at < b.record.at ? -1 : 1));
};

/** All readable records of this device, oldest first. Rejects where the database does. */
export const readHistory = async (session: Session): Promise<readonly HistoryEntry[]> =>
  historyOf(await entries(databaseOf(session)), session);

/**
 * Takes up the records of this device: the newest continues the chain, and where they go further than the mirror cookie,
 * or two tabs have forked the chain, the decision that they prove holds.
 */
export const restore = (session: Session, rows: readonly Row[]): void => {
  const { offer, state } = session;
  const history = historyOf(rows, session);
  const last = history.at(-1)?.record;
  if (!last) return;
  if (last.seq >= (session.newest?.seq ?? 0)) {
    session.newest = { id: last.id, subject: last.subject, seq: last.seq, at: last.at };
  }
  const proven = history
    .filter(({ record }) => record.seq === last.seq)
    .map(({ record }) => decisionOf(record, offer))
    .reduce<Decision | undefined>((a, b) => prevailing(a, b, offer), undefined);
  const { decision } = state.get();
  const next = prevailing(decision, proven, offer);
  if (
    !next ||
    (decision && next.accepted === decision.accepted && formatMirror(next, offer) === formatMirror(decision, offer))
  )
    return;
  session.adopt(next);
  if (!session.restricted) mirror(next, session); // an offer that is only guessed would lose its services
};
