import { expect } from '@open-wc/testing';
import { fillText, valueOf, type Context } from '../../src/signals/values.js';

const context = (options: Readonly<Record<string, unknown>> = {}): Context => ({
  options,
  allows: (purpose) => purpose === 'ads',
  now: () => 1_700_000_000_000,
  global: (path) => `what is at ${path}`,
});

describe('values of a manifest', () => {
  it('stay what they are', () => {
    for (const value of ['text', 7, true, null, ['a', 1], { key: 'value', list: [1] }]) {
      expect(valueOf(value, context())).to.deep.equal(value);
    }
  });

  it('take what the owner configured: whole with its type, within a text as text', () => {
    const { options } = context({ id: 7, list: ['a'], on: false });
    expect(valueOf('{id}', context(options))).to.equal(7);
    expect(valueOf('{list}', context(options))).to.deep.equal(['a']);
    expect(valueOf({ on: '{on}' }, context(options))).to.deep.equal({ on: false });
    expect(valueOf('x{id}y', context(options))).to.equal('x7y');
  });

  it('leave out what the owner left out', () => {
    expect(valueOf('{id}', context())).to.equal(undefined);
    expect(valueOf('x{id}', context())).to.equal(undefined);
    expect(valueOf({ a: 1, b: '{id}' }, context())).to.deep.equal({ a: 1 });
  });

  it('do not take for an option what every object has', () => {
    for (const name of ['constructor', 'toString', '__proto__']) {
      expect(valueOf(`{${name}}`, context()), name).to.equal(undefined);
    }
  });

  it('encode options in an address, once', () => {
    expect(fillText('https://x.test/?id={id}', context({ id: 'a&b={id}' }), encodeURIComponent)).to.equal(
      'https://x.test/?id=a%26b%3D%7Bid%7D',
    );
  });

  it('are computed', () => {
    expect(valueOf([{ $granted: 'ads' }, { $granted: 'telemetry' }], context())).to.deep.equal(['granted', 'denied']);
    expect(valueOf([{ $allowed: 'ads' }, { $allowed: 'telemetry' }], context())).to.deep.equal([true, false]);
    expect(valueOf({ $now: 'milliseconds' }, context())).to.equal(1_700_000_000_000);
    expect(valueOf({ $now: 'date' }, context())).to.deep.equal(new Date(1_700_000_000_000));
    expect(valueOf({ $global: 'uetq' }, context())).to.equal('what is at uetq');
  });

  it('are not computed by keys that are none of ours', () => {
    for (const value of [
      { constructor: 'alert(1)' },
      { toString: 'x' },
      { $unknown: 'x' },
      { $granted: 'ads', more: 1 },
    ]) {
      expect(valueOf(value, context())).to.deep.equal(value);
    }
  });

  it('carry no prototype along', () => {
    const made = valueOf(JSON.parse('{"a":1,"__proto__":{"polluted":1}}'), context());
    expect(Object.keys(Object(made))).to.deep.equal(['a']);
    expect(Object.getPrototypeOf(made)).to.equal(Object.prototype);
    expect(Reflect.get({}, 'polluted')).to.equal(undefined);
  });
});
