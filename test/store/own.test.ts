import { expect } from '@open-wc/testing';
import { own } from '../../src/store/own.js';

describe('own', () => {
  it('gives own properties only, and runs no getter', () => {
    expect(own({ id: 'a' }, 'id')).to.equal('a');
    expect(own(Object.create({ id: 'a' }), 'id')).to.equal(undefined);
    expect(own({ get: 1 }, 'toString')).to.equal(undefined);
    const trap = {
      get id(): string {
        throw new Error('ran');
      },
    };
    expect(own(trap, 'id')).to.equal(undefined);
  });

  for (const value of [undefined, null, 0, 'text', true, []]) {
    it(`gives undefined for ${JSON.stringify(value)}`, () => {
      expect(own(value, 'id')).to.equal(undefined);
    });
  }
});
