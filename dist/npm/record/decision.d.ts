import { type Decision } from '../model/decisions.js';
import type { Offer } from '../model/offers.js';
import { type ConsentRecord } from './record.js';
/**
 * The decision that a record proves, as the present offer sees it. A record does not hold the hash of its offer: it counts
 * as made about this one where it names the same purposes and services and the same transfer.
 */
export declare const decisionOf: (record: ConsentRecord, offer: Offer) => Decision;
