import { expect } from '@open-wc/testing';
import type { Manifest } from '../../src/services/manifest.js';
import type { Running } from '../../src/signals/check.js';
import { createEngine, type Engine } from '../../src/signals/engine.js';

/** What vendors heard and what was loaded, in order. */
let log: unknown[] = [];
let granted = new Set<string>();
let decided = false;
let warnings: string[] = [];
/** Scripts that were asked for: each is answered by the test, or at once. */
let loads: { readonly url: string; readonly done: () => void; readonly fail: () => void }[] = [];
let slow = false;
let cleared: string[] = [];

const service = (id: string, manifest: Partial<Manifest>, options: Running['options'] = {}): Running => ({
  id,
  manifest: { purpose: 'ads', hosts: [`${id}.test`], load: [`https://${id}.test/tag.js`], ...manifest },
  options,
});

const engineOf = (...services: readonly Running[]): Engine =>
  createEngine({
    services,
    allows: (id) => granted.has(id),
    decided: () => decided,
    now: () => 1,
    isThere: () => false,
    load: (url) =>
      new Promise<void>((done, failed) => {
        log.push(url);
        loads.push({ url, done, fail: () => failed(new Error('gone')) });
        if (!slow) done();
      }),
    clear: async (keeps) => {
      cleared.push(...keeps.map(({ name }) => name));
      return [];
    },
    idle: Promise.resolve(),
    warn: (id, problem) => warnings.push(`${id}: ${String(problem)}`),
  });

/** One call to the vendor that the tests make. */
const say = (...words: readonly string[]): { call: string; with: readonly string[] } => ({
  call: 'vendor',
  with: words,
});

/** Lets what was resolved go on. */
const rest = (): Promise<void> => new Promise((done) => setTimeout(done));

describe('the engine', () => {
  beforeEach(() => {
    log = [];
    loads = [];
    warnings = [];
    cleared = [];
    granted = new Set();
    decided = false;
    slow = false;
    Reflect.set(window, 'vendor', (...words: unknown[]) => log.push(words.join(' ')));
  });
  afterEach(() => Reflect.deleteProperty(window, 'vendor'));

  it('tells the default first, once, and nothing of a decision that there is not', async () => {
    const engine = engineOf(service('a', { tell: { default: [say('default')], refusal: [say('refused')] } }));
    await engine.update();
    await engine.update();
    expect(log).to.deep.equal(['default']);
  });

  it('tells every service its default before it tells any of a grant, and of that before any script', async () => {
    granted = new Set(['a', 'b', 'ads']);
    const of = (id: string): Running =>
      service(id, {
        tell: { default: [say(id, 'default')], grant: [say(id, 'grant')] },
        init: [say(id, 'init')],
        loaded: [say(id, 'loaded')],
      });
    await engineOf(of('a'), of('b')).update();
    await rest();
    expect(log).to.deep.equal([
      'a default',
      'b default',
      'a grant',
      'b grant',
      'a init',
      'https://a.test/tag.js',
      'b init',
      'https://b.test/tag.js',
      'a loaded',
      'b loaded',
    ]);
  });

  it('loads scripts one after another, and tells what follows them when all have run', async () => {
    granted = new Set(['a']);
    slow = true;
    await engineOf(
      service('a', { load: ['https://a.test/1.js', 'https://a.test/2.js'], loaded: [say('loaded')] }),
    ).update();
    expect(log).to.deep.equal(['https://a.test/1.js']);
    loads[0]?.done();
    await rest();
    expect(log).to.deep.equal(['https://a.test/1.js', 'https://a.test/2.js']);
    loads[1]?.done();
    await rest();
    expect(log.at(-1)).to.equal('loaded');
  });

  it('tells a refusal where it never ran, a withdrawal where it did, and each once', async () => {
    const tell = { grant: [say('grant')], refusal: [say('refusal')], withdrawal: [say('withdrawal')] };
    const engine = engineOf(service('a', { tell, load: [] }));
    decided = true;
    await engine.update();
    await engine.update();
    expect(log).to.deep.equal(['refusal']);
    granted = new Set(['a']);
    await engine.update();
    await engine.update();
    granted = new Set();
    await engine.update();
    await engine.update();
    expect(log).to.deep.equal(['refusal', 'grant', 'withdrawal']);
  });

  it('loads once, however often a service is granted', async () => {
    const engine = engineOf(service('a', { init: [say('init')] }));
    for (const ids of [['a'], [], ['a']]) {
      granted = new Set(ids);
      await engine.update();
      await rest();
    }
    expect(log).to.deep.equal(['init', 'https://a.test/tag.js']);
    expect(engine.status()).to.deep.equal([{ id: 'a', allowed: true, loaded: true }]);
  });

  it('asks again for a script that could not be had, and tells what comes before it only once', async () => {
    granted = new Set(['a']);
    slow = true;
    const engine = engineOf(service('a', { init: [say('init')] }));
    await engine.update();
    loads[0]?.fail();
    await rest();
    expect(warnings).to.deep.equal(['a: Error: gone']);
    expect(engine.status()[0]?.loaded).to.equal(false);
    await engine.update();
    expect(log).to.deep.equal(['init', 'https://a.test/tag.js', 'https://a.test/tag.js']);
  });

  it('goes on after a script only while the service may run', async () => {
    granted = new Set(['a']);
    slow = true;
    const engine = engineOf(service('a', { loaded: [say('loaded')] }));
    await engine.update();
    granted = new Set();
    await engine.update();
    loads[0]?.done();
    await rest();
    expect(log, 'withdrawn while the script came').to.deep.equal(['https://a.test/tag.js']);
    granted = new Set(['a']);
    await engine.update();
    await rest();
    expect(log).to.deep.equal(['https://a.test/tag.js', 'loaded']);
  });

  it('loads nothing from anywhere but the hosts of the service', async () => {
    granted = new Set(['a']);
    const load = [
      'https://evil.test/x.js',
      'https://a.test.evil.test/x.js',
      'http://a.test/x.js',
      'https://a.test/x.js',
    ];
    await engineOf(service('a', { load })).update();
    await rest();
    expect(log).to.deep.equal(['https://a.test/x.js']);
  });

  it('goes on where a vendor throws, and says so', async () => {
    granted = new Set(['a', 'b']);
    Reflect.set(window, 'vendor', (word: string) => {
      log.push(word);
      if (word === 'bad') throw new Error('of the vendor');
    });
    const tell = { grant: [say('bad'), say('good')] };
    await engineOf(service('a', { tell }), service('b', { init: [say('other')] })).update();
    await rest();
    expect(log.filter((entry) => !String(entry).startsWith('https:'))).to.deep.equal(['bad', 'good', 'other']);
    expect(warnings).to.deep.equal(['a: Error: of the vendor']);
  });

  it('tells two services that share a state what is the same only once', async () => {
    const tell = {
      default: [say('default')],
      grant: [{ call: 'vendor', with: [{ $granted: 'ads' }] }],
      withdrawal: [{ call: 'vendor', with: [{ $granted: 'ads' }] }],
    };
    const engine = engineOf(service('a', { tell, load: [] }), service('b', { tell, load: [] }));
    granted = new Set(['a', 'b', 'ads']);
    await engine.update();
    granted = new Set();
    await engine.update();
    expect(log).to.deep.equal(['default', 'granted', 'denied']);
  });

  it('denies a service that is refused though its purpose is granted, unless another shares its state', async () => {
    const tell = {
      grant: [{ call: 'vendor', with: [{ $granted: 'ads' }] }],
      refusal: [{ call: 'vendor', with: [{ $granted: 'ads' }] }],
    };
    decided = true;
    granted = new Set(['ads']);
    await engineOf(service('a', { tell, load: [] })).update();
    expect(log).to.deep.equal(['denied']);
    granted = new Set(['ads', 'b']);
    await engineOf(service('a', { tell, load: [] }), service('b', { tell, load: [] })).update();
    expect(log).to.deep.equal(['denied', 'granted']);
  });

  it('puts calls off until the vendor calls back, once for each item, and drops them after a withdrawal', async () => {
    const waiting: (() => void)[] = [];
    Reflect.set(window, 'vendorLater', waiting);
    const init = [{ call: 'vendor', with: ['show {item}'], each: 'blocks', later: 'vendorLater' }];
    const engine = engineOf(service('a', { init }, { blocks: ['1', '2'] }));
    granted = new Set(['a']);
    await engine.update();
    expect(log).to.deep.equal(['https://a.test/tag.js']);
    waiting[0]?.();
    expect(log.at(-1)).to.equal('show 1');
    granted = new Set();
    await engine.update();
    waiting[1]?.();
    expect(log.at(-1)).to.equal('show 1');
    Reflect.deleteProperty(window, 'vendorLater');
  });

  it('keeps what it told, for people who look after the site', async () => {
    granted = new Set(['a']);
    const engine = engineOf(service('a', { init: [say('init'), { call: 'noSuchVendor' }] }));
    await engine.update();
    expect(engine.told.map(({ service: id, phase, step }) => [id, phase, step.call])).to.deep.equal([
      ['a', 'init', 'vendor'],
    ]);
  });

  it('makes objects of a class of the vendor, with what the page holds', async () => {
    granted = new Set(['a']);
    class Made {
      readonly given: unknown;
      constructor(given: unknown) {
        this.given = given;
      }
    }
    Object.assign(window, { VendorClass: Made, vendorQueue: ['waited'] });
    const loaded = [{ create: 'VendorClass', with: [{ q: { $global: 'vendorQueue' } }], set: 'vendorQueue' }];
    await engineOf(service('a', { loaded })).update();
    await rest();
    const made: unknown = Reflect.get(window, 'vendorQueue');
    expect(made).to.be.instanceOf(Made);
    expect(made).to.have.deep.property('given', { q: ['waited'] });
    for (const name of ['VendorClass', 'vendorQueue']) Reflect.deleteProperty(window, name);
  });
});
