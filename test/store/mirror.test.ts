import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { allows, decide, mustAsk, type Choice, type Decision } from '../../src/model/decisions.js';
import { offerOf } from '../../src/model/offers.js';
import { formatMirror, MIRROR, mirrorCookie, parseMirror, readMirror } from '../../src/store/mirror.js';
import { decisionsOf, offers } from '../model/arbitraries.js';

const NOW = Date.UTC(2026, 10, 23, 9, 30, 15, 250);
const PURPOSES = [
  { id: 'necessary', clauses: [], required: true },
  { id: 'telemetry', clauses: [] },
  { id: 'ads', clauses: [] },
];
const SERVICES = [
  { id: 'login', purpose: 'necessary' },
  { id: 'counter', purpose: 'telemetry' },
  { id: 'pixel', purpose: 'ads' },
  { id: 'retarget', purpose: 'ads' },
];
const OFFER = offerOf('2019-01-01', { granted: 12, refused: 6 }, PURPOSES, SERVICES);

const decided = (granted: readonly string[], refusedServices: readonly string[] = [], seq = 1): Decision => {
  const choice: Choice = {
    policy: true,
    purposes: Object.fromEntries(granted.map((id) => [id, true])),
    services: Object.fromEntries(refusedServices.map((id) => [id, false])),
  };
  return decide(undefined, seq - 1, choice, OFFER, NOW).decision;
};

const granted = ({ purposes, services }: Decision): string[] =>
  [...Object.entries(purposes), ...Object.entries(services)].flatMap(([id, on]) => (on ? id : []));

const cookie = (decision: Decision): string => `${MIRROR}=${formatMirror(decision, OFFER)}`;

/** A decision of which nobody says whether the policy was accepted. */
const untold = (decision: Decision | undefined) => ({ ...decision, accepted: undefined });

describe('formatMirror', () => {
  for (const [decision, tail] of [
    [decided([]), '.'],
    [decided(['necessary']), '.'],
    [decided(['ads']), 'ads.'],
    [decided(['ads', 'telemetry']), 'telemetry~ads.'],
    [decided(['ads'], ['pixel']), 'ads.pixel'],
    [decided(['ads'], ['pixel', 'retarget', 'counter']), 'ads.pixel~retarget'],
  ] as const) {
    it(`lists what is granted of what can be refused, and services refused by themselves: ${tail}`, () => {
      const head = `1.1.${decision.expires / 1000}.2019-01-01.${OFFER.hash}.`;
      expect(formatMirror(decision, OFFER)).to.equal(head + tail);
    });
  }

  it('makes a value that a cookie can hold as it is', () => {
    const cases = offers.chain((offer) => fc.tuple(fc.constant(offer), decisionsOf(offer)));
    fc.assert(
      fc.property(cases, ([offer, decision]) => {
        expect(formatMirror(decision, offer)).to.match(/^[\w.~-]+$/);
      }),
    );
  });
});

describe('parseMirror', () => {
  it('reads what formatMirror writes, but for the policy, of which the cookie does not tell', () => {
    const cases = offers.chain((offer) => fc.tuple(fc.constant(offer), decisionsOf(offer)));
    fc.assert(
      fc.property(cases, ([offer, decision]) => {
        expect({ accepted: undefined, ...parseMirror(formatMirror(decision, offer), offer) }).to.deep.equal(
          untold(decision),
        );
      }),
    );
  });

  it('gives what is frozen', () => {
    const decision = parseMirror(formatMirror(decided(['ads']), OFFER), OFFER);
    for (const part of [decision, decision?.purposes, decision?.services]) expect(Object.isFrozen(part)).to.equal(true);
  });

  it('keeps what was granted and closes what is new where the offer has grown', () => {
    const value = formatMirror(decided(['ads', 'telemetry'], ['pixel']), OFFER);
    const more = offerOf(
      '2019-01-01',
      OFFER.terms,
      [...PURPOSES, { id: 'contact', clauses: [] }],
      [...SERVICES, { id: 'new', purpose: 'ads' }],
    );
    const decision = parseMirror(value, more);
    expect(decision && granted(decision)).to.deep.equal([
      'necessary',
      'telemetry',
      'ads',
      'login',
      'counter',
      'retarget',
    ]);
    expect(mustAsk(decision, more, NOW)).to.equal('offer');
    for (const id of ['contact', 'new', 'pixel']) expect(allows(decision, more, NOW, id), id).to.equal(false);
  });

  it('keeps answering an offer that has shrunk', () => {
    const value = formatMirror(decided(['ads', 'telemetry'], ['counter']), OFFER);
    const less = offerOf('2019-01-01', OFFER.terms, PURPOSES.slice(0, 2), SERVICES.slice(0, 2));
    const decision = parseMirror(value, less);
    expect(decision && granted(decision)).to.deep.equal(['necessary', 'telemetry', 'login']);
    expect(mustAsk(decision, less, NOW)).to.equal(undefined);
  });

  it('grants nothing where the offer was altogether another', () => {
    const decision = parseMirror('1.1.1900000000.2019-01-01.abc.ads~telemetry.', OFFER);
    expect(decision && granted(decision)).to.deep.equal(['necessary', 'login']);
    expect(mustAsk(decision, OFFER, NOW)).to.equal('offer');
  });

  it('leaves refused what is withheld, and with it its services', () => {
    const value = formatMirror(decided(['ads', 'telemetry']), OFFER);
    const decision = parseMirror(value, OFFER, 'ads');
    expect(decision && granted(decision)).to.deep.equal(['necessary', 'telemetry', 'login', 'counter']);
    expect(mustAsk(decision, OFFER, NOW)).to.equal(undefined);
  });

  it('grants nothing that is not on offer', () => {
    const decision = parseMirror(`1.1.1900000000.2019-01-01.${OFFER.hash}.ads~elsewhere~constructor~.`, OFFER);
    expect(decision && granted(decision)).to.deep.equal(['necessary', 'ads', 'login', 'pixel', 'retarget']);
    expect(decision?.purposes['constructor']).to.equal(undefined);
  });

  const right = '1.1.1900000000.2019-01-01.abc.ads~telemetry.pixel';
  it('takes the value that the wrong ones are made of', () => {
    expect(parseMirror(right, OFFER)).to.include({
      seq: 1,
      expires: 1_900_000_000_000,
      edition: '2019-01-01',
      offer: 'abc',
    });
  });

  for (const [what, value] of [
    ['nothing', ''],
    ['another version', '2.1.1900000000.2019-01-01.abc.ads.'],
    ['a version by halves', '1'],
    ['no seq', '1..1900000000.2019-01-01.abc.ads.'],
    ['seq 0', '1.0.1900000000.2019-01-01.abc.ads.'],
    ['a seq below 0', '1.-1.1900000000.2019-01-01.abc.ads.'],
    ['a seq with a leading 0', '1.01.1900000000.2019-01-01.abc.ads.'],
    ['a seq of nine digits, which leaves the next one no room', '1.100000000.1900000000.2019-01-01.abc.ads.'],
    ['a seq in another notation', '1.1e3.1900000000.2019-01-01.abc.ads.'],
    ['no end of the term', '1.1..2019-01-01.abc.ads.'],
    ['a term without end', '1.1.Infinity.2019-01-01.abc.ads.'],
    ['a term of twelve digits', '1.1.190000000000.2019-01-01.abc.ads.'],
    ['an edition in words', '1.1.1900000000.first.abc.ads.'],
    ['a hash with a sign', '1.1.1900000000.2019-01-01.a-c.ads.'],
    ['a part less', '1.1.1900000000.2019-01-01.abc.ads'],
    ['a part more', `${right}.`],
    ['a purpose in capitals', '1.1.1900000000.2019-01-01.abc.Ads.'],
    ['a purpose in another script', '1.1.1900000000.2019-01-01.abc.реклама.'],
    ['quotes', `"${right}"`],
    ['a line break', `${right}\n`],
    ['space', ` ${right}`],
    ['escapes', right.replace('~', '%7E')],
    ['a value twice', right + right],
  ] as const) {
    it(`refuses ${what}`, () => expect(parseMirror(value, OFFER)).to.equal(undefined));
  }

  it('refuses a value with any character that does not belong there', () => {
    const places = fc.integer({ min: 0, max: right.length });
    const strangers = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((c) => !/^[\w.~-]*$/.test(c));
    fc.assert(
      fc.property(places, strangers, (place, stranger) => {
        expect(parseMirror(right.slice(0, place) + stranger + right.slice(place), OFFER)).to.equal(undefined);
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses every part of a value that is no whole', () => {
    const begun = formatMirror(decided(['ads']), OFFER);
    const wholes = [begun];
    for (let end = 0; end <= begun.length; end++) {
      if (parseMirror(begun.slice(0, end), OFFER)) expect(wholes).to.include(begun.slice(0, end));
    }
  });

  it('never throws, and never grants what a value does not name', () => {
    const values = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^1\.[\d]{1,3}\.[\d]{1,12}\.[\d-]{0,10}\.[a-z\d]{0,3}\.[a-z~]{0,9}\.[a-z~]{0,9}$/),
      fc
        .array(fc.constantFrom('1', '.', '~', 'ads', 'telemetry', 'pixel', '2019-01-01', OFFER.hash, '-'))
        .map((s) => s.join('')),
    );
    fc.assert(
      fc.property(values, (value) => {
        const decision = parseMirror(value, OFFER);
        for (const id of ['ads', 'telemetry']) {
          if (!value.includes(id)) expect(decision?.purposes[id] ?? false, id).to.equal(false);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('readMirror', () => {
  for (const [what, cookies, seq] of [
    ['no cookie', '', undefined],
    ['other cookies', 'a=1; b=2', undefined],
    ['the cookie', cookie(decided(['ads'])), 1],
    ['the cookie among others', `a=1; ${cookie(decided(['ads']))}; b=2`, 1],
    ['cookies without spaces between', `a=1;${cookie(decided(['ads']))};b=2`, 1],
    ['a cookie whose name ends alike', `x${cookie(decided(['ads']))}`, undefined],
    ['a cookie whose name begins alike', cookie(decided(['ads'])).replace('=', '2='), undefined],
    ['a cookie that holds ours', `a=${cookie(decided(['ads']))}`, undefined],
    ['the higher seq, first', `${cookie(decided(['ads'], [], 3))}; ${cookie(decided([], [], 2))}`, 3],
    ['the higher seq, last', `${cookie(decided(['ads'], [], 2))}; ${cookie(decided([], [], 3))}`, 3],
    ['the higher seq by number', `${cookie(decided([], [], 9))}; ${cookie(decided([], [], 10))}`, 10],
    ['the one that can be read', `${MIRROR}=1.9.broken; ${cookie(decided(['ads'], [], 2))}`, 2],
    ['one that cannot be read', `${MIRROR}=; ${MIRROR}`, undefined],
  ] as const) {
    it(`finds ${seq ?? 'nothing'} in ${what}`, () => expect(readMirror(cookies, OFFER)?.seq).to.equal(seq));
  }

  it('takes the refusal on a tie, whichever comes first', () => {
    const tie = [cookie(decided(['ads'], [], 2)), cookie(decided([], [], 2))];
    for (const cookies of [tie, [...tie].reverse()]) {
      const decision = readMirror(cookies.join('; '), OFFER);
      expect(decision && granted(decision)).to.deep.equal(['necessary', 'login']);
    }
  });
});

describe('readMirror of two decisions of one seq', () => {
  const one = decided(['ads', 'telemetry'], ['pixel'], 2);
  const other = { ...decided(['ads'], ['retarget'], 2), expires: one.expires - 86_400_000 };
  for (const [what, pair] of [
    ['as they come', [one, other]],
    ['the other way round', [other, one]],
    ['with an older one between', [one, decided(['ads', 'telemetry'], [], 1), other]],
  ] as const) {
    it(`grants what both grant, until the first of them ends: ${what}`, () => {
      const decision = readMirror(pair.map(cookie).join('; '), OFFER);
      expect(decision && granted(decision)).to.deep.equal(['necessary', 'ads', 'login']);
      expect(decision?.expires).to.equal(other.expires);
    });
  }

  it('loses nothing of two that are the same', () => {
    expect(untold(readMirror(`${cookie(one)}; ${cookie(one)}`, OFFER))).to.deep.equal(untold(one));
  });

  it('lets a newer one stand for itself', () => {
    const newer = decided(['ads', 'telemetry'], [], 3);
    expect(untold(readMirror([one, other, newer].map(cookie).join('; '), OFFER))).to.deep.equal(untold(newer));
  });
});

describe('mirrorCookie', () => {
  const decision = decided(['ads']);
  const value = formatMirror(decision, OFFER);
  const common = `${MIRROR}=${value}; Path=/; SameSite=Lax; Expires=Tue, 23 Nov 2027 09:30:15 GMT`;
  for (const [secure, domain, text] of [
    [false, undefined, common],
    [true, undefined, `${common}; Secure`],
    [false, 'timebot.kz', `${common}; Domain=timebot.kz`],
    [true, 'timebot.kz', `${common}; Secure; Domain=timebot.kz`],
  ] as const) {
    it(`has what ${secure ? 'https' : 'http'} and ${domain ?? 'the host alone'} ask for`, () => {
      expect(mirrorCookie(decision, OFFER, secure, domain)).to.equal(text);
    });
  }

  it('is kept by the browser and read back', () => {
    const { decision: present } = decide(undefined, 0, { policy: true, purposes: { ads: true } }, OFFER, Date.now());
    document.cookie = mirrorCookie(present, OFFER, false);
    try {
      expect({ accepted: undefined, ...readMirror(document.cookie, OFFER) }).to.deep.equal(untold(present));
    } finally {
      document.cookie = `${MIRROR}=; Path=/; Max-Age=0`;
    }
  });
});
