import { bare } from '../model/bare.js';
import type { OfferedPurpose } from '../model/offers.js';
import type { Service } from '../model/services.js';

/** A recipient, or a service with its recipient, and the country in the language shown; the code where that is unknown. */
export const named = (lang: string, country: string | undefined, ...names: (string | undefined)[]): string => {
  let place = country;
  try {
    place &&= new Intl.DisplayNames(lang, bare({ type: 'region' })).of(place);
  } catch {
    // RangeError: the owner's code or language is malformed, so the code has to do
  }
  return [...names, place].filter(Boolean).join(', ');
};

/** Who receives the data of these purposes, each once: as the owner states it for a purpose, and for its services. */
export const recipients = (
  lang: string,
  purposes: readonly OfferedPurpose[],
  services: readonly Service[],
): readonly string[] => {
  const all = purposes.flatMap(({ id, recipients: own = [] }) => [
    ...own.map(({ country, name }) => named(lang, country, name)),
    ...services.filter(({ purpose }) => purpose === id).map((s) => named(lang, s.country, s.recipient)),
  ]);
  return [...new Set(all)].filter(Boolean);
};
