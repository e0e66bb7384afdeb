import { expect } from '@open-wc/testing';
import { clear, domainsOf, fits, pathsOf } from '../../src/gate/clear.js';
import { native } from '../../src/gate/native.js';
import type { Trace } from '../../src/model/services.js';

const OURS = ['timebot_consent', 'timebot-consent-1'];

const setCookie = (text: string): void => {
  document.cookie = text;
};

const hasCookie = (name: string): boolean => document.cookie.split('; ').some((pair) => pair.startsWith(`${name}=`));

const makeDatabase = (name: string): Promise<IDBDatabase> =>
  new Promise((done, failed) => {
    const opening = indexedDB.open(name, 1);
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => failed(opening.error ?? new Error(name));
  });

const databases = async (): Promise<readonly (string | undefined)[]> =>
  (await indexedDB.databases()).map(({ name }) => name);

/** Cleans up as for a service that keeps these, while nobody needs anything. */
const clean = (...traces: readonly Trace[]): Promise<readonly Trace[]> => clear(traces, [], OURS);

/** Puts something in the place of a global for one test; the page's own comes back after it. */
const replaced: (() => void)[] = [];
const replace = (name: 'localStorage' | 'caches', value: unknown): void => {
  const own = Object.getOwnPropertyDescriptor(window, name);
  Object.defineProperty(window, name, { configurable: true, get: () => value });
  replaced.push(() => own && Object.defineProperty(window, name, own));
};
afterEach(() => replaced.splice(0).forEach((restore) => restore()));

describe('a pattern', () => {
  for (const [pattern, name, expected] of [
    ['_ga', '_ga', true],
    ['_ga', '_ga_X', false],
    ['_ga_*', '_ga_X1', true],
    ['_ga_*', '_ga_', true],
    ['_ga_*', '_ga', false],
    ['*_ga', 'site_ga', true],
    ['*_ga', 'site_gat', false],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['ab*ba', 'aba', false],
    ['ph_*_posthog', 'ph_1_2_posthog', true],
    ['ph_*_posthog', 'ph_posthog', false],
    ['*a*b*', 'xxaxxbxx', true],
    ['*a*b*', 'xxbxxaxx', false],
    ['a*b*c', 'abcbc', true],
    ['a.c', 'abc', false],
    ['a[b]*', 'a[b]1', true],
    ['*', '', true],
  ] as const) {
    it(`${pattern} ${expected ? 'fits' : 'does not fit'} "${name}"`, () => {
      expect(fits(name, pattern)).to.equal(expected);
    });
  }

  it('looks for each part once, however many stars it has and however long the name is', () => {
    const looked: string[] = [];
    const name = 'a'.repeat(100_000);
    const watched = Object.assign(Object(name), {
      indexOf: (part: string, at: number) => {
        looked.push(part);
        return name.indexOf(part, at);
      },
    });
    // a regular expression of this would take longer than the page lives
    const parts = Array.from({ length: 500 }, () => 'a');
    expect(fits(watched, `*${parts.join('*')}*b`)).to.equal(false);
    expect(looked).to.have.length(500);
    expect(fits(watched, `*${parts.join('*')}*`)).to.equal(true);
  });
});

describe('what a cookie may have been set on', () => {
  it('as domains: none, the host, and all that is above it, public suffixes included', () => {
    expect(domainsOf('a.shop.example.com.kz')).to.deep.equal([
      '',
      'a.shop.example.com.kz',
      'shop.example.com.kz',
      'example.com.kz',
      'com.kz',
      'kz',
    ]);
    expect(domainsOf('localhost')).to.deep.equal(['', 'localhost']);
  });

  it('as paths: every one that the address lies under, with and without its last slash', () => {
    const sorted = (path: string): readonly string[] => [...pathsOf(path)].sort();
    expect(sorted('/')).to.deep.equal(['', '/']);
    expect(sorted('/shop')).to.deep.equal(['', '/', '/shop']);
    expect(sorted('/shop/')).to.deep.equal(['', '/', '/shop', '/shop/']);
    expect(sorted('/shop/cart/1')).to.deep.equal([
      '',
      '/',
      '/shop',
      '/shop/',
      '/shop/cart',
      '/shop/cart/',
      '/shop/cart/1',
    ]);
    expect(sorted('/a//b')).to.deep.equal(['', '/', '/a', '/a/', '/a//', '/a//b'].sort());
    expect(pathsOf('/shop/cart')[0], 'the likeliest first').to.equal('/');
  });

  it('as paths: no semicolon, which would end the attribute', () => {
    expect(pathsOf('/a;b/c')).to.deep.equal(['/', '']);
  });
});

describe('cleaning up', () => {
  it('removes cookies by name and by pattern, and no others', async () => {
    for (const name of ['_t', '_t_uid', 'basket']) setCookie(`${name}=1; Path=/`);
    setCookie(`_t_host=1; Path=/; Domain=${location.hostname}`);
    expect(hasCookie('_t')).to.equal(true);
    const left = await clean({ in: 'cookie', name: '_t' }, { in: 'cookie', name: '_t_*' });
    expect(left).to.deep.equal([]);
    expect(document.cookie).not.to.include('_t');
    expect(hasCookie('basket')).to.equal(true);
    setCookie('basket=; Path=/; Max-Age=0');
  });

  it('removes cookies past markup that shadows document.cookie', async () => {
    setCookie('_t=1; Path=/');
    const image = document.createElement('img');
    image.name = 'cookie';
    document.body.append(image);
    expect(await clean({ in: 'cookie', name: '_t' })).to.deep.equal([]);
    expect(native('cookie')).not.to.include('_t=');
    image.remove();
  });

  it('never removes what is ours, nor what a service that may run needs', async () => {
    setCookie('timebot_consent=1; Path=/');
    setCookie('timebot_other=1; Path=/');
    localStorage.setItem('t_needed_1', '1');
    localStorage.setItem('t_other', '1');
    const ours = await makeDatabase('timebot-consent-1');
    ours.close();
    const left = await clear(
      [
        { in: 'cookie', name: 'timebot_*' },
        { in: 'database', name: 'timebot*' },
        { in: 'local', name: 't_*' },
      ],
      [
        { in: 'local', name: 't_needed_*' },
        { in: 'session', name: 't_other' },
        { in: 'local', name: 't_other', host: 'other.example' },
      ],
      OURS,
    );
    expect(left).to.deep.equal([]);
    expect([hasCookie('timebot_consent'), hasCookie('timebot_other')]).to.deep.equal([true, false]);
    expect(await databases()).to.include('timebot-consent-1');
    expect([localStorage.getItem('t_needed_1'), localStorage.getItem('t_other')]).to.deep.equal(['1', null]);
    setCookie('timebot_consent=; Path=/; Max-Age=0');
    localStorage.clear();
    indexedDB.deleteDatabase('timebot-consent-1');
  });

  it('removes keys of localStorage and sessionStorage, also those that read as methods', async () => {
    for (const key of ['_ym_1', '_ym_2', '_ym_length', 'key', 'removeItem', 'mine']) {
      localStorage.setItem(key, '1');
      sessionStorage.setItem(key, '1');
    }
    const names = ['_ym_*', 'key', 'removeItem'];
    const left = await clean(
      ...names.map((name) => ({ in: 'local', name }) as const),
      ...names.map((name) => ({ in: 'session', name }) as const),
    );
    expect(left).to.deep.equal([]);
    for (const area of [localStorage, sessionStorage]) {
      expect(area.getItem('mine')).to.equal('1');
      expect(area.length).to.equal(1);
      area.clear();
    }
  });

  it('removes databases and caches', async () => {
    for (const name of ['t-one', 't-two', 'mine']) {
      (await makeDatabase(name)).close();
      await caches.open(name);
    }
    const left = await clean({ in: 'database', name: 't-*' }, { in: 'cache', name: 't-*' });
    expect(left).to.deep.equal([]);
    expect((await databases()).filter((name) => name === 'mine' || name?.startsWith('t-'))).to.deep.equal(['mine']);
    expect(await caches.keys()).to.deep.equal(['mine']);
    indexedDB.deleteDatabase('mine');
    await caches.delete('mine');
  });

  it('waits no longer than it may for a database that is still open, and says that it is left', async () => {
    const open = await makeDatabase('t-open'); // a vendor's that closes it for nobody
    (await makeDatabase('t-closed')).close();
    expect(await clean({ in: 'database', name: 't-*' })).to.deep.equal([{ in: 'database', name: 't-open' }]);
    const gone = new Promise((done) => {
      indexedDB.deleteDatabase('t-open').onsuccess = done;
    });
    open.close();
    await gone;
  });

  it('names what script cannot remove as it is declared, beside what is gone', async () => {
    setCookie('_t=1; Path=/');
    const left = await clean(
      { in: 'cookie', name: '_t' },
      { in: 'cookie', name: '_t', host: '.vendor.example' },
      { in: 'cookie', name: 'sid_*', httpOnly: true },
    );
    expect(left).to.deep.equal([
      { in: 'cookie', name: '_t', host: '.vendor.example' },
      { in: 'cookie', name: 'sid_*', httpOnly: true },
    ]);
    expect(hasCookie('_t')).to.equal(false);
  });

  it('names what comes back, by its own name', async () => {
    const names = new Set(['t_1', 't_2', 'mine']);
    replace('localStorage', {
      get length() {
        return names.size;
      },
      key: (index: number) => [...names][index] ?? null,
      removeItem: (name: string) => name !== 't_2' && names.delete(name),
    });
    expect(await clean({ in: 'local', name: 't_*' })).to.deep.equal([{ in: 'local', name: 't_2' }]);
    expect([...names]).to.deep.equal(['t_2', 'mine']);
  });

  it('throws nothing where storage does, and names what it could not look for', async () => {
    replace('localStorage', undefined);
    replace('caches', { keys: () => Promise.reject(new DOMException('refused', 'SecurityError')) });
    setCookie('_t=1; Path=/');
    const left = await clean({ in: 'local', name: 't_*' }, { in: 'cache', name: 't-*' }, { in: 'cookie', name: '_t' });
    expect(left).to.deep.equal([
      { in: 'local', name: 't_*' },
      { in: 'cache', name: 't-*' },
    ]);
    expect(hasCookie('_t'), 'the other places are cleaned all the same').to.equal(false);
  });

  it('waits no longer than it may for a cache that hangs', async () => {
    replace('caches', { keys: () => new Promise(() => undefined) });
    expect(await clean({ in: 'cache', name: 't-*' })).to.deep.equal([{ in: 'cache', name: 't-*' }]);
  });
});
