import { expect } from '@open-wc/testing';
import type { Manifest } from '../../src/services/manifest.js';
import type { Running } from '../../src/signals/check.js';
import { createEngine, type Engine } from '../../src/signals/engine.js';
import type { Made } from '../../src/signals/steps.js';

/** What vendors heard and what was loaded, in order. */
let log: unknown[] = [];
let granted = new Set<string>();
let decided = false;
let warnings: string[] = [];
/** Scripts that were asked for: each is answered by the test, or at once. */
let loads: { readonly url: string; readonly done: () => void; readonly fail: () => void }[] = [];
let slow = false;
let cleared: string[] = [];
/** What the loader has told. */
let early: Made[] = [];

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
    early,
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
    warn: (id, problem) => warnings.push(`${id}: ${problem}`),
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
    early = [];
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
    loads[1]?.fail();
    await rest();
    expect(log).to.deep.equal(['init', 'https://a.test/tag.js', 'https://a.test/tag.js']);
    expect(warnings, 'said once').to.have.lengthOf(1);
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
    await engineOf(service('a', { tell, init: [say('bad')] }), service('b', { init: [say('other')] })).update();
    await rest();
    expect(log.filter((entry) => !String(entry).startsWith('https:'))).to.deep.equal(['bad', 'good', 'bad', 'other']);
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.match(/^a: .*throws "of the vendor": correct it/);
  });

  describe('what the page has in place of a vendor’s variable keeps no other service from running', () => {
    const path = 'vendorTrap.value.deep';
    const other = service('b', { tell: { default: [say('default')], grant: [say('grant')] }, init: [say('init')] });
    const OTHERS = ['default', 'grant', 'init', 'https://b.test/tag.js'];
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    const traps: readonly (readonly [string, unknown])[] = [
      [
        'a getter that throws',
        {
          get value(): never {
            throw new Error('trap');
          },
        },
      ],
      ['a frozen list', { value: { deep: Object.freeze([]) } }],
      [
        'a list whose push throws',
        {
          value: {
            deep: {
              push: () => {
                throw new Error('trap');
              },
            },
          },
        },
      ],
      ['what JSON cannot hold', { value: { deep: cyclic } }],
      [
        'a proxy that throws at everything',
        new Proxy(
          {},
          {
            get: () => {
              throw new Error('trap');
            },
          },
        ),
      ],
    ];
    afterEach(() => Reflect.deleteProperty(window, 'vendorTrap'));

    for (const [name, trap] of traps) {
      const parts: readonly (readonly [string, Partial<Manifest>])[] = [
        ['default', { tell: { default: [{ call: `${path}.push`, with: [{ $global: path }] }] } }],
        ['grant', { tell: { grant: [{ call: `${path}.push`, with: [{ $global: path }] }] } }],
        ['init', { init: [{ call: `${path}.push`, with: [{ $global: path }] }] }],
        ['loaded', { loaded: [{ call: `${path}.push`, with: [{ $global: path }] }] }],
        ['set', { init: [{ set: `${path}.x`, to: 1 }] }],
      ];
      for (const [part, manifest] of parts) {
        it(`${name}, at ${part}`, async () => {
          Reflect.set(window, 'vendorTrap', trap);
          granted = new Set(['a', 'b', 'ads']);
          await engineOf(service('a', manifest), other).update();
          await rest();
          expect(log.filter((entry) => !String(entry).includes('a.test'))).to.deep.equal(OTHERS);
          expect(warnings.length).to.be.lessThan(2);
          for (const warning of warnings) expect(warning).to.match(/^a: [^]*: correct it/);
        });
      }
    }
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

  describe('of services that share a state', () => {
    const state = [
      { call: 'vendor', with: [{ $granted: 'ads' }, { $granted: 'telemetry' }, { $granted: 'personalisation' }] },
    ];
    const tell = { grant: state, refusal: state, withdrawal: state };
    /** Another service of the same vendor, which is told one thing more. */
    const more = { ...tell, grant: [...state, say('more')] };
    const ads = service('a', { tell, load: [] });
    const count = service('t', { purpose: 'telemetry', tell: more, load: [] });
    const second = service('t2', { purpose: 'telemetry', tell, load: [] });

    const ALL = ['ads', 'telemetry', 'personalisation'];
    const cases: readonly (readonly [string, readonly Running[], readonly string[], string])[] = [
      ['all may run', [ads, count], [...ALL, 'a', 't'], 'granted granted granted'],
      ['one is refused by itself: its purpose is denied', [ads, count], [...ALL, 'a'], 'granted denied granted'],
      ['the other one likewise', [ads, count], [...ALL, 't'], 'denied granted granted'],
      [
        'unless another one of that purpose may run',
        [ads, count, second],
        [...ALL, 'a', 't2'],
        'granted granted granted',
      ],
      ['all are refused by themselves', [ads, count], ALL, 'denied denied denied'],
      ['the only one is', [count], ALL, 'denied denied denied'],
      ['one by itself, one with its purpose', [ads, count], ['telemetry', 'personalisation'], 'denied denied denied'],
      ['no service is of a purpose: it is what the visitor chose', [count], [...ALL, 't'], 'granted granted granted'],
      ['a purpose is refused', [ads, count], ['ads', 'personalisation', 'a'], 'granted denied granted'],
    ];
    for (const [name, services, ids, expected] of cases) {
      it(`${name}: ${expected}`, async () => {
        decided = true;
        granted = new Set(ids);
        await engineOf(...services).update();
        expect(log.filter((entry) => entry !== 'more')).to.deep.equal([expected]);
      });
    }

    it('one that is refused by itself does not load in advanced mode, where another one may run', async () => {
      decided = true;
      const advanced = { advanced: true, purpose: 'telemetry', tell };
      const services = (): readonly Running[] => [
        service('x', advanced, { mode: 'advanced' }),
        service('y', { ...advanced, purpose: 'ads' }, { mode: 'advanced' }),
      ];
      granted = new Set([...ALL, 'y']);
      await engineOf(...services()).update();
      expect(log).to.deep.equal(['granted denied granted', 'https://y.test/tag.js']);
      log = [];
      granted = new Set(ALL);
      await engineOf(...services()).update();
      expect(log).to.deep.equal(['denied denied denied', 'https://x.test/tag.js', 'https://y.test/tag.js']);
    });
  });

  it('tells nothing again that the loader has told', async () => {
    early = [{ call: 'vendor', with: ['default'] }];
    await engineOf(
      service('a', { tell: { default: [say('default'), say('more')] }, load: [] }),
      service('b', { tell: { default: [say('default', 'of another kind')] }, load: [] }),
    ).update();
    expect(log).to.deep.equal(['more', 'default of another kind']);
  });

  it('tells of a withdrawal at once, and loads and cleans up only with the next update', async () => {
    const tell = { grant: [say('grant')], withdrawal: [say('withdrawal')] };
    const engine = engineOf(service('a', { tell, load: [], keeps: [{ in: 'cookie', name: '_a' }] }));
    granted = new Set(['a']);
    await engine.update();
    granted = new Set();
    engine.tell();
    expect(log).to.deep.equal(['grant', 'withdrawal']);
    await rest();
    expect(cleared).to.deep.equal([]);
    await engine.update();
    expect(log).to.deep.equal(['grant', 'withdrawal']);
    expect(cleared).to.deep.equal(['_a']);
  });

  it('tells none twice where what it calls decides anew, and none of a refusal that is none any more', async () => {
    granted = new Set(['a']);
    const again = service('a', { tell: { withdrawal: [{ call: 'again' }] }, load: [] });
    const engine = engineOf(again, service('b', { tell: { refusal: [say('refusal')] }, load: [] }));
    await engine.update();
    decided = true;
    Reflect.set(window, 'again', () => {
      log.push('again');
      decided = false;
      engine.tell();
    });
    granted.clear();
    engine.tell();
    Reflect.deleteProperty(window, 'again');
    expect(log).to.deep.equal(['again']);
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
