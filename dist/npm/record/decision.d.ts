import { type Decision } from '../model/decisions.js';
import { type Offer } from '../model/offers.js';
import { type ConsentRecord } from './record.js';
/**
 * The decision that a record proves, as the present offer sees it. A record does not hold the hash of its offer: it answers
 * what it names. Where data would go to others or elsewhere than it says, only what goes to nobody counts as answered.
 *
 * @param withheld a purpose that stays refused whatever the record says
 */
export declare const decisionOf: (record: ConsentRecord, offer: Offer, withheld?: string | false) => Decision;
