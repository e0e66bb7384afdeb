import { expect } from '@open-wc/testing';
import { outcomeOf, retryAfterMs, retryDelay, type Outcome } from '../../src/outbox/answers.js';
import { DAY, answer } from './fixtures.js';

const ID = 'a';

describe('outcomeOf', () => {
  const ACKNOWLEDGED = [answer(200, { id: ID }), answer(201, { id: ID }), answer(201, { id: ID, receipt: {} })];
  for (const given of ACKNOWLEDGED) {
    it(`takes ${given.status} ${JSON.stringify(given.body)} for the acknowledgement`, () => {
      expect(outcomeOf(given, ID)).to.equal('acknowledged');
    });
  }

  const STATUSES: readonly (readonly [Outcome, readonly number[]])[] = [
    ['dead', [400, 409, 413, 415, 422]],
    ['pause', [0, 408, 425, 429, 500, 501, 502, 503, 504, 511, 599]],
    [
      'misdirected',
      [200, 201, 202, 203, 204, 205, 206, 226, 300, 304, 401, 402, 403, 404, 405, 406, 410, 418, 451, 600],
    ],
  ];
  for (const [outcome, statuses] of STATUSES) {
    for (const status of statuses) {
      it(`takes ${status} for ${outcome}`, () => {
        expect(outcomeOf(answer(status), ID)).to.equal(outcome);
      });
    }
  }

  it('takes a redirect for misdirected, though its status is 0', () => {
    expect(outcomeOf(answer(0, undefined, { redirected: true }), ID)).to.equal('misdirected');
  });

  for (const status of [202, 204, 302, 404]) {
    it(`wants 200 or 201, so ${status} with the right id is misdirected`, () => {
      expect(outcomeOf(answer(status, { id: ID }), ID)).to.equal('misdirected');
    });
  }

  for (const body of [{ id: 'b' }, { id: 1 }, {}, [], [ID], ID, null, true, Object.create({ id: ID }) as unknown]) {
    it(`wants the record's own id, so 200 ${JSON.stringify(body)} is misdirected`, () => {
      expect(outcomeOf(answer(200, body), ID)).to.equal('misdirected');
    });
  }

  it('refuses what is refused, whatever id the answer names', () => {
    expect(outcomeOf(answer(409, { id: ID }), ID)).to.equal('dead');
    expect(outcomeOf(answer(503, { id: ID }), ID)).to.equal('pause');
  });
});

describe('retryDelay', () => {
  const DELAYS = [2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000];
  for (const [tries, ms] of DELAYS.entries()) {
    it(`is from ${ms / 2} to ${ms} ms after ${tries} failures before`, () => {
      expect(retryDelay(tries, () => 0)).to.equal(ms / 2);
      expect(retryDelay(tries, () => 0.5)).to.equal(ms * 0.75);
      expect(retryDelay(tries, () => 1)).to.equal(ms);
    });
  }

  it('does not overflow', () => {
    expect(retryDelay(5000, () => 1)).to.equal(300_000);
  });
});

describe('retryAfterMs', () => {
  const NOW = Date.UTC(1994, 10, 6, 8, 49, 37);
  const CASES: readonly (readonly [header: string | null, ms: number | undefined])[] = [
    ['120', 120_000],
    ['0', 1000],
    ['1', 1000],
    ['86400', DAY],
    ['86401', DAY],
    ['99999999999999999999999', DAY],
    ['Sun, 06 Nov 1994 08:50:37 GMT', 60_000],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 1000],
    ['Sat, 05 Nov 1994 08:49:37 GMT', 1000],
    ['Fri, 06 Nov 2094 08:49:37 GMT', DAY],
    [null, undefined],
    ['', undefined],
    ['soon', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['1e3', undefined],
    ['0x10', undefined],
    ['1, 2', undefined],
    ['2026', 2_026_000],
    ['whenever GMT', undefined],
    ['1994-11-06T08:50:37Z', undefined],
  ];
  for (const [header, ms] of CASES) {
    it(`reads ${JSON.stringify(header)} as ${ms}`, () => {
      expect(retryAfterMs(header, NOW)).to.equal(ms);
    });
  }
});
