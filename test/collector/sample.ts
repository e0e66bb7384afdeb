import { answer } from '../../src/model/decisions.js';
import { offerOf } from '../../src/model/offers.js';
import { recordOf, serialise, type Circumstances, type ConsentRecord } from '../../src/record/record.js';

export const SITE = 'https://timebot.kz';

const offer = offerOf(
  '2019-01-01',
  { granted: 12, refused: 6 },
  [
    { id: 'necessary', clauses: ['1.1.2'], required: true },
    { id: 'telemetry', clauses: ['2.2.4'] },
    { id: 'ads', clauses: ['2.2.5a'], recipients: [{ name: 'Example Ads', country: 'US' }] },
  ],
  [{ id: 'example-counter', purpose: 'telemetry' }],
);

const decision = answer(
  offer,
  {
    seq: 1,
    expires: Date.parse('2026-03-01T10:20:30.000Z'),
    edition: offer.edition,
    offer: offer.hash,
    accepted: true,
  },
  (purpose) => purpose === 'telemetry',
  () => true,
);

/** A valid record, every value fixed. */
export const sampleRecord = (fields: Partial<Circumstances> = {}): ConsentRecord =>
  recordOf(decision, 'given', offer, {
    id: '0b8f6c1e-7d1a-4c55-9a3e-2f60a1b4c7d8',
    subject: '5f1c9a0e3b7d42688c2e6f0a9d4b1375',
    prev: null,
    site: SITE,
    actor: 'person',
    gpc: false,
    now: Date.parse('2025-03-01T10:20:30.456Z'),
    policy: {
      id: 'timebot',
      hash: 'a'.repeat(64),
      operator: { name: 'ТОО «Пример»', id: '000000000000' },
      data: ['ip', 'cookie', 'browser', 'time', 'page'],
    },
    notice: { lang: 'ru', layer: 'banner', hash: 'b'.repeat(64) },
    widget: '0.1.0',
    ...fields,
  });

/** The bytes of a valid record, as the widget sends them. */
export const sampleText = (fields: Partial<Circumstances> = {}): string => serialise(sampleRecord(fields));

/** The id of the n-th record of a test. */
export const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
