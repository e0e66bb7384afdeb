import { expect } from '@open-wc/testing';
import { decide, mustAsk, type Choice, type Decision } from '../../src/model/decisions.js';
import { asChosen, choiceAbout, keepOff, refusedAlone, whatIsNew } from '../../src/model/kept.js';
import { offerOf, type Offer, type OfferedPurpose } from '../../src/model/offers.js';
import type { Service } from '../../src/model/services.js';
import { parseMirror, formatMirror } from '../../src/store/mirror.js';

const NOW = Date.UTC(2026, 10, 23);
const LATER = NOW + 90 * 86_400_000;
const TERMS = { granted: 12, refused: 6 };
const PURPOSES: readonly OfferedPurpose[] = [
  { id: 'necessary', required: true },
  { id: 'telemetry' },
  { id: 'ads', recipients: [{ name: 'Example Ads' }] },
];
const SERVICES: readonly Service[] = [
  { id: 'login', purpose: 'necessary' },
  { id: 'counter', purpose: 'telemetry' },
  { id: 'map', purpose: 'telemetry' },
  { id: 'pixel', purpose: 'ads' },
];
const offered = (purposes = PURPOSES, services = SERVICES): Offer => offerOf('2019-01-01', TERMS, purposes, services);
const WHOLE = offered();
const REDUCED = offered(PURPOSES.slice(0, 2), SERVICES.slice(0, 3));

/** A decision about one offer, as the cookie brings it to another. */
const decided = (
  granted: readonly string[],
  about: Offer,
  seenBy = about,
  refused: readonly string[] = [],
): Decision => {
  const choice: Choice = {
    policy: true,
    purposes: Object.fromEntries(granted.map((id) => [id, true])),
    services: Object.fromEntries(refused.map((id) => [id, false])),
  };
  const { decision } = decide(undefined, 0, choice, about, NOW);
  const seen = parseMirror(formatMirror(decision, about), seenBy);
  if (!seen) throw new Error('the cookie is unreadable');
  return { ...seen, accepted: true };
};

const on = ({ purposes, services }: Decision): string[] =>
  [...Object.entries(purposes), ...Object.entries(services)].flatMap(([id, value]) => (value ? id : []));

const more = (service: Service): Offer => offered(PURPOSES, [...SERVICES, service]);
const to = (id: string, name: string): Offer =>
  offered(PURPOSES.map((purpose) => (purpose.id === id ? { ...purpose, recipients: [{ name }] } : purpose)));

describe('whatIsNew', () => {
  for (const [what, decision, offer, news] of [
    ['an offer that was decided about', decided(['ads'], WHOLE), WHOLE, []],
    ['an offer that has shrunk', decided(['ads'], WHOLE, REDUCED), REDUCED, []],
    ['ads back on offer, after a grant', decided(['telemetry'], REDUCED, WHOLE), WHOLE, ['ads']],
    ['ads back on offer, after a refusal', decided([], REDUCED, WHOLE), WHOLE, ['ads']],
    [
      'a new service of a granted purpose',
      decided(['ads'], WHOLE, more({ id: 'x', purpose: 'ads' })),
      more({ id: 'x', purpose: 'ads' }),
      ['x'],
    ],
    [
      'a new service of a refused purpose',
      decided(['ads'], WHOLE, more({ id: 'x', purpose: 'telemetry' })),
      more({ id: 'x', purpose: 'telemetry' }),
      [],
    ],
    ['a new recipient of a granted purpose', decided(['ads'], WHOLE, to('ads', 'B')), to('ads', 'B'), ['ads']],
    ['a new recipient of a refused purpose', decided(['telemetry'], WHOLE, to('ads', 'B')), to('ads', 'B'), ['ads']],
    [
      'a new recipient of what is required: nothing to choose',
      decided(['ads'], WHOLE, to('necessary', 'B')),
      to('necessary', 'B'),
      [],
    ],
    [
      'a new service of what is required: nothing to choose',
      decided(['ads'], WHOLE, more({ id: 'x', purpose: 'necessary' })),
      more({ id: 'x', purpose: 'necessary' }),
      [],
    ],
    ['an altogether other offer: all is asked about', { ...decided(['ads'], WHOLE), offer: '' }, WHOLE, []],
  ] as const) {
    it(`is ${news.join() || 'nothing'} on ${what}`, () => {
      expect(whatIsNew(decision, offer).map(({ id }) => id)).to.deep.equal(news);
    });
  }
});

describe('choiceAbout', () => {
  const answerTo = (decision: Decision, offer: Offer, granted: boolean): Decision => {
    const named = Object.fromEntries(whatIsNew(decision, offer).map(({ id }) => [id, granted]));
    return decide(decision, 0, choiceAbout(named, decision, offer), offer, LATER).decision;
  };

  for (const [what, decision, offer, accepted, refused] of [
    [
      'ads back on offer',
      decided(['telemetry'], REDUCED, WHOLE),
      WHOLE,
      ['telemetry', 'counter', 'map', 'ads', 'pixel'],
      ['telemetry', 'counter', 'map'],
    ],
    ['ads back on offer after a refusal', decided([], REDUCED, WHOLE), WHOLE, ['ads', 'pixel'], []],
    [
      'a service that was refused by itself',
      decided(['telemetry'], REDUCED, WHOLE, ['map']),
      WHOLE,
      ['telemetry', 'counter', 'ads', 'pixel'],
      ['telemetry', 'counter'],
    ],
    [
      'a new service',
      decided(['ads'], WHOLE, more({ id: 'x', purpose: 'ads' })),
      more({ id: 'x', purpose: 'ads' }),
      ['ads', 'pixel', 'x'],
      ['ads', 'pixel'],
    ],
    [
      'a new recipient',
      decided(['telemetry', 'ads'], WHOLE, to('ads', 'B')),
      to('ads', 'B'),
      ['telemetry', 'counter', 'map', 'ads', 'pixel'],
      ['telemetry', 'counter', 'map'],
    ],
  ] as const) {
    it(`about ${what}: grants or refuses only that`, () => {
      for (const [granted, expected] of [
        [true, accepted],
        [false, refused],
      ] as const) {
        const answer = answerTo(decision, offer, granted);
        expect(on(answer)).to.have.members(['necessary', 'login', ...expected]);
        expect(mustAsk(answer, offer, LATER)).to.equal(undefined);
        expect(answer.accepted).to.equal(true);
      }
    });
  }

  it('does not move the end of what is kept', () => {
    const decision = decided(['telemetry'], REDUCED, WHOLE);
    for (const granted of [true, false]) expect(answerTo(decision, WHOLE, granted).expires).to.equal(decision.expires);
  });

  const naming = (named: Choice['purposes'], before: Decision | undefined, policy?: boolean): Decision =>
    decide(before, 0, choiceAbout(named, before, WHOLE, [], policy), WHOLE, LATER).decision;
  const fresh = decide(undefined, 0, { policy: false, purposes: { ads: true } }, WHOLE, LATER).decision.expires;

  it('begins a term where no consent is kept: after a refusal, and where everything is named', () => {
    const nothing = { ...decided([], WHOLE), accepted: false };
    const all = decided(['telemetry', 'ads'], WHOLE);
    expect(naming({ ads: true }, nothing).expires).to.equal(fresh);
    expect(naming({ ads: true }, undefined).expires).to.equal(fresh);
    expect(naming({ telemetry: true, ads: true }, all, true).expires).to.equal(fresh);
    expect(naming({ telemetry: true, ads: true }, all).expires, 'an acceptance is kept').to.equal(all.expires);
    expect(naming({ pixel: false }, all, false).expires).to.equal(all.expires);
  });

  it('leaves open what is neither named nor answered, and closed', () => {
    const before = decided(['telemetry'], REDUCED, WHOLE);
    const answer = naming({ map: false }, before);
    expect(on(answer)).to.have.members(['necessary', 'login', 'telemetry', 'counter']);
    expect(mustAsk(answer, WHOLE, LATER)).to.equal('offer');
    expect(whatIsNew(answer, WHOLE).map(({ id }) => id)).to.deep.equal(['ads']);
  });

  it('leaves open a service that came to a purpose which is on, where that is granted once more', () => {
    const before = decided(['telemetry', 'ads'], { ...WHOLE, services: [] }, WHOLE);
    const answer = naming({ telemetry: true, ads: true }, before);
    expect(whatIsNew(answer, WHOLE)).to.deep.equal(whatIsNew(before, WHOLE));
    expect(on(naming({ telemetry: false }, before))).not.to.include('counter');
    expect(mustAsk(naming({ telemetry: false, ads: false }, before), WHOLE, LATER)).to.equal(undefined);
  });

  it('does not bring back with a purpose what was refused by itself', () => {
    const off = decided([], WHOLE);
    const granted = (alone: readonly string[]): readonly string[] =>
      on(decide(off, 0, choiceAbout({ ads: true }, off, WHOLE, alone), WHOLE, LATER).decision);
    expect(granted([])).to.include.members(['ads', 'pixel']);
    expect(granted(['pixel']))
      .to.include('ads')
      .and.not.to.include('pixel');
  });

  it('refuses the rest where nothing is in force', () => {
    const answer = naming({ telemetry: true }, undefined);
    expect(on(answer)).to.have.members(['necessary', 'login', 'telemetry', 'counter', 'map']);
    expect([mustAsk(answer, WHOLE, LATER), answer.accepted]).to.deep.equal([undefined, false]);
  });
});

describe('keepOff', () => {
  const before = decided(['telemetry', 'ads'], WHOLE, WHOLE);
  const change = (purposes: Choice['purposes'], from = before): Decision =>
    decide(from, 0, keepOff({ policy: true, purposes }, from, REDUCED), WHOLE, LATER).decision;

  it('leaves what is off here as it was decided elsewhere', () => {
    expect(on(change({ telemetry: true }))).to.include.members(['telemetry', 'ads', 'pixel']);
    const refusedAds = decided(['telemetry'], WHOLE);
    expect(on(change({ telemetry: true }, refusedAds))).not.to.include.members(['ads']);
    const refusedPixel = decided(['telemetry', 'ads'], WHOLE, WHOLE, ['pixel']);
    expect(on(change({ telemetry: true }, refusedPixel)))
      .to.include('ads')
      .and.not.to.include('pixel');
  });

  it('does not keep what is on offer here', () => {
    expect(
      on(decide(before, 0, keepOff({ policy: true, purposes: {} }, before, REDUCED), WHOLE, LATER).decision),
    ).to.deep.equal(['necessary', 'login']);
  });

  it('refuses all where nothing is granted', () => {
    expect(on(change({ telemetry: false }))).to.deep.equal(['necessary', 'login']);
  });

  it('ends when a consent that is kept would have ended', () => {
    expect(change({ telemetry: true }).expires).to.equal(before.expires);
    const refusedAds = decided(['telemetry'], WHOLE);
    expect(change({ telemetry: true }, refusedAds).expires).to.be.greaterThan(refusedAds.expires);
  });

  it('answers nothing for what is off and was not asked about', () => {
    const partly = decided(['telemetry'], REDUCED, WHOLE);
    for (const telemetry of [true, false]) {
      expect(mustAsk(change({ telemetry }, partly), WHOLE, LATER)).to.equal('offer');
    }
  });
});

describe('refusedAlone', () => {
  it('remembers a service that was off while its purpose was on, until they are on together', () => {
    const records = [
      decided(['telemetry', 'ads'], WHOLE, WHOLE, ['pixel']),
      decided(['telemetry'], WHOLE),
      decided(['telemetry', 'ads'], WHOLE),
    ];
    const steps: (readonly string[])[] = [];
    for (const record of records) steps.push(refusedAlone(steps.at(-1), record, WHOLE.services));
    expect(steps).to.deep.equal([['pixel'], ['pixel'], []]);
  });
});

describe('asChosen', () => {
  it('takes a purpose and its services from what was chosen, and the rest from the decision', () => {
    const chosen = decided(['telemetry', 'ads'], WHOLE);
    const shown = decided(['telemetry'], WHOLE, WHOLE, ['map']);
    expect(on(asChosen(shown, 'ads', chosen, WHOLE))).to.have.members([
      'necessary',
      'login',
      'telemetry',
      'counter',
      'ads',
      'pixel',
    ]);
    const refusedPixel = decided(['ads'], WHOLE, WHOLE, ['pixel']);
    expect(on(asChosen(shown, 'ads', refusedPixel, WHOLE))).not.to.include('pixel');
  });

  it('opens nothing that has not been answered as it is on offer now', () => {
    const shown = decided(['telemetry'], REDUCED, WHOLE);
    expect(on(asChosen(shown, 'ads', decided(['ads'], WHOLE), WHOLE))).not.to.include('ads');
  });
});

/* The marketer's switch: what the visitor decided where, and what the next page makes of it. */
describe('ads off offer and back', () => {
  for (const [what, decision, offer, open, asks] of [
    [
      'granted, then off',
      decided(['telemetry', 'ads'], WHOLE, REDUCED),
      REDUCED,
      ['telemetry', 'counter', 'map'],
      undefined,
    ],
    [
      'granted, off and back',
      decided(['telemetry', 'ads'], WHOLE),
      WHOLE,
      ['telemetry', 'counter', 'map', 'ads', 'pixel'],
      undefined,
    ],
    ['refused, then off', decided([], WHOLE, REDUCED), REDUCED, [], undefined],
    [
      'decided while off, then back',
      decided(['telemetry'], REDUCED, WHOLE),
      WHOLE,
      ['telemetry', 'counter', 'map'],
      'offer',
    ],
    ['refused while off, then back', decided([], REDUCED, WHOLE), WHOLE, [], 'offer'],
    [
      'decided while off, still off',
      decided(['telemetry'], REDUCED),
      REDUCED,
      ['telemetry', 'counter', 'map'],
      undefined,
    ],
  ] as const) {
    it(`${what}: opens ${open.join(', ') || 'nothing'} and ${asks ? 'asks' : 'is quiet'}`, () => {
      expect(on(decision)).to.have.members(['necessary', 'login', ...open]);
      expect(mustAsk(decision, offer, NOW)).to.equal(asks);
    });
  }
});
