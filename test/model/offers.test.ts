import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { answer } from '../../src/model/decisions.js';
import { answered, isAnswered, offerOf, type OfferedPurpose } from '../../src/model/offers.js';
import type { Service } from '../../src/model/services.js';
import { ids, offerFrom, parts } from './arbitraries.js';

const TERMS = { granted: 12, refused: 6 };

const PURPOSES: readonly OfferedPurpose[] = [
  { id: 'necessary', clauses: ['2.1'], required: true },
  { id: 'ads', clauses: ['2.2.5a'], recipients: [{ name: 'Example Ads', country: 'US' }, { name: 'Second' }] },
  { id: 'contact', clauses: ['2.2.3'], needsService: true },
];
const SERVICES: readonly Service[] = [
  { id: 'counter', purpose: 'ads', recipient: 'Counter Inc', country: 'RU' },
  { id: 'chat', purpose: 'contact' },
];

const hashOf = (purposes = PURPOSES, services = SERVICES, edition = '2019-01-01', terms = TERMS): string =>
  offerOf(edition, terms, purposes, services).hash;

/** The purposes with one of them changed. */
const withPurpose = (id: string, change: Partial<OfferedPurpose>): readonly OfferedPurpose[] =>
  PURPOSES.map((purpose) => (purpose.id === id ? { ...purpose, ...change } : purpose));

const withService = (id: string, change: Partial<Service>): readonly Service[] =>
  SERVICES.map((service) => (service.id === id ? { ...service, ...change } : service));

describe('offerOf', () => {
  it('offers a purpose that needs a service only where there is one', () => {
    const offered = (services: readonly Service[]): string[] =>
      offerOf('2019-01-01', TERMS, PURPOSES, services).purposes.map(({ id }) => id);
    expect(offered(SERVICES)).to.deep.equal(['necessary', 'ads', 'contact']);
    expect(offered([])).to.deep.equal(['necessary', 'ads']);
    expect(offered([{ id: 'counter', purpose: 'ads' }])).to.deep.equal(['necessary', 'ads']);
  });

  it('offers a purpose that needs a recipient only where one is declared, and services only under what is offered', () => {
    const purposes = [{ id: 'ads', needsRecipient: true }];
    const offered = (...given: Parameters<typeof offerOf> extends [unknown, unknown, ...infer R] ? R : never) => {
      const offer = offerOf('2019-01-01', TERMS, ...given);
      return [...offer.purposes, ...offer.services].map(({ id }) => id);
    };
    expect(offered(purposes, [])).to.deep.equal([]);
    expect(offered(purposes, [{ id: 'pixel', purpose: 'ads' }])).to.deep.equal([]);
    expect(offered(purposes, [{ id: 'pixel', purpose: 'ads', recipient: 'A' }])).to.deep.equal(['ads', 'pixel']);
    expect(offered([{ ...purposes[0], id: 'ads', recipients: [] }], [])).to.deep.equal([]);
    expect(offered([{ ...purposes[0], id: 'ads', recipients: [{ name: 'A' }] }], [])).to.deep.equal(['ads']);
    expect(offered(purposes, [{ id: 'chat', purpose: 'contact', recipient: 'A' }])).to.deep.equal([]);
  });

  it('keeps edition, terms and services as they are given', () => {
    const { edition, terms, services } = offerOf('2019-01-01', TERMS, PURPOSES, SERVICES);
    expect({ edition, terms, services }).to.deep.equal({ edition: '2019-01-01', terms: TERMS, services: SERVICES });
  });
});

describe('a print in the hash of another offer', () => {
  const offer = { ...offerOf('2019-01-01', TERMS, [{ id: 'ads' }], []), prints: { ads: '_1ab' } };
  for (const [hash, named] of [
    ['_1ab', true],
    ['_0_1ab_2', true],
    ['_0_1ab', true],
    ['_1abc', false],
    ['_1abc_2', false],
    ['_01ab', false],
    ['_1a_b', false],
    ['', false],
  ] as const) {
    it(`is ${named ? '' : 'not '}named by "${hash}"`, () => {
      const fields = { seq: 1, expires: Infinity, edition: '2019-01-01', offer: hash, accepted: undefined };
      expect(isAnswered(offer, hash, 'ads')).to.equal(named);
      expect(answered(offer.prints, hash)).to.equal(named ? '_1ab' : '');
      expect(
        answer(
          offer,
          fields,
          () => true,
          () => true,
        ).purposes['ads'],
      ).to.equal(named);
    });
  }
});

describe('the hash of an offer', () => {
  it('fits into the mirror cookie', () => {
    fc.assert(fc.property(parts, (given) => void expect(offerFrom(given).hash).to.match(/^(_[a-z0-9]{1,7})*$/)));
  });

  for (const [change, hash] of [
    ['a service gets a name', () => hashOf(PURPOSES, withService('counter', { name: 'The counter' }))],
    ['a service states a storage period', () => hashOf(PURPOSES, withService('counter', { storage: '1 year' }))],
    ['a purpose states a storage period', () => hashOf(withPurpose('ads', { storage: { en: '1 year' } }))],
    ['a purpose names other clauses', () => hashOf(withPurpose('ads', { clauses: ['2.2.5b'] }))],
    ['recipients are listed as none', () => hashOf(withPurpose('necessary', { recipients: [] }))],
    ['the term is another', () => hashOf(PURPOSES, SERVICES, '2019-01-01', { granted: 1, refused: 1 })],
    ['the edition is another, which is compared by itself', () => hashOf(PURPOSES, SERVICES, '2026-01-01')],
  ] as const) {
    it(`stays where ${change}`, () => expect(hash()).to.equal(hashOf()));
  }

  it('stays in whatever order an owner lists things', () => {
    const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
      fc.shuffledSubarray([...list], { minLength: list.length });
    const cases = parts.chain((given) =>
      fc.tuple(
        fc.constant(given),
        shuffled(given.purposes),
        shuffled(given.services),
        fc.boolean(), // recipients backwards
      ),
    );
    fc.assert(
      fc.property(cases, ([given, purposes, services, backwards]) => {
        const turned = purposes.map(({ recipients, ...purpose }) => ({
          ...purpose,
          ...(recipients && { recipients: backwards ? [...recipients].reverse() : recipients }),
        }));
        expect(offerFrom({ ...given, purposes: turned, services }).prints).to.deep.equal(offerFrom(given).prints);
      }),
    );
  });

  for (const [change, hash] of [
    ['a purpose is new', () => hashOf([...PURPOSES, { id: 'telemetry', clauses: [] }])],
    ['a purpose is gone', () => hashOf(PURPOSES.filter(({ id }) => id !== 'necessary'))],
    ['a service is new', () => hashOf(PURPOSES, [...SERVICES, { id: 'map', purpose: 'ads' }])],
    [
      'a service is gone',
      () =>
        hashOf(
          PURPOSES,
          SERVICES.filter(({ id }) => id !== 'counter'),
        ),
    ],
    ['a service serves another purpose', () => hashOf(PURPOSES, withService('counter', { purpose: 'necessary' }))],
    ['a service has another recipient', () => hashOf(PURPOSES, withService('counter', { recipient: 'Else Inc' }))],
    ['a service sends to another country', () => hashOf(PURPOSES, withService('counter', { country: 'DE' }))],
    ['a service gets a country', () => hashOf(PURPOSES, withService('chat', { country: 'DE' }))],
    ['a recipient is new', () => hashOf(withPurpose('necessary', { recipients: [{ name: 'Host' }] }))],
    ['a recipient is gone', () => hashOf(withPurpose('ads', { recipients: [{ name: 'Second' }] }))],
    [
      'a recipient is in another country',
      () => hashOf(withPurpose('ads', { recipients: [{ name: 'Example Ads', country: 'CN' }, { name: 'Second' }] })),
    ],
    [
      'recipients swap their countries',
      () => hashOf(withPurpose('ads', { recipients: [{ name: 'Example Ads' }, { name: 'Second', country: 'US' }] })),
    ],
    [
      'a comma moves from between name and country into the name',
      () => hashOf(withPurpose('ads', { recipients: [{ name: 'Example Ads,US' }, { name: 'Second' }] })),
    ],
  ] as const) {
    it(`changes where ${change}`, () => expect(hash()).not.to.equal(hashOf()));
  }

  it('tells offers apart that differ by one id', () => {
    // 32 bits: a chance of one in four milliards a pair
    fc.assert(
      fc.property(fc.uniqueArray(ids, { minLength: 2, maxLength: 8 }), (all) => {
        const hashes = all.map((id) => hashOf([...PURPOSES, { id: `x-${id}`, clauses: [] }]));
        expect(new Set(hashes).size).to.equal(all.length);
      }),
    );
  });
});
