import type { OfferedPurpose } from '../model/offers.js';
import type { Service } from '../model/services.js';
/** A recipient, or a service with its recipient, and the country in the language shown; the code where that is unknown. */
export declare const named: (lang: string, country: string | undefined, ...names: (string | undefined)[]) => string;
/** Who receives the data of these purposes, each once: as the owner states it for a purpose, and for its services. */
export declare const recipients: (lang: string, purposes: readonly OfferedPurpose[], services: readonly Service[]) => readonly string[];
