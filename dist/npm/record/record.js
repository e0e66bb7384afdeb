import { jsonOf } from "../model/json.js";
// src/record/record.ts
var iso = (time) => new Date(time).toISOString();
/** TimeBot and its site owners answer to Kazakhstan's law, so other countries are across the border. */
var HOME = "KZ";
/**
* To whom the data goes by this decision: recipients of granted purposes and of granted services (article 8(4)(4)–(6)).
* TimeBot publishes nothing that a banner covers (clause 3.2), and publication would need a consent of its own.
*/
var transferOf = ({ purposes, services }, offer) => {
	const recipients = [...offer.purposes.flatMap((purpose) => purposes[purpose.id] ? purpose.recipients ?? [] : []), ...offer.services.filter(({ id, recipient }) => services[id] && recipient)];
	const countries = recipients.flatMap(({ country }) => country && country !== HOME ? country : []);
	return {
		thirdParties: recipients.length > 0,
		crossBorder: [...new Set(countries)].sort(),
		publication: false
	};
};
/** The record of a decision. Pure: the same decision and circumstances give the same bytes. */
var recordOf = ({ seq, expires, edition, accepted, purposes, services }, action, offer, { id, subject, prev, site, actor, gpc, now, policy, notice, widget }) => ({
	v: 1,
	kind: "decision",
	id,
	subject,
	seq,
	prev,
	site,
	action,
	actor,
	gpc,
	at: iso(now),
	expires: iso(expires),
	policy: {
		id: policy.id,
		edition,
		hash: policy.hash,
		accepted: accepted === true
	},
	notice,
	purposes,
	services,
	operator: policy.operator,
	transfer: transferOf({
		purposes,
		services
	}, offer),
	data: policy.data,
	widget
});
/** The one serialisation of a record: what this returns is what is kept and sent. */
var serialise = (record) => jsonOf(record);
export { recordOf, serialise, transferOf };
