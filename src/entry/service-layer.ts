/** What the preferences tell of a site's services: part of the notice, and of what is printed of it. */
import { services as en } from '../locales/en.js';
import { services as kk } from '../locales/kk.js';
import { services as ru } from '../locales/ru.js';
import { bare } from '../model/bare.js';
import type { Offer } from '../model/offers.js';
import type { Kept, StatedService } from '../model/services.js';
import { validate } from '../record/validate.js';
import type { ServiceLayer } from '../ui/contract.js';
import { keptSchema, NAME } from './manifest-schema.js';

const isKept = (value: unknown): value is Kept => validate(value, keptSchema) === undefined;

/** The usable part of what an owner wrote. Of a list in which nothing is usable it would be untrue that it is empty. */
const statedOf = (id: string, { vendor, keeps }: Readonly<Record<string, unknown>>): StatedService => {
  const usable = Array.isArray(keeps) ? keeps.slice(0, 100).filter(isKept).map(bare) : [];
  return bare({
    id,
    ...(typeof vendor === 'string' && !validate(vendor, NAME) && { vendor }),
    ...((usable.length || (Array.isArray(keeps) && !keeps.length)) && { keeps: usable }),
  });
};

/**
 * @param raw the config with its services in full
 * @param lang one that ships; another stands on Russian
 */
export const serviceLayer = (raw: unknown, { services }: Offer, lang: string): ServiceLayer => {
  const written: readonly unknown[] = [Object(raw).services].flat();
  const texts = lang === 'kk' ? kk : lang === 'en' ? en : ru;
  return {
    texts,
    stated: services.map(({ id, purpose }) => {
      const found = written.find((one) => Object(one).id === id && Object(one).purpose === purpose);
      return statedOf(id, bare(Object(found)));
    }),
  };
};
