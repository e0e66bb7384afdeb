import { mustAsk, prevailing } from "../model/decisions.js";
import { asChosen, choiceAbout, whatIsNew } from "../model/kept.js";
// src/entry/delta.ts
/** Decisions about some parts of an offer, which keep the rest. */
/** What was decided last, in this tab, in another or on another subdomain, without what Global Privacy Control withholds. */
var latest = ({ offer, pending, read, state }) => prevailing(pending ?? state.get().decision, read(), offer);
/** The decision in force, as it was chosen: also what Global Privacy Control withholds. */
var inForce = (session) => {
	const { newest, offer, read, withheld } = session;
	const seen = latest(session);
	const reason = mustAsk(seen, offer, Date.now());
	if (!seen || reason && reason !== "offer") return void 0;
	const record = newest?.seq === seen.seq ? newest : void 0;
	const decision = {
		...seen,
		accepted: seen.accepted ?? record?.policy.accepted
	};
	if (!withheld) return decision;
	const written = read(offer, false);
	return asChosen(decision, withheld, record ?? (written?.seq === seen.seq ? written : seen), offer);
};
/** Whether a purpose is on now, here or by what another tab or subdomain has decided. */
var isOn = (session, purpose) => purpose !== session.withheld && inForce(session)?.purposes[purpose] === true;
/** The choice of somebody who answers only these parts, and the policy if said so. */
var naming = (session, named, policy) => choiceAbout(named, inForce(session), session.offer, session.refusedAlone, policy);
/** What is to be asked alone; undefined where everything has to be asked. */
var deltaOf = (session) => {
	const { asks, decision } = session.state.get();
	if (asks !== "offer" || !decision || decision.seq !== session.newest?.seq) return void 0;
	const news = whatIsNew(decision, session.offer);
	if (!news[0]) return void 0;
	return {
		news,
		answer: (granted) => {
			if (inForce(session)) return naming(session, Object.fromEntries(news.map(({ id }) => [id, granted])));
			session.adopt(latest(session));
		}
	};
};
export { deltaOf, isOn, naming };
