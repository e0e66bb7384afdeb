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
  /** Fingerprint of every purpose with its recipients, and of every service, by id. */
  readonly prints: Readonly<Record<string, string>>;
  /** All prints: a decision that names it tells of each purpose and service whether it was asked about. Proves nothing. */
  readonly hash: string;
}

/**
 * 32 bits of all UTF-16 code units, base 36: the mirror cookie needs a synchronous and short fingerprint. Begins with a mark, so
 * that many of them can stand in a row.
 */
const fingerprint = (text: string): string => {
  let hash = 0;
  for (const unit of text.split('')) hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193);
  return `_${(hash >>> 0).toString(36)}`;
};

/**
 * A print does not depend on the order in which an owner lists things, nor on names and storage periods: correcting a
 * spelling must not ask every visitor again, while a new recipient or country must.
 */
const printOf = ({
  id,
  purpose,
  recipient,
  country,
  recipients = [],
}: { readonly id: string } & Partial<OfferedPurpose & Service>): readonly [string, string] => [
  id,
  fingerprint(
    [id, purpose, recipient, country, ...recipients.map((to) => `${to.name},${to.country}`).sort()].join('\n'),
  ),
];

/** The offer of a site. */
export const offerOf = (
  edition: string,
  terms: Terms,
  purposes: readonly OfferedPurpose[],
  services: readonly Service[],
): Offer => {
  const offered = purposes.filter(
    ({ id, needsService, needsRecipient, recipients }) =>
      (needsRecipient ? recipients?.length : !needsService) ||
      services.some(({ purpose, recipient }) => purpose === id && (!needsRecipient || recipient)),
  );
  const under = services.filter(({ purpose }) => offered.some(({ id }) => id === purpose));
  const prints = Object.fromEntries([...offered, ...under].map(printOf));
  return { edition, terms, purposes: offered, services: under, prints, hash: Object.values(prints).join('') };
};

/** Whether a hash holds a print, whole: one may begin as another does. */
export const isNamed = (hash: string, print: string | undefined): boolean => `${hash}_`.includes(`${print}_`);

/** Whether a decision that names this hash has an answer to a purpose or service of the offer. */
export const isAnswered = ({ prints }: Offer, hash: string, id: string): boolean => isNamed(hash, prints[id]);

/** The part of an offer's hash that is in all of these hashes: what decisions that name them have an answer to. */
export const answered = (prints: Offer['prints'], ...hashes: readonly string[]): string =>
  Object.values(prints)
    .filter((print) => hashes.every((hash) => isNamed(hash, print)))
    .join('');
