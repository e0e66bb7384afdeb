import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { offerOf } from '../../src/model/offers.js';
import { canonical, noticeOf } from '../../src/record/notice.js';

/** JSON, with the keys of every object in an order of chance. */
const reordered = (value: unknown, random: () => number): unknown => {
  if (Array.isArray(value)) return value.map((item: unknown) => reordered(item, random));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [random(), key, reordered(part, random)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => a - b).map(([, key, part]) => [key, part]));
};

describe('canonical', () => {
  it('does not depend on the order of keys', () => {
    const cases = fc.tuple(fc.jsonValue(), fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })));
    fc.assert(
      fc.property(cases, ([value, stream]) => {
        const random = (): number => Number(stream.next().value);
        expect(canonical(reordered(value, random))).to.equal(canonical(value));
      }),
    );
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonical(value))).to.deep.equal(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  for (const [value, text] of [
    [{ b: 1, a: { d: 2, c: [3, { f: 4, e: 5 }] } }, '{"a":{"c":[3,{"e":5,"f":4}],"d":2},"b":1}'],
    [[2, 1], '[2,1]'],
    [{ b: undefined, a: null }, '{"a":null}'],
    [{ ё: 1, е: 2, Z: 3, a: 4 }, '{"Z":3,"a":4,"е":2,"ё":1}'],
    [JSON.parse('{"b":1,"__proto__":{"a":1}}'), '{"__proto__":{"a":1},"b":1}'],
    ['text', '"text"'],
    [null, 'null'],
  ] as const) {
    it(`of ${JSON.stringify(value)} is ${text}`, () => expect(canonical(value)).to.equal(text));
  }
});

describe('noticeOf', () => {
  const purposes = [{ id: 'ads', clauses: ['2.2.5a'], recipients: [{ name: 'Example Ads', country: 'US' }] }];
  const services = [{ id: 'pixel', purpose: 'ads', storage: '1 year' }];
  const offer = offerOf('2019-01-01', { granted: 12, refused: 6 }, purposes, services);
  const policy = { id: 'timebot', hash: 'a'.repeat(64), operator: { name: 'Operator', id: '1' }, data: ['ip'] };

  it('holds what was shown: language, layer, edition, offer, texts', () => {
    expect(noticeOf('kk', 'banner', policy, offer, { title: 'Title' })).to.deep.equal({
      lang: 'kk',
      layer: 'banner',
      policy: { id: 'timebot', edition: '2019-01-01', hash: policy.hash },
      purposes,
      services,
      texts: { title: 'Title' },
    });
  });
});
