import type { Purpose } from './purposes.js';
import type { LocalText, Service } from './services.js';

/** Someone who receives the data of a purpose, as the site owner states it. */
export interface Recipient {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

/** A purpose with what the policy leaves to the site owner: who receives the data and how long it is kept. */
export interface OfferedPurpose extends Purpose {
  readonly recipients?: readonly Recipient[];
  readonly storage?: LocalText;
}

/** How long a decision holds, in months. A refusal is asked about again sooner than a grant runs out of law. */
export interface Terms {
  readonly granted: number;
  readonly refused: number;
}

/** What a site asks about: purposes and services of one policy edition, for a term. */
export interface Offer {
  readonly edition: string;
  readonly terms: Terms;
  readonly purposes: readonly OfferedPurpose[];
  readonly services: readonly Service[];
  /** Short fingerprint of purposes, services, recipients and countries. Tells "the same offer", proves nothing. */
  readonly hash: string;
}

/** 32 bits of all UTF-16 code units, base 36: the mirror cookie needs a synchronous and short fingerprint. */
const fingerprint = (text: string): string => {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
};

/**
 * The offer of a site. Its hash does not depend on the order in which an owner lists things, nor on names and storage
 * periods: correcting a spelling must not ask every visitor again, while a new recipient or country must.
 */
export const offerOf = (
  edition: string,
  terms: Terms,
  purposes: readonly OfferedPurpose[],
  services: readonly Service[],
): Offer => {
  const offered = purposes.filter(({ id, needsService }) => !needsService || services.some((s) => s.purpose === id));
  const material = [
    ...offered.flatMap(({ id, recipients = [] }) => [
      id,
      ...recipients.map(({ name, country }) => [id, name, country].join()),
    ]),
    ...services.map(({ id, purpose, recipient, country }) => [id, purpose, recipient, country].join()),
  ];
  return { edition, terms, purposes: offered, services, hash: fingerprint(material.sort().join('\n')) };
};
