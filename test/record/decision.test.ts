import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { allows, decide, mustAsk, type Choice } from '../../src/model/decisions.js';
import { offerOf, type Offer, type OfferedPurpose } from '../../src/model/offers.js';
import type { Service } from '../../src/model/services.js';
import { decisionOf } from '../../src/record/decision.js';
import { recordOf, type ConsentRecord } from '../../src/record/record.js';
import { made } from './arbitraries.js';

const NOW = Date.UTC(2026, 10, 23);
const TERMS = { granted: 12, refused: 6 };
const ADS = { id: 'ads', clauses: [], recipients: [{ name: 'Example Ads', country: 'US' }] };
const PURPOSES = [{ id: 'necessary', clauses: [], required: true }, { id: 'telemetry', clauses: [] }, ADS];
const SERVICES = [{ id: 'pixel', purpose: 'ads', recipient: 'Pixel Inc', country: 'DE' }];
const OFFER = offerOf('2019-01-01', TERMS, PURPOSES, SERVICES);

const recorded = (choice: Choice, offer: Offer = OFFER): ConsentRecord => {
  const { decision, action } = decide(undefined, 4, choice, offer, NOW);
  return recordOf(decision, action, offer, {
    id: '0b8f6c1e-7d1a-4c55-9a3e-2f60a1b4c7d8',
    subject: '5f1c9a0e3b7d42688c2e6f0a9d4b1375',
    prev: null,
    site: 'https://timebot.kz',
    actor: 'person',
    gpc: false,
    now: NOW,
    policy: { id: 'timebot', hash: 'a'.repeat(64), operator: { name: 'Operator', id: '1' }, data: [] },
    notice: { lang: 'ru', layer: 'banner', hash: 'b'.repeat(64) },
    widget: '0.1.0',
  });
};

const GRANT = recorded({ policy: true, purposes: { ads: true } });

describe('decisionOf', () => {
  it('gives back the decision that the record was made of', () => {
    fc.assert(
      fc.property(
        made,
        ({ record, decision, offer }) => void expect(decisionOf(record, offer)).to.deep.equal(decision),
      ),
    );
  });

  it('is frozen, whether about the present offer or not', () => {
    for (const offer of [OFFER, offerOf('2019-01-01', TERMS, PURPOSES, [])]) {
      const decision = decisionOf(GRANT, offer);
      for (const part of [decision, decision.purposes, decision.services]) expect(Object.isFrozen(part)).to.equal(true);
    }
  });

  const [necessary, telemetry] = PURPOSES;
  /** The purposes with more recipients of ads. */
  const withRecipients = (...more: readonly { name: string; country?: string }[]) =>
    PURPOSES.map((p) => (p.id === 'ads' ? { ...ADS, recipients: [...ADS.recipients, ...more] } : p));
  const pixelIn = (country: string) => [{ id: 'pixel', purpose: 'ads', recipient: 'Pixel Inc', country }];
  const changes: readonly (readonly [
    what: string,
    purposes: readonly OfferedPurpose[],
    services: readonly Service[],
    open: readonly string[],
    asks: boolean,
  ])[] = [
    ['nothing is another', PURPOSES, SERVICES, ['ads', 'pixel'], false],
    ['a purpose is new', [...PURPOSES, { id: 'more', clauses: [] }], SERVICES, ['ads', 'pixel'], true],
    ['a purpose is gone', PURPOSES.slice(1), SERVICES, ['ads', 'pixel'], false],
    ['the granted purpose is gone', PURPOSES.slice(0, 2), [], [], false],
    [
      'a purpose has another id',
      [...PURPOSES.slice(0, 1), { id: 'statistics' }, ADS],
      SERVICES,
      ['ads', 'pixel'],
      true,
    ],
    ['a service is new', PURPOSES, [...SERVICES, { id: 'map', purpose: 'ads' }], ['ads', 'pixel'], true],
    [
      'a service of a refused purpose is new',
      PURPOSES,
      [...SERVICES, { id: 'map', purpose: 'telemetry' }],
      ['ads', 'pixel'],
      false,
    ],
    ['a service is gone', PURPOSES, [], ['ads'], false],
    ['a granted service sends to another country', PURPOSES, pixelIn('CN'), [], true],
    [
      'a granted purpose gets a recipient in another country',
      withRecipients({ name: 'B', country: 'CN' }),
      SERVICES,
      [],
      true,
    ],
    [
      'a granted purpose gets a recipient where it had one',
      withRecipients({ name: 'B' }),
      SERVICES,
      ['ads', 'pixel'],
      false,
    ],
    [
      'a refused purpose gets a recipient, of which no record tells',
      [necessary, { ...telemetry, recipients: [{ name: 'B', country: 'CN' }] }, ADS].flatMap((p) =>
        p ? { id: '', ...p } : [],
      ),
      SERVICES,
      ['ads', 'pixel'],
      false,
    ],
  ];
  for (const [what, purposes, services, open, asks] of changes) {
    it(`${asks ? 'asks again' : 'is quiet'} where ${what}, and opens ${open.join(', ') || 'nothing'}`, () => {
      const offer = offerOf('2019-01-01', TERMS, purposes, services);
      const decision = decisionOf(GRANT, offer);
      expect(mustAsk(decision, offer, NOW)).to.equal(asks ? 'offer' : undefined);
      const ids = ['telemetry', 'ads', 'pixel', 'more', 'map', 'statistics'];
      expect(ids.filter((id) => allows(decision, offer, NOW, id))).to.deep.equal(open);
    });
  }

  it('leaves refused what is withheld', () => {
    const decision = decisionOf(GRANT, OFFER, 'ads');
    expect(allows(decision, OFFER, NOW, 'ads') || allows(decision, OFFER, NOW, 'pixel')).to.equal(false);
    expect(mustAsk(decision, OFFER, NOW)).to.equal(undefined);
  });

  it('asks again about another edition', () => {
    const offer = offerOf('2026-01-01', TERMS, PURPOSES, SERVICES);
    expect(mustAsk(decisionOf(GRANT, offer), offer, NOW)).to.equal('edition');
  });

  it('does not depend on the order of the offer', () => {
    const offer = offerOf('2019-01-01', TERMS, [...PURPOSES].reverse(), SERVICES);
    expect(mustAsk(decisionOf(GRANT, offer), offer, NOW)).to.equal(undefined);
  });

  it('takes no grant of a service whose purpose was refused, and no refusal of what is required', () => {
    const odd = { ...GRANT, purposes: { necessary: false, telemetry: false, ads: false }, services: { pixel: true } };
    const { purposes, services } = decisionOf(odd, OFFER);
    expect({ ...purposes }).to.deep.equal({ necessary: true, telemetry: false, ads: false });
    expect({ ...services }).to.deep.equal({ pixel: false });
  });

  it('tells whether the policy was accepted', () => {
    expect(decisionOf(GRANT, OFFER).accepted).to.equal(true);
    expect(decisionOf(recorded({ policy: false, purposes: { ads: true } }), OFFER).accepted).to.equal(false);
  });
});
