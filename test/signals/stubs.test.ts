import { expect } from '@open-wc/testing';
import type { Stub } from '../../src/services/manifest.js';
import { find } from '../../src/signals/globals.js';
import { putStub } from '../../src/signals/stubs.js';

const NAMES = ['stub', 'stubAlias', 'stubQueue'];

const put = (stub: Stub): void => putStub('stub', stub, () => 42);

/** Calls what stands at a path, as a page does. */
const call = (path: string, ...args: readonly unknown[]): unknown => {
  const { holder, value } = find(path) ?? {};
  if (typeof value !== 'function') throw new TypeError(`${path} is no function`);
  return Reflect.apply(value, holder, args);
};
const at = (path: string): unknown => find(path)?.value;
const kind = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);

describe('stubs', () => {
  afterEach(() => {
    for (const name of NAMES) Reflect.deleteProperty(window, name);
  });

  it('a list is made, and that of the page is kept', () => {
    put({ kind: 'list' });
    expect(at('stub')).to.deep.equal([]);
    const own = ['own'];
    Reflect.set(window, 'stub', own);
    put({ kind: 'list' });
    expect(at('stub')).to.equal(own);
  });

  it('keeps calls as `arguments` objects, in a list of its own or of its function', () => {
    put({ kind: 'arguments', queue: 'stubQueue' });
    call('stub', 'consent', { a: 1 });
    const [entry] = Array.from(Object(at('stubQueue')));
    expect(kind(entry)).to.equal('Arguments');
    expect(Array.from(Object(entry))).to.deep.equal(['consent', { a: 1 }]);

    Reflect.deleteProperty(window, 'stub');
    put({ kind: 'arguments', queue: 'stub.a', time: 'stub.l' });
    call('stub', 1);
    expect(Object(at('stub.a'))[0][0]).to.equal(1);
    expect(at('stub.l')).to.equal(42);
  });

  it('a caller queues until there is a method to call, and then calls that', () => {
    put({ kind: 'caller', alias: 'stubAlias' });
    expect(at('stubAlias')).to.equal(at('stub'));
    call('stub', 'init', '1');
    expect(at('stub.queue')).to.deep.equal([['init', '1']]);
    const calls: unknown[] = [];
    Reflect.set(Object(at('stub')), 'callMethod', (...args: unknown[]) => calls.push(args));
    call('stub.push', 'track');
    expect(calls).to.deep.equal([['track']]);
    expect(at('stub.queue')).to.deep.equal([['init', '1']]);
  });

  it('methods push their name and what they were given', () => {
    put({ kind: 'methods', names: ['page', 'track'] });
    call('stub.page');
    call('stub.track', 'x', { y: 1 });
    expect(Array.from(Object(at('stub')))).to.deep.equal([['page'], ['track', 'x', { y: 1 }]]);
  });

  it('never takes the place of what the vendor, or the page, has put there', () => {
    const own = (): string => 'own';
    Reflect.set(window, 'stub', own);
    put({ kind: 'arguments', queue: 'stubQueue' });
    put({ kind: 'caller' });
    put({ kind: 'methods', names: ['page'] });
    expect(at('stub')).to.equal(own);
    expect(at('stubQueue')).to.equal(undefined);
  });

  it('never takes the place of what the platform has', () => {
    const { fetch } = window;
    putStub('fetch', { kind: 'list' }, () => 0);
    putStub('document', { kind: 'list' }, () => 0);
    expect(window.fetch).to.equal(fetch);
  });
});
