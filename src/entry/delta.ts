/** Decisions about some parts of an offer, which keep the rest. */
import { mustAsk, prevailing, type Choice, type Decision } from '../model/decisions.js';
import { asChosen, choiceAbout, whatIsNew, type Part } from '../model/kept.js';
import type { Session } from './session.js';

/** What was decided last, in this tab, in another or on another subdomain, without what Global Privacy Control withholds. */
const latest = ({ offer, pending, read, state }: Session): Decision | undefined =>
  prevailing(pending ?? state.get().decision, read(), offer);

/** The decision in force, as it was chosen: also what Global Privacy Control withholds. */
const inForce = (session: Session): Decision | undefined => {
  const { newest, offer, read, withheld } = session;
  const seen = latest(session);
  const reason = mustAsk(seen, offer, Date.now());
  if (!seen || (reason && reason !== 'offer')) return undefined;
  const record = newest?.seq === seen.seq ? newest : undefined;
  const decision = { ...seen, accepted: seen.accepted ?? record?.policy.accepted };
  if (!withheld) return decision;
  const written = read(offer, false);
  return asChosen(decision, withheld, record ?? (written?.seq === seen.seq ? written : seen), offer);
};

/** Whether a purpose is on now, here or by what another tab or subdomain has decided. */
export const isOn = (session: Session, purpose: string): boolean =>
  purpose !== session.withheld && inForce(session)?.purposes[purpose] === true;

/** The choice of somebody who answers only these parts, and the policy if said so. */
export const naming = (session: Session, named: Readonly<Record<string, boolean>>, policy?: boolean): Choice =>
  choiceAbout(named, inForce(session), session.offer, session.refusedAlone, policy);

/** A question about a part of the offer. */
export interface Delta {
  readonly news: readonly Part[];
  /**
   * The choice that an answer makes; undefined where nothing is in force any more that it could keep. That is taken up then,
   * and asks about everything.
   */
  readonly answer: (granted: boolean) => Choice | undefined;
}

/** What is to be asked alone; undefined where everything has to be asked. */
export const deltaOf = (session: Session): Delta | undefined => {
  const { asks, decision } = session.state.get();
  // what is kept has to rest on a record: the cookie of another origin does not tell all of it
  if (asks !== 'offer' || !decision || decision.seq !== session.newest?.seq) return undefined;
  const news = whatIsNew(decision, session.offer);
  if (!news[0]) return undefined;
  return {
    news,
    answer: (granted) => {
      if (inForce(session)) return naming(session, Object.fromEntries(news.map(({ id }) => [id, granted])));
      session.adopt(latest(session));
      return undefined;
    },
  };
};
