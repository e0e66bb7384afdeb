import { answer } from "../model/decisions.js";
import { transferOf } from "./record.js";
// src/record/decision.ts
var sameKeys = (map, list) => Object.keys(map).length === list.length && list.every(({ id }) => Object.hasOwn(map, id));
/**
* The decision that a record proves, as the present offer sees it. A record does not hold the hash of its offer: it counts
* as made about this one where it names the same purposes and services and the same transfer.
*/
var decisionOf = (record, offer) => {
	const { seq, expires, policy, purposes, services, transfer } = record;
	const fields = {
		seq,
		expires: Date.parse(expires),
		edition: policy.edition,
		accepted: policy.accepted
	};
	const decision = answer(offer, {
		...fields,
		offer: offer.hash
	}, (id) => purposes[id] === true, (id) => services[id] === true);
	return sameKeys(purposes, offer.purposes) && sameKeys(services, offer.services) && JSON.stringify(transferOf(decision, offer)) === JSON.stringify(transfer) ? decision : Object.freeze({
		...decision,
		offer: ""
	});
};
export { decisionOf };
