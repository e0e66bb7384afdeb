import { expect } from '@open-wc/testing';
import { oldestFirst } from '../../src/outbox/order.js';
import { bodyOf, START } from './fixtures.js';

const order = (bodies: Record<string, string>): string[] =>
  oldestFirst(Object.entries(bodies).map(([id, body]) => [id, { body }] as const)).map(([id]) => id);

describe('oldestFirst', () => {
  it('goes by the time in the record', () => {
    expect(order({ c: bodyOf('c', 3), a: bodyOf('a', 1), b: bodyOf('b', 2) })).to.deep.equal(['a', 'b', 'c']);
  });

  it('goes by the place in the chain where the times are equal', () => {
    const bodies = { c: bodyOf('c', 10, START), a: bodyOf('a', 2, START), b: bodyOf('b', 9, START) };
    expect(order(bodies)).to.deep.equal(['a', 'b', 'c']);
  });

  it('puts what does not say last, as it came', () => {
    const bodies = { x: 'no JSON', y: '{}', z: '{"at":"never"}', v: 'null', a: bodyOf('a') };
    expect(order(bodies)).to.deep.equal(['a', 'x', 'y', 'z', 'v']);
  });
});
