import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { answer, decide, type Decision } from '../../src/model/decisions.js';
import { offerOf } from '../../src/model/offers.js';
import { parseRecord } from '../../src/record/parse.js';
import { recordOf, serialise, transferOf, type Circumstances } from '../../src/record/record.js';
import { choicesOf, offers } from '../model/arbitraries.js';
import { circumstances, made } from './arbitraries.js';

const OFFER = offerOf(
  '2019-01-01',
  { granted: 12, refused: 6 },
  [
    { id: 'necessary', clauses: ['2.1'], required: true, recipients: [{ name: 'Host', country: 'KZ' }] },
    { id: 'telemetry', clauses: ['2.2.4'], recipients: [{ name: 'Counter', country: 'RU' }, { name: 'Nowhere' }] },
    { id: 'ads', clauses: ['2.2.5a'] },
  ],
  [
    { id: 'pixel', purpose: 'ads', recipient: 'Pixel Inc', country: 'US' },
    { id: 'banner', purpose: 'ads', recipient: 'Banner GmbH', country: 'DE' },
    { id: 'own', purpose: 'ads', country: 'FR' }, // no recipient: the operator's own
  ],
);

const GIVEN: Circumstances = {
  id: '0b8f6c1e-7d1a-4c55-9a3e-2f60a1b4c7d8',
  subject: '5f1c9a0e3b7d42688c2e6f0a9d4b1375',
  prev: null,
  site: 'https://timebot.kz',
  actor: 'person',
  gpc: false,
  now: Date.UTC(2026, 10, 23, 9, 30, 15, 250),
  policy: {
    id: 'timebot',
    hash: 'a'.repeat(64),
    operator: { name: 'Operator', id: '520224300214' },
    data: ['ip', 'cookie'],
  },
  notice: { lang: 'ru', layer: 'banner', hash: 'b'.repeat(64) },
  widget: '0.1.0',
};

const decided = (purposes: readonly string[], refusedServices: readonly string[] = []): Decision =>
  decide(
    undefined,
    0,
    {
      policy: true,
      purposes: Object.fromEntries(purposes.map((id) => [id, true])),
      services: Object.fromEntries(refusedServices.map((id) => [id, false])),
    },
    OFFER,
    GIVEN.now,
  ).decision;

describe('recordOf', () => {
  it('states the decision and its circumstances', () => {
    const prev = '00000000-0000-4000-8000-000000000000';
    const record = recordOf({ ...decided(['ads'], ['banner']), seq: 7 }, 'changed', OFFER, {
      ...GIVEN,
      prev,
      actor: 'script',
      gpc: true,
    });
    expect(record).to.deep.equal({
      v: 1,
      kind: 'decision',
      id: GIVEN.id,
      subject: GIVEN.subject,
      seq: 7,
      prev,
      site: 'https://timebot.kz',
      action: 'changed',
      actor: 'script',
      gpc: true,
      at: '2026-11-23T09:30:15.250Z',
      expires: '2027-11-23T09:30:15.000Z',
      policy: { id: 'timebot', edition: '2019-01-01', hash: 'a'.repeat(64), accepted: true },
      notice: GIVEN.notice,
      purposes: { necessary: true, telemetry: false, ads: true },
      services: { pixel: true, banner: false, own: true },
      operator: { name: 'Operator', id: '520224300214' },
      transfer: { thirdParties: true, crossBorder: ['US'], publication: false },
      data: ['ip', 'cookie'],
      widget: '0.1.0',
    });
  });

  it('does not state as accepted what is not known', () => {
    for (const accepted of [false, undefined]) {
      expect(recordOf({ ...decided([]), accepted }, 'refused', OFFER, GIVEN).policy.accepted).to.equal(false);
    }
  });

  it('gives the same bytes for the same decision and circumstances', () => {
    const cases = offers.chain((offer) => fc.tuple(fc.constant(offer), choicesOf(offer), circumstances));
    fc.assert(
      fc.property(cases, ([offer, choice, given]) => {
        const bytes = (): string => {
          const { decision, action } = decide(undefined, 0, choice, offer, given.now);
          return serialise(recordOf(decision, action, offer, given));
        };
        expect(bytes()).to.equal(bytes());
      }),
    );
  });

  it('gives a text that is read back as the same record', () => {
    fc.assert(
      fc.property(made, ({ record }) => {
        const text = serialise(record);
        expect(parseRecord(text)).to.deep.equal(record);
        expect(serialise(parseRecord(text))).to.equal(text);
      }),
    );
  });

  it('answers every purpose and service on offer', () => {
    fc.assert(
      fc.property(made, ({ offer, record }) => {
        expect(Object.keys(record.purposes)).to.have.members(offer.purposes.map(({ id }) => id));
        expect(Object.keys(record.services)).to.have.members(offer.services.map(({ id }) => id));
      }),
    );
  });
});

describe('transferOf', () => {
  for (const [what, decision, thirdParties, crossBorder] of [
    ['a recipient in Kazakhstan is a third party, and across no border', decided([]), true, []],
    ['a recipient without a country is across no known border', decided(['telemetry']), true, ['RU']],
    ['a granted service sends where its recipient is', decided(['ads']), true, ['DE', 'US']],
    ['a refused service sends nowhere', decided(['ads'], ['pixel']), true, ['DE']],
    ['all together are sorted', decided(['ads', 'telemetry']), true, ['DE', 'RU', 'US']],
  ] as const) {
    it(what, () => {
      expect(transferOf(decision, OFFER)).to.deep.equal({ thirdParties, crossBorder, publication: false });
    });
  }

  it('goes to nobody where nobody is granted anything', () => {
    const offer = { ...OFFER, purposes: OFFER.purposes.filter(({ required }) => !required) };
    const refusal = answer(
      offer,
      decided([]),
      () => false,
      () => false,
    );
    expect(transferOf(refusal, offer)).to.deep.equal({ thirdParties: false, crossBorder: [], publication: false });
  });

  it('lists a country once', () => {
    const services = ['a', 'b'].map((id) => ({ id, purpose: 'ads', recipient: id, country: 'US' }));
    const offer = offerOf('2019-01-01', OFFER.terms, [{ id: 'ads', clauses: [] }], services);
    const all = answer(
      offer,
      { ...decided([]), offer: offer.hash },
      () => true,
      () => true,
    );
    expect(transferOf(all, offer).crossBorder).to.deep.equal(['US']);
  });
});
