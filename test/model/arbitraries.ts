import fc from 'fast-check';
import { decide, type Choice, type Decision } from '../../src/model/decisions.js';
import { offerOf, type Offer, type OfferedPurpose, type Recipient } from '../../src/model/offers.js';
import { RESERVED_IDS } from '../../src/model/purposes.js';
import type { Service } from '../../src/model/services.js';

/** Ids as a config may state them. */
export const ids = fc.stringMatching(/^[a-z][a-z0-9-]{0,39}$/).filter((id) => !RESERVED_IDS.includes(id));

const countries = fc.constantFrom('KZ', 'RU', 'US', 'DE');

/** Every field may be left out. */
const OPTIONAL: { requiredKeys: [] } = { requiredKeys: [] };

const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });

const recipients: fc.Arbitrary<readonly Recipient[]> = fc.array(
  fc.record({ name: names, country: countries }, { requiredKeys: ['name'] }),
  { maxLength: 3 },
);

const editions = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** The parts of an offer, before `offerOf`. */
export interface Parts {
  readonly edition: string;
  readonly terms: Offer['terms'];
  readonly purposes: readonly OfferedPurpose[];
  readonly services: readonly Service[];
}

const months = fc.integer({ min: 1, max: 24 });

/** At least one purpose; every id names one thing. */
export const parts: fc.Arbitrary<Parts> = fc.uniqueArray(ids, { minLength: 1, maxLength: 8 }).chain((all) =>
  fc.integer({ min: 1, max: all.length }).chain((count) => {
    const purposeIds = all.slice(0, count);
    return fc.record({
      edition: editions,
      terms: fc.record({ granted: months, refused: months }),
      purposes: fc.tuple(
        ...purposeIds.map((id) =>
          fc
            .record({ required: fc.boolean(), needsService: fc.boolean(), recipients, storage: names }, OPTIONAL)
            .map((more) => ({
              id,
              clauses: ['1.1.2'],
              ...more,
            })),
        ),
      ),
      services: fc.tuple(
        ...all
          .slice(count)
          .map((id) =>
            fc
              .tuple(
                fc.constantFrom(...purposeIds),
                fc.record({ name: names, recipient: names, country: countries, storage: names }, OPTIONAL),
              )
              .map(([purpose, more]) => ({ id, purpose, ...more })),
          ),
      ),
    });
  }),
);

export const offerFrom = ({ edition, terms, purposes, services }: Parts): Offer =>
  offerOf(edition, terms, purposes, services);

/** An offer in which something is offered: `needsService` may leave none. */
export const offers: fc.Arbitrary<Offer> = parts.map(offerFrom).filter(({ purposes }) => purposes.length > 0);

const choicesAmong = (list: readonly { readonly id: string }[]): fc.Arbitrary<Record<string, boolean>> =>
  fc
    .subarray([...list])
    .chain((answered) => fc.tuple(...answered.map(({ id }) => fc.tuple(fc.constant(id), fc.boolean()))))
    .map((entries) => Object.fromEntries(entries));

export const choicesOf = (offer: Offer): fc.Arbitrary<Choice> =>
  fc.record({
    policy: fc.boolean(),
    purposes: choicesAmong(offer.purposes),
    services: choicesAmong(offer.services),
  });

/** Milliseconds since 1970, from 2019 to 2040. */
export const times = fc.integer({ min: Date.UTC(2019, 0, 1), max: Date.UTC(2040, 0, 1) });

export const decisionsOf = (offer: Offer): fc.Arbitrary<Decision> =>
  fc
    .tuple(choicesOf(offer), fc.integer({ min: 0, max: 99_999_998 }), times)
    .map(([choice, seq, now]) => decide(undefined, seq, choice, offer, now).decision);
