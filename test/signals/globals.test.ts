import { expect, fixture, html } from '@open-wc/testing';
import { find, isUsable, put } from '../../src/signals/globals.js';

const made: string[] = [];

/** A variable of a vendor's script. */
const vendor = (name: string, value: unknown): void => {
  made.push(name);
  Reflect.set(window, name, value);
};

describe('the globals of vendors', () => {
  afterEach(() => {
    for (const name of made.splice(0)) Reflect.deleteProperty(window, name);
  });

  it('are read and made by their path', () => {
    vendor('ya', { Context: { name: 'found' } });
    expect(find('ya.Context.name')?.value).to.equal('found');
    expect(find('ya.Context')?.holder).to.equal(Reflect.get(window, 'ya'));
    made.push('dataLayerX');
    expect(put('dataLayerX', 1)).to.equal(true);
    expect(put('ya.Context.added', 2)).to.equal(true);
    expect(find('dataLayerX')?.value).to.equal(1);
    expect(find('ya.Context.added')?.value).to.equal(2);
  });

  it('lead nowhere where the path ends before', () => {
    vendor('fbq', () => undefined);
    expect(find('noSuchThing.push')).to.equal(undefined);
    expect(find('fbq.queue.push')).to.equal(undefined);
    expect(put('noSuchThing.push', 1)).to.equal(false);
  });

  for (const path of [
    'eval',
    'Function',
    'setTimeout',
    'alert',
    'open',
    'fetch',
    'postMessage',
    'importScripts.constructor',
    'document.write',
    'document.cookie',
    'location',
    'location.assign',
    'location.href',
    'navigator.sendBeacon',
    'history.pushState',
    'localStorage.setItem',
    'indexedDB.deleteDatabase',
    'trustedTypes.createPolicy',
    'customElements.define',
    'Reflect.apply',
    'Object.assign',
    'JSON.parse',
    'Promise',
    'window',
    'window.eval',
    'self.eval',
    'top.eval',
    'parent.eval',
    'globalThis.eval',
    'frames.eval',
    'onerror',
    'onmessage',
    'name',
    'opener',
    'addEventListener',
    'hasOwnProperty',
    'constructor',
    '__proto__',
    '__proto__.polluted',
    'timebotConsent.acceptAll',
    'timebotConsentQueue.push',
    '',
    '.',
    'a..b',
    'a.b.c.d.e',
    'a b',
    'a[0]',
    'a()',
    'alert:1',
    'ё',
  ]) {
    it(`are not ${JSON.stringify(path)}`, () => {
      if (path.startsWith('timebot')) vendor(path.split('.')[0] ?? '', { acceptAll: () => undefined });
      expect(isUsable(path)).to.equal(false);
      expect(find(path)).to.equal(undefined);
      expect(put(path, 1)).to.equal(false);
    });
  }

  for (const path of [
    'ttq.constructor',
    'ttq.__proto__',
    'ttq.push.constructor',
    'ttq.prototype.x',
    'ttq.__defineGetter__',
  ]) {
    it(`lead from a vendor's object to no prototype or constructor: ${path}`, () => {
      vendor('ttq', []);
      expect(find('ttq.push'), 'it is there').not.to.equal(undefined);
      expect(find(path)).to.equal(undefined);
      expect(put(path, 1)).to.equal(false);
      expect(Reflect.get({}, 'x')).to.equal(undefined);
    });
  }

  it('are not what another one stands for: the platform under a second name, or the window', () => {
    vendor('myEval', eval); // oxlint-disable-line no-eval
    vendor('bound', document.write.bind(document));
    vendor('win', window);
    for (const path of ['myEval', 'bound', 'win', 'win.eval']) expect(find(path), path).to.equal(undefined);
  });

  for (const path of ['setTimeout', 'setInterval', 'fetch', 'open', 'postMessage', 'requestAnimationFrame']) {
    it(`are not ${path} either where a library has put a function of its own in its place`, () => {
      const own = Object.getOwnPropertyDescriptor(window, path);
      Reflect.set(window, path, (...args: unknown[]): unknown => Reflect.apply(own?.value, window, args));
      try {
        expect(isUsable(path)).to.equal(false);
        expect(find(path)).to.equal(undefined);
        expect(put(path, 1)).to.equal(false);
      } finally {
        Object.defineProperty(window, path, own ?? {});
      }
    });
  }

  it('are told apart where a library has put something in place of Window, too', () => {
    const own = Object.getOwnPropertyDescriptor(window, 'Window');
    Reflect.set(window, 'Window', {});
    try {
      expect([isUsable('eval'), isUsable('vendorX')]).to.deep.equal([false, true]);
    } finally {
      Object.defineProperty(window, 'Window', own ?? {});
    }
  });

  it('are no elements with that id or name', async () => {
    await fixture(html`<form id="uetq"><input name="push" /></form>`);
    expect(Reflect.get(window, 'uetq'), 'the markup reads as a variable').to.be.instanceOf(HTMLFormElement);
    expect(find('uetq')?.value).to.equal(undefined);
    expect(find('uetq.push')).to.equal(undefined);
    made.push('uetq');
    expect(put('uetq', [])).to.equal(true);
    expect(Reflect.get(window, 'uetq'), 'a variable of that name takes its place').to.deep.equal([]);
  });
});
