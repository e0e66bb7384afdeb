import { expect } from '@open-wc/testing';
import { bareAll } from '../../src/model/bare.js';
import { jsonOf } from '../../src/model/json.js';

const DATA = { list: [{ b: [1, 'x'], a: null }, []], text: 'y', left: undefined };

describe('jsonOf', () => {
  afterEach(() => {
    Reflect.deleteProperty(Array.prototype, 'toJSON');
    Reflect.deleteProperty(Object.prototype, 'toJSON');
  });

  it('writes data as JSON.stringify does', () => {
    for (const value of [DATA, bareAll(DATA), [DATA], 'text', 1, null]) {
      expect(jsonOf(value)).to.equal(JSON.stringify(value));
    }
  });

  it('asks no `toJSON` that a page has put on every array or object', () => {
    const expected = JSON.stringify(DATA);
    for (const { prototype } of [Array, Object]) {
      Reflect.defineProperty(prototype, 'toJSON', {
        configurable: true,
        value: () => {
          throw new Error('asked');
        },
      });
    }
    expect(jsonOf(DATA)).to.equal(expected);
    expect(jsonOf(bareAll(DATA))).to.equal(expected);
  });

  it('writes fields in the order that is wanted, all the way down', () => {
    const backwards = jsonOf({ a: [{ b: 1, c: 2 }], d: 3 }, (entries) => entries.reverse());
    expect(backwards).to.equal('{"d":3,"a":[{"c":2,"b":1}]}');
  });
});
