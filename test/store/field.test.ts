import { expect } from '@open-wc/testing';
import { field } from '../../src/store/field.js';

describe('field', () => {
  it('gives own properties only, and runs no getter', () => {
    expect(field({ id: 'a' }, 'id')).to.equal('a');
    expect(field(Object.create({ id: 'a' }), 'id')).to.equal(undefined);
    expect(field({ get: 1 }, 'toString')).to.equal(undefined);
    const trap = {
      get id(): string {
        throw new Error('ran');
      },
    };
    expect(field(trap, 'id')).to.equal(undefined);
  });

  for (const value of [undefined, null, 0, 'text', true, []]) {
    it(`gives undefined for ${JSON.stringify(value)}`, () => {
      expect(field(value, 'id')).to.equal(undefined);
    });
  }
});
