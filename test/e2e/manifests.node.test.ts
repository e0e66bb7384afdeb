/*
 * Services of a site's own as manifests: what a sound one does, and that a hostile or mistaken one is refused with one
 * warning that names what is wrong and what would be right.
 */
import assert from 'node:assert/strict';
import { withConfig } from './site.js';
import { scenario, suite } from './visitor.js';
import { startVendors, type Vendors } from './vendors.js';

let vendors: Vendors;

const surroundings = {
  flags: async () => (vendors = await startVendors()).flags,
  close: () => vendors.close(),
};

/** Before any script of the page: where code of a manifest would leave its mark. */
const MARK = 'window.hacked = [];';

/** A sound service, to begin from. */
const sound = {
  id: 'counter',
  purpose: 'telemetry',
  hosts: ['cdn.counter.test'],
  load: ['https://cdn.counter.test/tag.js'],
};

/** An address that is code. */
const CODE = ['javascript', 'hacked.push(1)'].join(':');

const hostile: readonly (readonly [what: string, service: unknown, warning: RegExp])[] = [
  [
    'a name that is a path',
    { use: '../../evil' },
    /service "\.\.\/\.\.\/evil": "use" names no ready-made one: known are/,
  ],
  ['a name that every object has', { use: 'constructor' }, /service "constructor": "use" names no ready-made one/],
  ['a name that is no text', { use: { toString: 1 } }, /"use" names no ready-made one/],
  ['one in advanced mode', { use: { toString: 1 }, mode: 'advanced' }, /"use" names no ready-made one/],
  [
    'a pattern that blows up',
    { ...sound, frames: [{ match: 'https://cdn\\.counter\\.test/(a+)+b' }] },
    /service "counter": it is not run.*match/,
  ],
  [
    'a ready-made service without its id',
    { use: 'meta-pixel' },
    /service "meta-pixel": it does not run without id: add it/,
  ],
  [
    'an id that breaks out of an address',
    { use: 'google-tag', id: 'G-1234"&x=<script>' },
    /service "google-tag": "id" is "G-1234\\"&x=<script>" and left out: make it a text like /,
  ],
  [
    'the address of a server without https',
    { use: 'matomo', id: 1, url: 'http://stats.site.test/' },
    /service "matomo": "url" is "http:\/\/stats\.site\.test\/" and left out: make it an address like \^https/,
  ],
  ['an option that is an address of code', { use: 'matomo', id: 1, url: CODE }, /"url" is "javascript:/],
  [
    'a script of another host',
    { ...sound, load: ['https://evil.test/x.js'] },
    /service "counter": it is not run; "https:\/\/evil\.test\/x\.js" is not loaded: name its host in "hosts"/,
  ],
  [
    'a script of a host that only ends like one',
    { ...sound, load: ['https://notcdn.counter.test/x.js'] },
    /is not loaded: name its host/,
  ],
  ['a script without https', { ...sound, load: ['http://cdn.counter.test/x.js'] }, /"load\/0" must match \^\(https/],
  ['code as the address of a script', { ...sound, load: [CODE] }, /"load\/0" must match/],
  [
    'data as the address of a script',
    { ...sound, load: ['data:text/javascript,hacked.push(1)'] },
    /"load\/0" must match/,
  ],
  ['hosts that are all of them', { ...sound, hosts: ['*'] }, /"hosts\/0" must match/],
  ['hosts with a path', { ...sound, hosts: ['cdn.counter.test/x'] }, /"hosts\/0" must match/],
  [
    'eval',
    { ...sound, init: [{ call: 'eval', with: ['hacked.push(1)'] }] },
    /"eval" is no variable of a vendor's script: name one/,
  ],
  [
    'a timer with code',
    { ...sound, init: [{ call: 'setTimeout', with: ['hacked.push(1)'] }] },
    /"setTimeout" is no variable/,
  ],
  [
    'document.write',
    { ...sound, init: [{ call: 'document.write', with: ['<p id=hacked>'] }] },
    /"document\.write" is no variable/,
  ],
  [
    'another page',
    { ...sound, init: [{ call: 'location.assign', with: ['https://evil.test/'] }] },
    /"location\.assign" is no variable/,
  ],
  [
    'a class of the platform',
    { ...sound, loaded: [{ create: 'Function', with: ['1'], set: 'x' }] },
    /"Function" is no variable/,
  ],
  ['a global of the platform', { ...sound, init: [{ set: 'onerror', to: 1 }] }, /"onerror" is no variable/],
  [
    'a constructor',
    { ...sound, init: [{ call: 'counter.constructor', with: ['hacked.push(1)'] }] },
    /"counter\.constructor" is no variable/,
  ],
  [
    'a prototype',
    { ...sound, init: [{ set: 'counter.__proto__.x', to: 1 }] },
    /"counter\.__proto__\.x" is no variable/,
  ],
  [
    'a grant by itself',
    { ...sound, init: [{ call: 'timebotConsent.acceptAll' }] },
    /"timebotConsent\.acceptAll" is no variable/,
  ],
  ['a stub in place of the platform', { ...sound, stubs: { fetch: { kind: 'list' } } }, /"fetch" is no variable/],
  ['a path that is code', { ...sound, init: [{ call: 'x[`y`]()' }] }, /"init\/0\/call" must match/],
  ['markup in a step', { ...sound, init: [{ call: 'x', onload: 'hacked.push(1)' }] }, /"init\/0\/onload" is unknown/],
  [
    'markup in a service',
    { ...sound, srcdoc: '<img src onerror=hacked.push(1)>' },
    /"services\[0\]\.srcdoc" is unknown and left out/,
  ],
  [
    'an event handler in a service',
    { ...sound, onload: 'hacked.push(1)' },
    /"services\[0\]\.onload" is unknown and left out/,
  ],
  [
    'a pattern that takes every cookie',
    { ...sound, keeps: [{ in: 'cookie', name: '*' }] },
    /"keeps\/0\/name" must match/,
  ],
  [
    'a pattern that could take for ever',
    { ...sound, keeps: [{ in: 'cookie', name: '*a*a*a*a*a*a*a*a*b' }] },
    /"keeps\/0\/name" must match/,
  ],
  [
    'a pattern that is an expression',
    { ...sound, keeps: [{ in: 'cookie', name: '(a+)+$ ' }] },
    /"keeps\/0\/name" must match/,
  ],
  [
    'more than a service can be',
    { ...sound, init: Array.from({ length: 21 }, () => ({ call: 'x' })) },
    /"init" must have at most 20 items/,
  ],
];

suite(
  'services of a site’s own',
  () => {
    scenario('a manifest in the config runs as a ready-made service does', async ({ site, tab: open }) => {
      const service = {
        ...sound,
        stubs: { counter: { kind: 'arguments', queue: 'counter.q' } },
        init: [{ call: 'counter', with: ['start', '{site}'] }],
        tell: { grant: [{ call: 'counter', with: ['consent', { $granted: 'telemetry' }] }] },
        given: { site: 7 },
      };
      site.page('/', { widget: withConfig({ services: [service] }) });
      const tab = await open();
      await tab.go();
      await tab.asked();
      await vendors.settled(tab);
      assert.deepEqual(vendors.asked(site.origin), []);
      await tab.accept();
      await vendors.seen(site.origin, ({ host, path }) => host === 'cdn.counter.test' && path === '/tag.js');
      const calls = await tab.page.evaluate(() =>
        Array.from(Object(Reflect.get(Object(Reflect.get(window, 'counter')), 'q')), (call) =>
          Array.from(Object(call)),
        ),
      );
      assert.deepEqual(calls, [
        ['consent', 'granted'],
        ['start', 7],
      ]);
      assert.deepEqual(tab.warnings, []);
    });

    for (const [what, service, warning] of hostile) {
      scenario(`refused with one warning: ${what}`, async ({ site, tab: open }) => {
        site.page('/', { widget: withConfig({ services: [service] }) });
        const tab = await open(MARK);
        await tab.go();
        await tab.accept();
        await tab.warned(warning);
        await tab.quiet();
        await vendors.settled(tab);
        assert.equal(tab.warnings.length, 1, tab.warnings.join('\n'));
        assert.deepEqual(
          vendors.asked(site.origin).filter(({ host }) => host !== 'cdn.counter.test'),
          [],
        );
        assert.deepEqual(await tab.page.evaluate((): unknown => Reflect.get(window, 'hacked')), []);
        assert.equal(await tab.page.evaluate(() => document.querySelector('#hacked')), null);
        assert.equal(await tab.page.evaluate((): unknown => Reflect.get({}, 'x')), undefined);
        assert.equal(await tab.allows('telemetry'), true, 'the rest goes on');
      });
    }

    scenario('prototype keys in a config are keys like any other', async ({ site, tab: open }) => {
      const config =
        '{"services":[{"use":"vk-ads","id":"3141834","__proto__":{"purpose":"necessary"}},' +
        '{"id":"own","purpose":"ads","hosts":["a.test"],"load":["https://a.test/x.js"],"stubs":{"__proto__":{"kind":"list"}}}]}';
      const widget = `<script type="application/json" data-timebot-consent>${config}</script>${withConfig({}).replace(/^.*?<\/script>/, '')}`;
      site.page('/', { widget });
      const tab = await open();
      await tab.go();
      await tab.asked();
      await vendors.settled(tab);
      assert.deepEqual(vendors.asked(site.origin), [], 'its purpose is still its own');
      await tab.warned(/service "vk-ads": "__proto__" is unknown and left out/);
      await tab.warned(/service "own": it is not run; "__proto__" is no variable of a vendor's script/);
      assert.equal(await tab.page.evaluate((): unknown => Reflect.get({}, 'kind')), undefined);
    });
  },
  surroundings,
);
