import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  allows,
  answer,
  decide,
  grantsAny,
  mustAsk,
  prevailing,
  type Action,
  type AskReason,
  type Choice,
  type Decision,
} from '../../src/model/decisions.js';
import { offerOf, type Offer } from '../../src/model/offers.js';
import { choicesOf, decisionsOf, offers, times } from './arbitraries.js';

const EDITION = '2019-01-01';
const NOW = Date.UTC(2026, 10, 23, 9, 30, 15);
const SECOND = 1000;
const DAY = 86_400_000;

const offerWith = (change: Partial<Pick<Offer, 'edition' | 'terms' | 'purposes' | 'services'>> = {}): Offer => {
  const { edition, terms, purposes, services } = {
    edition: EDITION,
    terms: { granted: 12, refused: 6 },
    purposes: [
      { id: 'necessary', clauses: [], required: true },
      { id: 'telemetry', clauses: [] },
      { id: 'ads', clauses: [] },
    ],
    services: [
      { id: 'login', purpose: 'necessary' },
      { id: 'counter', purpose: 'telemetry' },
      { id: 'pixel', purpose: 'ads' },
      { id: 'retarget', purpose: 'ads' },
    ],
    ...change,
  };
  return offerOf(edition, terms, purposes, services);
};
const OFFER = offerWith();

const choose = (granted: readonly string[], policy = false, refusedServices: readonly string[] = []): Choice => ({
  policy,
  purposes: Object.fromEntries(granted.map((id) => [id, true])),
  services: Object.fromEntries(refusedServices.map((id) => [id, false])),
});

const decided = (choice: Choice, now = NOW, previous?: Decision, offer = OFFER): Decision =>
  decide(previous, 0, choice, offer, now).decision;

const granted = ({ purposes, services }: Decision): string[] =>
  [...Object.entries(purposes), ...Object.entries(services)].flatMap(([id, on]) => (on ? id : []));

const GRANT = decided(choose(['ads']));
const REFUSAL = decided(choose([]));

describe('decide', () => {
  for (const [choice, expected] of [
    [choose([]), ['necessary', 'login']],
    [choose(['ads']), ['necessary', 'ads', 'login', 'pixel', 'retarget']],
    [choose(['ads'], false, ['pixel']), ['necessary', 'ads', 'login', 'retarget']],
    [choose([], true), ['necessary', 'login']],
    [{ policy: false, purposes: { necessary: false } }, ['necessary', 'login']],
    [{ policy: false, purposes: {}, services: { pixel: true, counter: true } }, ['necessary', 'login']],
    [{ policy: false, purposes: { unknown: true }, services: { other: true } }, ['necessary', 'login']],
    [{ policy: false, purposes: { pixel: true } }, ['necessary', 'login']],
  ] as const) {
    it(`grants ${expected.join(', ')} by ${JSON.stringify(choice)}`, () => {
      const decision = decided(choice);
      expect(granted(decision)).to.deep.equal(expected);
      expect(decision.accepted).to.equal(choice.policy);
    });
  }

  it('answers every purpose and service on offer, and nothing else', () => {
    const { purposes, services } = decided(choose(['ads', 'elsewhere'], true, ['pixel', 'nothing']));
    expect(Object.keys(purposes)).to.deep.equal(['necessary', 'telemetry', 'ads']);
    expect(Object.keys(services)).to.deep.equal(['login', 'counter', 'pixel', 'retarget']);
  });

  it('names the edition and the offer that it was made about', () => {
    expect(GRANT.edition).to.equal(EDITION);
    expect(GRANT.offer).to.equal(OFFER.hash);
  });

  for (const [previous, known, seq] of [
    [undefined, 0, 1],
    [undefined, 4, 5],
    [{ ...GRANT, seq: 7 }, 0, 8],
    [{ ...GRANT, seq: 7 }, 4, 8],
    [{ ...GRANT, seq: 7 }, 12, 13],
  ] as const) {
    it(`follows seq ${previous?.seq ?? 'none'} of a decision and ${known} of a record with ${seq}`, () => {
      expect(decide(previous, known, choose([]), OFFER, NOW).decision.seq).to.equal(seq);
    });
  }

  it('freezes what it gives', () => {
    for (const part of [GRANT, GRANT.purposes, GRANT.services]) expect(Object.isFrozen(part)).to.equal(true);
  });

  describe('sets a term', () => {
    for (const [what, choice, terms, from, to] of [
      ['of a grant', choose(['ads']), [12, 6], '2026-11-23T09:30:15Z', '2027-11-23T09:30:15Z'],
      ['of a refusal', choose([]), [12, 6], '2026-11-23T09:30:15Z', '2027-05-23T09:30:15Z'],
      [
        'of the policy alone, as of a refusal',
        choose([], true),
        [12, 6],
        '2026-11-23T09:30:15Z',
        '2027-05-23T09:30:15Z',
      ],
      ['of a grant as configured', choose(['ads']), [24, 3], '2026-11-23T09:30:15Z', '2028-11-23T09:30:15Z'],
      ['of a refusal as configured', choose([]), [24, 3], '2026-11-23T09:30:15Z', '2027-02-23T09:30:15Z'],
      ['in whole seconds', choose([]), [12, 6], '2026-11-23T09:30:15.999Z', '2027-05-23T09:30:15Z'],
      ['to the end of a shorter month', choose([]), [12, 6], '2026-08-31T00:00:00Z', '2027-02-28T00:00:00Z'],
      ['to 29 February of a leap year', choose([]), [12, 6], '2027-08-31T00:00:00Z', '2028-02-29T00:00:00Z'],
      ['from 29 February', choose(['ads']), [12, 6], '2028-02-29T23:59:59Z', '2029-02-28T23:59:59Z'],
      ['from 29 February to the next', choose(['ads']), [48, 6], '2028-02-29T00:00:00Z', '2032-02-29T00:00:00Z'],
      ['over a year 2100, which is no leap year', choose([]), [12, 6], '2099-08-31T00:00:00Z', '2100-02-28T00:00:00Z'],
      ['of a month from 30 to 30', choose([]), [12, 1], '2026-11-30T12:00:00Z', '2026-12-30T12:00:00Z'],
      ['of a month from 31 to 30', choose([]), [12, 1], '2026-10-31T12:00:00Z', '2026-11-30T12:00:00Z'],
      ['over New Year', choose([]), [12, 2], '2026-12-31T12:00:00Z', '2027-02-28T12:00:00Z'],
    ] as const) {
      it(`${what}: ${from} → ${to}`, () => {
        const offer = offerWith({ terms: { granted: terms[0], refused: terms[1] } });
        expect(decided(choice, Date.parse(from), undefined, offer).expires).to.equal(Date.parse(to));
      });
    }
  });

  describe('calls the action', () => {
    const cases: readonly (readonly [Action, string, Decision | undefined, Choice])[] = [
      ['given', 'a first grant', undefined, choose(['ads'])],
      ['given', 'a first acceptance of the policy alone', undefined, choose([], true)],
      ['given', 'a grant after a refusal', REFUSAL, choose(['ads'])],
      ['given', 'the policy after a refusal', REFUSAL, choose([], true)],
      ['refused', 'a first refusal', undefined, choose([])],
      ['refused', 'what cannot be refused', undefined, choose(['necessary'])],
      ['refused', 'a refusal once more', REFUSAL, choose([])],
      ['changed', 'more', GRANT, choose(['ads', 'telemetry'])],
      ['changed', 'less', decided(choose(['ads', 'telemetry'])), choose(['ads'])],
      ['changed', 'another', GRANT, choose(['telemetry'])],
      ['changed', 'the policy besides', GRANT, choose(['ads'], true)],
      ['changed', 'the policy no more, a purpose still', decided(choose(['ads'], true)), choose(['ads'])],
      ['changed', 'a purpose no more, the policy still', decided(choose(['ads'], true)), choose([], true)],
      ['changed', 'a purpose after the policy alone', decided(choose([], true)), choose(['ads'], true)],
      ['changed', 'a service less', GRANT, choose(['ads'], false, ['pixel'])],
      ['withdrawn', 'nothing any more', GRANT, choose([])],
      ['withdrawn', 'nothing, not even the policy', decided(choose(['ads'], true)), choose([])],
      ['withdrawn', 'the policy no more, which was all', decided(choose([], true)), choose([])],
      ['renewed', 'the same', GRANT, choose(['ads'])],
      ['renewed', 'the policy alone once more', decided(choose([], true)), choose([], true)],
      ['renewed', 'the same, told in full', GRANT, { ...choose(['ads']), services: { pixel: true, counter: false } }],
      ['renewed', 'the same after its term', decided(choose(['ads']), NOW - 1000 * DAY), choose(['ads'])],
      [
        'renewed',
        'the same by a cookie, which does not hold the policy',
        { ...GRANT, accepted: undefined },
        choose(['ads'], true),
      ],
      ['changed', 'another by a cookie', { ...GRANT, accepted: undefined }, choose(['telemetry'])],
      ['withdrawn', 'nothing after a cookie', { ...GRANT, accepted: undefined }, choose([])],
      [
        'changed',
        'an offer with something new',
        { ...GRANT, purposes: { necessary: true, ads: true } },
        choose(['ads']),
      ],
    ];
    for (const [action, what, previous, choice] of cases) {
      it(`${action}: ${what}`, () => expect(decide(previous, 0, choice, OFFER, NOW).action).to.equal(action));
    }
  });

  it('answers the offer that it was made about until its term ends, whatever is chosen', () => {
    const cases = offers.chain((offer) => fc.tuple(fc.constant(offer), choicesOf(offer), times));
    fc.assert(
      fc.property(cases, ([offer, choice, now]) => {
        const { decision } = decide(undefined, 0, choice, offer, now);
        expect(mustAsk(decision, offer, now)).to.equal(undefined);
        expect(mustAsk(decision, offer, decision.expires - 1)).to.equal(undefined);
        expect(mustAsk(decision, offer, decision.expires)).to.equal('expired');
      }),
    );
  });

  it('never grants what was not chosen', () => {
    const cases = offers.chain((offer) => fc.tuple(fc.constant(offer), choicesOf(offer), times));
    fc.assert(
      fc.property(cases, ([offer, choice, now]) => {
        const { decision } = decide(undefined, 0, choice, offer, now);
        for (const { id, required } of offer.purposes) {
          expect(decision.purposes[id]).to.equal(required === true || choice.purposes[id] === true);
        }
        for (const { id, purpose } of offer.services) {
          if (offer.purposes.some((p) => p.id === purpose && p.required)) continue; // no choice is asked for
          expect(decision.services[id]).to.equal(
            decision.purposes[purpose] === true && choice.services?.[id] !== false,
          );
        }
      }),
    );
  });

  it('tells how a choice differs from the one before', () => {
    const cases = offers.chain((offer) =>
      fc.tuple(fc.constant(offer), choicesOf(offer), choicesOf(offer), times, times),
    );
    fc.assert(
      fc.property(cases, ([offer, one, two, then, now]) => {
        const before = decide(undefined, 0, one, offer, then).decision;
        const { decision, action } = decide(before, 0, two, offer, now);
        const consents = (d: Decision): boolean => d.accepted === true || grantsAny(d, offer);
        const alike = granted(before).join() === granted(decision).join() && before.accepted === decision.accepted;
        const expected = consents(decision)
          ? consents(before)
            ? alike
              ? 'renewed'
              : 'changed'
            : 'given'
          : consents(before)
            ? 'withdrawn'
            : 'refused';
        expect(action).to.equal(expected);
      }),
    );
  });
});

describe('answer', () => {
  const fields = { seq: 1, expires: NOW, edition: EDITION, offer: OFFER.hash, accepted: true };

  it('keeps what is required on and a service within its purpose', () => {
    const offer = offerWith({ services: OFFER.services.slice(1) });
    const none = (): boolean => false;
    const all = (): boolean => true;
    expect(granted(answer(offer, fields, none, none))).to.deep.equal(['necessary']);
    expect(granted(answer(offer, fields, none, all))).to.deep.equal(['necessary']);
    expect(granted(answer(offer, fields, all, none))).to.deep.equal(['necessary', 'telemetry', 'ads']);
    expect(granted(answer(OFFER, fields, none, all))).to.deep.equal(['necessary', 'login']);
  });

  it('keeps closed what was not asked about, apart from what is required', () => {
    const all = (): boolean => true;
    const without = (...ids: readonly string[]): string =>
      Object.entries(OFFER.prints)
        .flatMap(([id, print]) => (ids.includes(id) ? [] : print))
        .join('');
    expect(granted(answer(OFFER, { ...fields, offer: '' }, all, all))).to.deep.equal(['necessary', 'login']);
    expect(granted(answer(OFFER, { ...fields, offer: without('ads') }, all, all))).to.deep.equal([
      'necessary',
      'telemetry',
      'login',
      'counter',
    ]);
    expect(granted(answer(OFFER, { ...fields, offer: without('pixel', 'login') }, all, all))).to.deep.equal([
      'necessary',
      'telemetry',
      'ads',
      'login',
      'counter',
      'retarget',
    ]);
  });

  it('grants no service of a purpose that is not on offer', () => {
    const offer: Offer = {
      ...OFFER,
      services: [
        { id: 'stray', purpose: 'gone' },
        { id: 'odd', purpose: '' },
      ],
    };
    expect(
      answer(
        offer,
        fields,
        () => true,
        () => true,
      ).services,
    ).to.deep.equal(Object.assign(Object.create(null), { stray: false, odd: false }));
  });

  it('gives maps in which no inherited name reads as a grant', () => {
    const { purposes, services } = answer(
      OFFER,
      fields,
      () => true,
      () => true,
    );
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(purposes[name]).to.equal(undefined);
      expect(services[name]).to.equal(undefined);
    }
  });
});

describe('grantsAny', () => {
  for (const [expected, choice] of [
    [false, choose([])],
    [false, choose(['necessary'])],
    [false, choose([], true)],
    [true, choose(['ads'])],
    [true, choose(['ads'], false, ['pixel', 'retarget'])],
  ] as const) {
    it(`is ${expected} of ${JSON.stringify(choice)}`, () =>
      expect(grantsAny(decided(choice), OFFER)).to.equal(expected));
  }
});

/** Why a decision must be asked about, and whether `ads`, `pixel` and `necessary` may run by it. */
const SITUATIONS: readonly (readonly [
  what: string,
  decision: Decision | undefined,
  offer: Offer,
  now: number,
  reason: AskReason | undefined,
  ads: boolean,
])[] = [
  ['no decision', undefined, OFFER, NOW, 'none', false],
  ['a grant', GRANT, OFFER, NOW, undefined, true],
  ['a refusal', REFUSAL, OFFER, NOW, undefined, false],
  ['a grant in its last second', GRANT, OFFER, GRANT.expires - SECOND, undefined, true],
  ['a grant in its last millisecond', GRANT, OFFER, GRANT.expires - 1, undefined, true],
  ['a grant at its end', GRANT, OFFER, GRANT.expires, 'expired', false],
  ['a grant long after its end', GRANT, OFFER, GRANT.expires + 1000 * DAY, 'expired', false],
  ['a refusal in its last millisecond', REFUSAL, OFFER, REFUSAL.expires - 1, undefined, false],
  ['a refusal at its end', REFUSAL, OFFER, REFUSAL.expires, 'expired', false],
  ['a grant about another edition', GRANT, offerWith({ edition: '2026-01-01' }), NOW, 'edition', false],
  ['a grant about an older edition', GRANT, offerWith({ edition: '2018-01-01' }), NOW, 'edition', false],
  ['a refusal about another edition', REFUSAL, offerWith({ edition: '2026-01-01' }), NOW, 'edition', false],
  [
    'a grant where a purpose is new',
    GRANT,
    offerWith({ purposes: [...OFFER.purposes, { id: 'personalisation', clauses: [] }] }),
    NOW,
    'offer',
    true,
  ],
  [
    'a grant where a service is new',
    GRANT,
    offerWith({ services: [...OFFER.services, { id: 'new', purpose: 'ads' }] }),
    NOW,
    'offer',
    true,
  ],
  ['a grant where a service is gone', GRANT, offerWith({ services: OFFER.services.slice(0, 3) }), NOW, undefined, true],
  [
    'a grant where a purpose is gone',
    GRANT,
    offerWith({ purposes: OFFER.purposes.filter(({ id }) => id !== 'telemetry') }),
    NOW,
    undefined,
    true,
  ],
  [
    'a grant where a service of a refused purpose is new',
    GRANT,
    offerWith({ services: [...OFFER.services, { id: 'new', purpose: 'telemetry' }] }),
    NOW,
    undefined,
    true,
  ],
  [
    'a grant where a purpose has a new recipient',
    GRANT,
    offerWith({
      purposes: OFFER.purposes.map((p) => (p.id === 'telemetry' ? { ...p, recipients: [{ name: 'A' }] } : p)),
    }),
    NOW,
    'offer',
    true,
  ],
  [
    'a grant about another edition and offer',
    GRANT,
    offerWith({ edition: '2026-01-01', services: [] }),
    NOW,
    'edition',
    false,
  ],
  ['a grant from a day ahead, as clocks differ', GRANT, OFFER, NOW - DAY, undefined, true],
  ['a grant from more than a day ahead', GRANT, OFFER, NOW - DAY - SECOND, 'clock', false],
  ['a grant from a year ahead', GRANT, OFFER, NOW - 365 * DAY, 'clock', false],
  ['a refusal from a year ahead', REFUSAL, OFFER, NOW - 365 * DAY, undefined, false],
  [
    'a grant of a term that has been shortened since',
    GRANT,
    offerWith({ terms: { granted: 6, refused: 6 } }),
    NOW,
    'clock',
    false,
  ],
];

describe('mustAsk', () => {
  for (const [what, decision, offer, now, reason] of SITUATIONS) {
    it(`${reason ? `asks (${reason}) after` : 'is quiet after'} ${what}`, () => {
      expect(mustAsk(decision, offer, now)).to.equal(reason);
    });
  }
});

describe('allows', () => {
  for (const [what, decision, offer, now, , ads] of SITUATIONS) {
    it(`${ads ? 'opens' : 'keeps closed'} ads after ${what}`, () => {
      expect(allows(decision, offer, now, 'ads')).to.equal(ads);
      expect(allows(decision, offer, now, 'pixel')).to.equal(ads);
    });

    it(`opens what is required with its services, and nothing else unasked, after ${what}`, () => {
      expect(allows(decision, offer, now, 'necessary')).to.equal(true);
      const offered = offer.services.some(({ id }) => id === 'login');
      expect(allows(decision, offer, now, 'login')).to.equal(offered);
      for (const id of ['telemetry', 'counter', 'new', 'personalisation', 'unknown', '']) {
        expect(allows(decision, offer, now, id), id).to.equal(false);
      }
    });
  }

  for (const id of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'policy']) {
    it(`keeps "${id}" closed`, () => {
      const all = decided(choose(['telemetry', 'ads'], true));
      expect(allows(all, OFFER, NOW, id)).to.equal(false);
      // as a decision reads that was not made here
      expect(allows({ ...all, purposes: { ...all.purposes }, services: {} }, OFFER, NOW, id)).to.equal(false);
    });
  }

  it('keeps a service closed that was refused by itself', () => {
    const decision = decided(choose(['ads'], false, ['pixel']));
    expect(['ads', 'pixel', 'retarget'].map((id) => allows(decision, OFFER, NOW, id))).to.deep.equal([
      true,
      false,
      true,
    ]);
  });

  it('takes no value but true for a grant', () => {
    const odd: Record<string, boolean> = JSON.parse('{"ads":1,"telemetry":"true"}');
    for (const id of ['ads', 'telemetry']) {
      expect(allows({ ...GRANT, purposes: odd, services: {} }, OFFER, NOW, id), id).to.equal(false);
    }
  });
});

describe('prevailing', () => {
  const at = (seq: number, choice: Choice, more: Partial<Decision> = {}): Decision => ({
    ...decided(choice),
    seq,
    ...more,
  });

  it('is the one where there is one, and none where there is none', () => {
    expect(prevailing(GRANT, undefined, OFFER)).to.equal(GRANT);
    expect(prevailing(undefined, GRANT, OFFER)).to.equal(GRANT);
    expect(prevailing(undefined, undefined, OFFER)).to.equal(undefined);
  });

  it('is the one of the higher seq, whichever grants more', () => {
    for (const [higher, lower] of [
      [at(3, choose(['ads'])), at(2, choose([]))],
      [at(3, choose([])), at(2, choose(['ads']))],
    ] as const) {
      expect(prevailing(higher, lower, OFFER)).to.equal(higher);
      expect(prevailing(lower, higher, OFFER)).to.equal(higher);
    }
  });

  for (const [a, b, expected] of [
    [choose(['ads']), choose([]), ['necessary', 'login']],
    [choose(['ads', 'telemetry']), choose(['ads']), ['necessary', 'ads', 'login', 'pixel', 'retarget']],
    [choose(['ads']), choose(['telemetry']), ['necessary', 'login']],
    [choose(['ads'], false, ['pixel']), choose(['ads'], false, ['retarget']), ['necessary', 'ads', 'login']],
  ] as const) {
    it(`on a tie grants only ${expected.join(', ')} of ${JSON.stringify(a)} and ${JSON.stringify(b)}`, () => {
      for (const decision of [prevailing(at(2, a), at(2, b), OFFER), prevailing(at(2, b), at(2, a), OFFER)]) {
        expect(decision && granted(decision)).to.deep.equal(expected);
        expect(decision?.seq).to.equal(2);
        expect(mustAsk(decision, OFFER, NOW)).to.equal(undefined);
      }
    });
  }

  for (const [a, b, expected] of [
    [true, true, true],
    [true, false, false],
    [false, false, false],
    [true, undefined, true],
    [false, undefined, false],
    [undefined, undefined, undefined],
  ] as const) {
    it(`on a tie of the policy ${a} and ${b} says ${expected}`, () => {
      for (const [one, two] of [
        [a, b],
        [b, a],
      ] as const) {
        const decision = prevailing(at(2, choose([]), { accepted: one }), at(2, choose([]), { accepted: two }), OFFER);
        expect(decision).to.have.property('accepted', expected);
      }
    });
  }

  it('on a tie ends with the sooner term', () => {
    const late = at(2, choose(['ads']));
    const soon = at(2, choose(['ads']), { expires: late.expires - DAY });
    for (const decision of [prevailing(late, soon, OFFER), prevailing(soon, late, OFFER)]) {
      expect(decision?.expires).to.equal(soon.expires);
    }
  });

  for (const [what, other, reason, ads] of [
    ['editions', { edition: '2018-01-01' }, 'edition', false],
    ['offers', { offer: OFFER.hash.replace(OFFER.prints['telemetry'] ?? '?', '') }, 'offer', true],
  ] as const) {
    it(`on a tie about two ${what} asks again, and ${ads ? 'keeps what both grant' : 'grants nothing'}`, () => {
      const decision = prevailing(at(2, choose(['ads', 'telemetry'])), at(2, choose(['ads']), other), OFFER);
      expect(mustAsk(decision, OFFER, NOW)).to.equal(reason);
      expect(allows(decision, OFFER, NOW, 'ads')).to.equal(ads);
      expect(allows(decision, OFFER, NOW, 'telemetry')).to.equal(false);
    });
  }

  it('is the same from both sides, and never grants what one of them refuses', () => {
    const cases = offers.chain((offer) =>
      fc.tuple(fc.constant(offer), decisionsOf(offer), decisionsOf(offer), fc.boolean()),
    );
    fc.assert(
      fc.property(cases, ([offer, a, other, tie]) => {
        const b = tie ? { ...other, seq: a.seq } : other;
        const one = prevailing(a, b, offer);
        expect(one).to.deep.equal(prevailing(b, a, offer));
        if (a.seq === b.seq) {
          for (const id of one ? granted(one) : [])
            expect(granted(a))
              .to.include(id)
              .and.to.satisfy(() => granted(b).includes(id));
          expect(one?.expires).to.equal(Math.min(a.expires, b.expires));
        }
      }),
    );
  });

  it('of a decision and itself is that decision', () => {
    const cases = offers.chain((offer) => fc.tuple(fc.constant(offer), decisionsOf(offer)));
    fc.assert(fc.property(cases, ([offer, a]) => void expect(prevailing(a, a, offer)).to.deep.equal(a)));
  });
});
