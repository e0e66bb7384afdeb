import type { Offer } from '../model/offers.js';
import type { ServiceLayer } from '../ui/contract.js';
/**
 * @param raw the config with its services in full
 * @param lang one that ships; another stands on Russian
 */
export declare const serviceLayer: (raw: unknown, { services }: Offer, lang: string) => ServiceLayer;
