/*
 * Hostile pages: whatever markup, scripts, styles, configs and stored values do, the page works, nothing of ours throws, no
 * text becomes code, and nothing is granted that nobody has chosen. (That no page ever throws is checked in every test: see
 * visitor.ts.) What more than one engine has to prove is in the fault table, test/faults.
 * Alone: npm run build && npx tsx --test test/e2e/hostile.node.test.ts (DIST=<folder> for another build)
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRecord } from '../../src/record/parse.js';
import { field } from '../../src/store/field.js';
import { EVIL, hostileConfigs } from './hostile-configs.js';
import { hostileRows, type RowSource } from './hostile-rows.js';
import { OLD_CLASSES } from './probes.js';
import { ADS, answers, DIST, GATED, isGated, resets, WIDGET, withConfig, type Site } from './site.js';
import { clockAhead, control, scenario, suite, type Tab } from './visitor.js';

const ALL = ['necessary', 'telemetry', 'ads', 'ads-inline'];

/** Nothing beyond this machine is ever reached. */
const surroundings = {
  flags: () => Promise.resolve(['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1']),
  close: () => Promise.resolve(),
};

/** Pages side by side, as frames of one: a navigation waits for all of them. */
const AT_ONCE = 10;
const CONFIGS = 500;
/** Milliseconds in which frames side by side have to be done. */
const FRAMES_PATIENCE = 30_000;

const batches = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, n) => all.slice(n * AT_ONCE, (n + 1) * AT_ONCE));

declare global {
  interface Window {
    /** What a frame has found out about itself, once it is done. */
    found?: Found;
    trouble?: readonly string[];
  }
}

interface Found {
  readonly allowed: readonly string[];
  readonly order: readonly string[];
  readonly decided: boolean;
  /** Tags in the widget's own shadow root that no text may have become. */
  readonly tags: readonly string[];
  /** Keys of Object.prototype that were not there before. */
  readonly polluted: readonly string[];
}

/** First in every such page: notes what goes wrong, and at the end what it finds. */
const WITNESS = `<script>
  window.trouble = [];
  addEventListener('error', ({ message }) => trouble.push(message));
  addEventListener('unhandledrejection', ({ reason }) => trouble.push('rejected: ' + reason?.stack));
  {
    const before = Reflect.ownKeys(Object.prototype);
    const told = new Promise((done) => {
      const warn = console.warn;
      console.warn = (...args) => { warn.apply(console, args); if (String(args[0]).startsWith('[timebot-consent]')) done(); };
    });
    window.timebotConsentQueue = [async (api) => {
      await api.ready;
      await told;
      await api.open('preferences');
      const root = document.querySelector('timebot-consent')?.shadowRoot;
      const inside = [...(root?.querySelectorAll('*') ?? [])];
      window.found = {
        allowed: ['ads', 'telemetry', 'personalisation', 'counter', 'pixel', 'metrika'].filter((id) => api.allows(id)),
        order,
        decided: api.decision !== undefined,
        tags: inside.filter((element) => element.matches('img, script, iframe, object, embed, link, base, form[action]') ||
          element.getAttributeNames().some((name) => name.startsWith('on')) ||
          (element.localName === 'a' && !/^(https?|mailto)?:$/.test(element.protocol))).map((element) => element.outerHTML.slice(0, 200)),
        polluted: Reflect.ownKeys(Object.prototype).filter((key) => !before.includes(key)).map(String),
      };
    }];
  }
</script>`;

const EMBEDS = `<timebot-embed service="youtube" src="https://www.youtube.com/watch?v=M7lc1UVf-VE" title="Video"></timebot-embed>
  <timebot-embed service="counter" src="https://${EVIL}/1" title="Counter"></timebot-embed>`;

/** Names that markup may take: whatever the widget reads of the document, the window, and what is clicked. */
const NAMES = (
  'activeElement addEventListener adoptedStyleSheets append async attributes baseURI body caches childNodes className closest content ' +
  'contains cookie crypto currentScript customElements dataLayer dataset defaultView dispatchEvent documentElement fetch ' +
  'fonts getAttribute getAttributeNames getElementById hasAttribute head hidden id indexedDB isConnected lang localName ' +
  'location matches navigator nextSibling nodeName nonce ownerDocument parentNode prepend prerendering querySelector ' +
  'querySelectorAll readyState removeAttribute removeEventListener replaceWith setAttribute shadowRoot src tagName target ' +
  'text timebotConsent timebotConsentQueue title trustedTypes type visibilityState createElementNS'
).split(' ');

/** What Lit itself reads, with no way past it. */
const LITS = ['createElement', 'createComment', 'createTreeWalker', 'importNode'];

declare global {
  interface Window {
    /** What frames have told, by the name that is taken there. */
    told?: Readonly<Record<string, unknown>>;
  }
}

/** First in a frame: looks, clicks a form that opens the preferences, accepts there, and tells how it went. */
const ACTOR = `<script>{
  const { addEventListener: listen, dispatchEvent: dispatch } = EventTarget.prototype;
  const on = (type) => new Promise((done) => listen.call(document, 'timebot-consent:' + type, done, { __proto__: null, once: true }));
  const find = (selector) => Document.prototype.querySelector.call(document, selector);
  const appears = (root, selector) => new Promise((done) => {
    const look = () => { if (root.querySelector(selector)) done(root.querySelector(selector)); };
    new MutationObserver(look).observe(root, { __proto__: null, childList: true, subtree: true });
    look();
  });
  const all = new Promise((done) => {
    const { push } = order;
    order.push = (name) => { if (push.call(order, name) === ${ALL.length}) done(order); };
  });
  on('ready').then(async () => {
    const button = () => find('timebot-consent')?.shadowRoot?.querySelector('[data-action="accept-all"]');
    const seen = { early: [...order], allowed: timebotConsent.allows('ads'), asked: Boolean(button()) };
    if (seen.asked) {
      const shown = on('shown');
      dispatch.call(find('#form'), new MouseEvent('click', { __proto__: null, bubbles: true, cancelable: true }));
      await shown;
      const delivered = on('delivery');
      (await appears(find('timebot-consent').shadowRoot, 'dialog [data-action="accept-all"]')).click();
      seen.delivery = (await delivered).detail.delivery;
      seen.order = [...(await all)];
    }
    parent.postMessage({ name: location.pathname.slice(1), seen }, '*');
  });
}</script>`;

/** What objects of ours may be without: fields of config and offer, of the session, a choice, what is shown; names of chunks. */
const OPTIONAL = [
  'about accepted asks catchUp chained clauses config cookieDomain country days db delta edition endTrial further',
  'endpoint granted hashes history host id keeps kept lang layout left months made',
  'name needsRecipient needsService notice off own page pending policy policyUrl position preferences purpose purposes',
  'raw recipient recipients refused refusedAlone required restricted run script services storage tell tellVendors texts',
  'theme trigger until url use vendor withheld *',
];

/** What a page may put on every object: functions, as old libraries do, or anything else. */
const PUT = [`'x'`, 'true', '{}', '[1]', '() => 1'];

/** What browsers look for in the options of calls like ours, and ids. */
const OPTIONS = (
  'bubbles cancelable capture characterData composed configurable counter delegatesFocus duplex entryTypes enumerable fallback ' +
  'ifAvailable integrity localeMatcher once passive referrer signal slotAssignment steal style window writable youtube'
).split(' ');

/**
 * Every name of a field in the built files, ours and Lit's. Not `then` and `return`, by which `await` and `const [a] = list` know
 * promises and iterators: there the language itself is broken, for every script. Nor Lit's marks of its own objects.
 */
const FIELDS: readonly string[] = [
  ...new Set([
    ...readdirSync(DIST)
      .filter((file) => /^[\w-]+\.js$/.test(file))
      .flatMap((file) => [
        ...readFileSync(join(DIST, file), 'utf8').matchAll(/\.([a-z_$][\w$]*)|[{,]"?([a-z_$][\w$-]*)"?(?=[,:}=])/gi),
      ])
      .map(([, read = '', key = read]) => key),
    ...OPTIONS,
  ]),
].filter((name) => !(name in {}) && !/^(then|return|_\$lit.*)$/.test(name));

const OWN_SERVICE = { id: 'counter', purpose: 'telemetry', name: 'Counter', recipient: 'Counter LLP', country: 'KZ' };

/** What a site may declare. The last has something of every part that we run. */
const SERVICES: readonly (readonly object[])[] = [
  [],
  [OWN_SERVICE],
  [
    { use: 'youtube' },
    { use: 'google-tag', id: 'G-TEST123456' },
    {
      ...OWN_SERVICE,
      hosts: [EVIL],
      keeps: [{ in: 'cookie', name: 'counter_*' }],
      load: [`https://${EVIL}/counter.js`],
      stubs: { counterCalls: { kind: 'list' } },
      tell: { grant: [{ call: 'counterCalls.push', with: ['granted'] }] },
    },
  ],
];

/** What a page puts, as by assignment; unless it hides it from `for (… in …)`. */
const putting = (prototype: string, names: readonly string[], value: string, enumerable = true): string => `<script>
  for (const name of ${JSON.stringify(names)}) {
    const put = { __proto__: null, value: ${value}, writable: true, configurable: true, enumerable: ${enumerable} };
    if (!(name in ${prototype})) Object.defineProperty(${prototype}, name, put);
  }
</script>`;

/** Without those by which the test's own driver fails in a page that has them, as it does where it can see the others. */
const DRIVABLE = FIELDS.filter((name) => !/^(value|writable|get|set)$/.test(name));

/** Prototype 1.6 and MooTools, in short: more on arrays, some of their own functions changed, and classes under the platform's names. */
const OLD_LIBRARY = `<script>
  ${OLD_CLASSES}
  for (const each of [Array, String, Function, Number, Date])
    for (const name of ['remove', 'clone', 'each', 'contains', 'extend', 'include', 'first', 'empty']) each.prototype[name] = function () { return this; };
  const plain = (list) => Array.prototype.slice.call(list);
  Array.from = (list) => plain(list ?? []);
  Object.assign(Array.prototype, {
    toJSON() { return '[' + plain(this).map((one) => JSON.stringify(one)).join(', ') + ']'; },
    reduce() { return this.length > 1 ? this : this[0]; },
    entries() { return plain(this); },
    toArray() { return plain(this); },
  });
  Array.prototype.collect = Array.prototype.map;
</script>`;

/** Pages of which nothing may be seen in what is asked, chosen, kept, sent and found again. */
const ODD: readonly (readonly [what: string, head: string])[] = [
  ...[`'x'`, 'true', '() => 1'].map(
    (value) =>
      [`all our fields on every object, ${value}`, putting('Object.prototype', DRIVABLE, value, false)] as const,
  ),
  ['an old library, which adds to arrays, changes some of what they do, and has a Document and an Event', OLD_LIBRARY],
];

/** Lit as it comes from its package. */
const THEIRS = `<script type="importmap">${JSON.stringify({
  imports: {
    lit: '/modules/lit/index.js',
    'lit-html': '/modules/lit-html/lit-html.js',
    'lit-html/': '/modules/lit-html/',
    'lit-element/lit-element.js': '/modules/lit-element/lit-element.js',
    '@lit/reactive-element': '/modules/@lit/reactive-element/reactive-element.js',
  },
})}</script><script type="module">
  import { html, LitElement } from 'lit';
  customElements.define('their-element', class extends LitElement { render() { return html\`<p>theirs</p>\`; } });
</script>`;

/** What pages, and tools that watch pages, put in place of the platform's own: it does the same. */
const WRAPPED: readonly (readonly [what: string, script: string])[] = [
  ['wrapped fetch', `{ const own = fetch; window.fetch = (...args) => own(...args).then((response) => response); }`],
  [
    'wrapped fetch by one that asks its options for more',
    `{ const own = fetch; window.fetch = (url, init) => own(url, init && init.hasOwnProperty('headers') ? { ...init } : init); }`,
  ],
  ...['Document', 'Element', 'Event', 'HTMLButtonElement', 'HTMLScriptElement', 'Node', 'Window'].map(
    (name) => [`a variable of its own that is named ${name}`, `const ${name} = { make() {} };`] as const,
  ),
  [
    'wrapped every listener',
    `{ const { addEventListener: own } = EventTarget.prototype;
      EventTarget.prototype.addEventListener = function (type, listener, options) {
        return own.call(this, type, typeof listener === 'function' ? function (...args) { return listener.apply(this, args); } : listener, options);
      }; }`,
  ],
  [
    'wrapped customElements.define',
    `{ const own = customElements.define; CustomElementRegistry.prototype.define = function (...args) { return own.apply(this, args); }; }`,
  ],
  ['replaced MutationObserver by one of its own', `window.MutationObserver = class extends MutationObserver {};`],
  [
    'replaced MutationObserver by one that sees nothing',
    `window.MutationObserver = class { observe() {} disconnect() {} takeRecords() { return []; } };`,
  ],
  [
    'replaced Promise by one of its own',
    `{ const Own = Promise;
      window.Promise = class Theirs {
        constructor(run) { this.own = new Own(run); }
        then(...args) { const next = new Theirs(() => {}); next.own = this.own.then(...args); return next; }
        catch(failed) { return this.then(undefined, failed); }
        finally(done) { return this.then((value) => (done(), value), (error) => { done(); throw error; }); }
        static resolve(value) { return new Theirs((done) => done(value)); }
        static reject(error) { return new Theirs((_, failed) => failed(error)); }
        static all(list) { return Theirs.resolve(Own.all(list)); }
        static race(list) { return Theirs.resolve(Own.race(list)); }
        static allSettled(list) { return Theirs.resolve(Own.allSettled(list)); }
      }; }`,
  ],
  ['wrapped JSON.parse', `{ const own = JSON.parse; JSON.parse = (text, revive) => own(text, revive); }`],
  [
    'frozen what every object and function has',
    `for (const each of [Object, Function, Array, String, Promise, Date, RegExp]) Object.freeze(each.prototype);`,
  ],
  [
    'an old library, which changes Array.from',
    `Array.from = (list) => { const all = []; for (let i = 0; i < (list?.length ?? 0); i++) all.push(list[i]); return all; };`,
  ],
];

/** A fetch that is of no use. */
const FETCHES: readonly (readonly [what: string, script: string])[] = [
  ['throws', `window.fetch = () => { throw new Error('the page’s own'); };`],
  ['gives nothing', `window.fetch = () => undefined;`],
  ['gives no response', `window.fetch = () => Promise.resolve({ ok: true, status: 200 });`],
  ['rejects with nothing', `window.fetch = () => Promise.reject();`],
];

const THROW = `() => { throw new Error('the page’s own'); }`;

/** What the widget cannot do without; and what it tells, where it gets no further than that. */
const BROKEN: readonly (readonly [what: string, script: string, told?: RegExp])[] = [
  ...['Map', 'MutationObserver', 'Set', 'URL', 'WeakSet'].map(
    (name) =>
      [
        `a variable of its own that is named ${name}`,
        `const ${name} = { make() {} };`,
        RegExp(`${name} is not a constructor`),
      ] as const,
  ),
  ['a variable of its own that is named Date', `const Date = { make() {} };`, /Date.now is not a function/],
  ['an addEventListener that does nothing', `window.addEventListener = () => {};`],
  ['an addEventListener that throws', `window.addEventListener = ${THROW};`, /the page’s own/],
  ['a customElements.define that does nothing', `customElements.define = () => {};`],
  ['a customElements.define that throws', `customElements.define = ${THROW};`],
  ['a customElements.get that gives something else', `customElements.get = () => HTMLElement;`],
  [
    'a MutationObserver that throws',
    `window.MutationObserver = function () { throw new Error('the page’s own'); };`,
    /the page’s own/,
  ],
  ['a JSON.parse that throws', `JSON.parse = ${THROW};`],
];

const ROWS = 200;
/** Rows that are there when a page comes, more with every page. */
const ROWS_A_PAGE = 20;

/** Puts rows into the widget's database, which is made where there is none. */
const put = async ({ page }: Tab, rows: readonly RowSource[]): Promise<void> => {
  const source = rows.map(([key, value]) => `[${key}, ${value}]`).join(',\n');
  await page.evaluate(`new Promise((done, failed) => {
    const opening = indexedDB.open('timebot-consent-1');
    opening.onupgradeneeded = () => opening.result.createObjectStore('consent');
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('consent', 'readwrite');
      for (const [key, value] of [${source}]) transaction.objectStore('consent').put(value, key);
      transaction.oncomplete = () => { opening.result.close(); done(); };
      transaction.onabort = () => failed(transaction.error);
    };
  })`);
};

/** What the page itself can find out about the records of this device. */
const historyOf = ({ page }: Tab): Promise<readonly string[]> =>
  page.evaluate(async () => (await window.timebotConsent?.history())?.map(({ record }) => record.id) ?? []);

/** What the pages at these paths tell (see ACTOR), side by side in sandboxed frames; by path. */
const toldBy = async (site: Site, { go, page }: Tab, paths: readonly string[]): Promise<Record<string, unknown>> => {
  const told: Record<string, unknown> = {};
  for (const batch of batches(paths)) {
    site.page('/', {
      widget: '',
      head: `<script>window.told = {}; addEventListener('message', ({ data }) => { told[data.name] = data.seen; });</script>`,
      // all in view, as nothing is painted in frames that are not
      body: batch
        .map((path) => `<iframe sandbox="allow-scripts" width="90" height="60" src="/${path}"></iframe>`)
        .join(''),
    });
    await go();
    const enough = (count: number): boolean => Object.keys(window.told ?? {}).length >= count;
    await page.waitForFunction(enough, { timeout: FRAMES_PATIENCE }, batch.length).catch(() => undefined);
    Object.assign(told, await page.evaluate(() => window.told));
  }
  return told;
};

const quote = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

suite(
  'hostile pages',
  () => {
    scenario(
      `markup named like what is read (${NAMES.length} names): asks, and keeps a choice`,
      async ({ site, tab, errors }) => {
        const visitor = await tab();
        for (const name of [...NAMES, ...LITS]) {
          site.page(`/${name}`, {
            head: `${ACTOR}<img name="${name}" alt=""><a id="${name}"></a>
            <form id="form" data-consent-open><input name="${name}"><input id="${name}" type="hidden"></form>`,
            body: GATED,
            // in a sandbox, where the endpoint alone can keep a choice
            widget: withConfig({ purposes: ADS, endpoint: site.otherEndpoint }),
          });
        }
        const told = await toldBy(site, visitor, [...NAMES, ...LITS]);
        for (const name of NAMES) {
          assert.deepEqual(
            told[name],
            { early: ['necessary'], allowed: false, asked: true, order: ALL, delivery: 'acknowledged' },
            name,
          );
        }
        for (const name of LITS)
          assert.deepEqual(told[name], { early: ['necessary'], allowed: false, asked: false }, name);
        assert.equal(site.records().length, NAMES.length);
        // what kills Lit is reported by the platform, and nobody can keep it from that
        for (const error of errors.splice(0)) assert.match(String(Object(error).stack), /banner-|lit/);
      },
    );

    scenario(
      `properties of every object, named like what ours may be without, and all ${FIELDS.length} fields: asks, and keeps a choice`,
      async ({ site, tab }) => {
        const visitor = await tab();
        const pages = [
          ...OPTIONAL.flatMap((names) =>
            PUT.map((value) => ({
              names: names.split(' '),
              value,
              services: [OWN_SERVICE],
              prototype: 'Object.prototype',
            })),
          ),
          ...SERVICES.flatMap((services) =>
            PUT.map((value) => ({ names: FIELDS, value, services, prototype: 'Object.prototype' })),
          ),
          ...['Array.prototype', 'String.prototype', 'Function.prototype'].flatMap((prototype) =>
            [`'x'`, '() => 1'].map((value) => ({ names: FIELDS, value, services: SERVICES.at(-1), prototype })),
          ),
        ];
        for (const [index, { names, value, services, prototype }] of pages.entries()) {
          site.page(`/${index}`, {
            head: `${putting(prototype, names, value)}${ACTOR}<form id="form" data-consent-open></form>`,
            body: GATED,
            widget: withConfig({ services, endpoint: site.otherEndpoint }),
          });
        }
        const told = await toldBy(
          site,
          visitor,
          pages.map((_, index) => `${index}`),
        );
        for (const [index, { names, value, services, prototype }] of pages.entries()) {
          assert.deepEqual(
            told[index],
            { early: ['necessary'], allowed: false, asked: true, order: ALL, delivery: 'acknowledged' },
            `${prototype}, ${value}: ${names.length === FIELDS.length ? 'all' : names.join(' ')}, ${JSON.stringify(services)}`,
          );
        }
        assert.equal(site.records().length, pages.length);
      },
    );

    scenario(
      'a page that breaks `await` or lists for every script: nothing is granted',
      async ({ site, tab, errors }) => {
        const frames = ['then', 'return'].map((name) => {
          const head = putting('Object.prototype', [name], '() => 1');
          site.page(`/${name}`, { head, body: GATED, widget: withConfig({ services: SERVICES.at(-1) }) });
          return `<iframe src="/${name}"></iframe>`;
        });
        site.page('/', { widget: '', body: frames.join('') });
        const visitor = await tab();
        await visitor.page.goto(site.origin, { waitUntil: 'load' });
        assert.equal(site.count('/timebot-consent.js'), frames.length);
        assert.equal(site.count(isGated), 0);
        // what an iterator's `return` gives is no object
        for (const error of errors.splice(0)) assert.match(String(error), /^TypeError: Iterator result 1/);
      },
    );

    for (const [what, head] of ODD) {
      scenario(`a page with ${what}: what is chosen holds, and nothing else`, async ({ site, tab }) => {
        const body = `${GATED}<button id="open" data-consent-open>Open</button>${EMBEDS}`;
        site.page('/', { head, body, widget: withConfig({ services: SERVICES.at(-1) }) });
        site.fault(answers(503));
        const visitor = await tab();
        await visitor.go();
        await visitor.asked();
        assert.deepEqual(await visitor.ran(1), ['necessary']);
        assert.equal(await visitor.allows('ads'), false);
        await visitor.press(control('settings'));
        await visitor.press('timebot-consent >>> input[name="ads"]');
        await visitor.press(control('save'));
        assert.deepEqual(await visitor.ran(3), ['necessary', 'ads', 'ads-inline']);
        assert.equal(field(await visitor.event('delivery'), 'delivery'), 'pending');
        await visitor.page.close();
        site.fault();
        const later = await tab(clockAhead(600_000));
        await later.go();
        await later.quiet();
        await later.acknowledged();
        const [saved] = await site.stored(1);
        const refused = { necessary: true, personalisation: false, telemetry: false, ads: true };
        assert.deepEqual(saved?.purposes, refused);
        assert.deepEqual(saved?.services, { youtube: false, 'google-tag': false, counter: false });
        assert.equal(saved?.policy.accepted, false);
        await later.page.evaluate(() => window.timebotConsent?.decide({ telemetry: true }));
        const [, granted] = await site.stored(2);
        assert.deepEqual(granted?.purposes, { ...refused, telemetry: true });
        assert.deepEqual(granted?.services, { youtube: false, 'google-tag': true, counter: true });
        assert.deepEqual([granted?.policy.accepted, granted?.prev], [false, saved?.id]);
        const calls = await later.page.waitForFunction(() => Reflect.get(window, 'counterCalls'), { polling: 50 });
        assert.deepEqual(await later.page.evaluate((list) => [...list], calls), ['granted']);
        await later.visible('timebot-embed[service="youtube"] >>> [data-action="show-once"]');
        assert.deepEqual(await historyOf(later), [saved?.id, granted?.id]);
        await later.press('#open');
        await later.press(control('withdraw'));
        const [, , withdrawn] = await site.stored(3);
        assert.deepEqual(withdrawn?.purposes, { ...refused, ads: false });
        assert.equal(await later.allows('ads'), false);
        await later.go();
        await later.quiet();
        assert.deepEqual(await later.ran(1), ['necessary']);
      });
    }

    scenario(
      'a page with all our fields on every object, and no config: nothing more is loaded',
      async ({ site, tab }) => {
        site.page('/', { head: putting('Object.prototype', DRIVABLE, 'true', false), body: GATED, widget: WIDGET });
        const visitor = await tab();
        await visitor.go();
        await visitor.accept();
        await visitor.quiet();
        await visitor.acknowledged();
        // the outbox may come, where the page looks at it while the click's record is on its way
        const files = site.files().filter((file) => file !== 'outbox');
        assert.deepEqual(files.toSorted(), ['banner', 'owner', 'page', 'ru', 'timebot-consent']);
      },
    );

    for (const [what, script] of WRAPPED) {
      scenario(`a page that has ${what}: it works`, async ({ site, tab }) => {
        site.page('/', { body: GATED });
        const visitor = await tab(script);
        await visitor.go();
        await visitor.asked();
        assert.deepEqual(await visitor.ran(1), ['necessary']);
        assert.equal(await visitor.allows('ads'), false);
        await visitor.accept();
        assert.deepEqual((await visitor.ran(ALL.length)).toSorted(), ALL.toSorted());
        assert.equal((await site.stored(1))[0]?.action, 'given');
        await visitor.acknowledged();
        await visitor.press('div >>> [data-consent-open]');
        await visitor.press(control('close'));
        await visitor.gone(control('close'));
        await visitor.press('div >>> [data-consent-open]');
        await visitor.press('timebot-consent >>> input[name="ads"]');
        await visitor.press(control('save'));
        const [, changed] = await site.stored(2);
        assert.deepEqual([changed?.purposes['ads'], changed?.purposes['telemetry']], [false, true]);
      });
    }

    scenario('a button of the page’s own around the question answers nothing', async ({ site, tab }) => {
      const body = `<button type="button" data-action="accept-all"><timebot-consent></timebot-consent></button>${GATED}`;
      site.page('/', { body });
      const visitor = await tab();
      await visitor.go();
      await visitor.asked();
      await visitor.press('timebot-consent >>> [part="title"]');
      assert.equal(await visitor.view(), 'banner');
      assert.equal(await visitor.allows('ads'), false);
      await visitor.reject();
      const [record] = await site.stored(1);
      assert.equal(record?.action, 'refused');
    });

    for (const [what, change] of [
      ['goes', 'this.remove()'],
      ['is drawn anew', 'this.firstChild.innerHTML = this.firstChild.innerHTML'],
      ['is no longer one', `this.firstChild.removeAttribute('data-consent-open')`],
      ['keeps its presses to itself', 'event.stopPropagation()'],
    ]) {
      scenario(`a way to the preferences that ${what} when it is pressed opens them`, async ({ site, tab }) => {
        const way = '<a href="#gone" data-consent-open><span>Cookies</span></a>';
        site.page('/', { body: `<div id="menu" onclick="${change}">${way}</div>` });
        const visitor = await tab();
        await visitor.go();
        await visitor.reject();
        // neither the document nor the window is in one
        await visitor.page.evaluate(() => {
          for (const target of [document, window]) target.dispatchEvent(new MouseEvent('click', { bubbles: true }));
        });
        await visitor.press('#menu span');
        await visitor.visible(control('save'));
        assert.equal(new URL(visitor.page.url()).hash, '');
      });
    }

    scenario('a page that refuses while the acceptance is being written: the refusal holds', async ({ site, tab }) => {
      const head = `<script>{
        const own = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...args) {
          IDBObjectStore.prototype.put = own;
          document.querySelector('timebot-consent').shadowRoot.querySelector('[data-action="reject-all"]').click();
          return own.apply(this, args);
        };
      }</script>`;
      site.page('/', { body: GATED, head });
      site.page('/next', { body: GATED });
      const visitor = await tab();
      await visitor.go();
      await visitor.asked();
      await visitor.press(control('accept-all'));
      const records = await site.stored(2);
      assert.equal(records.find(({ seq }) => seq === 1)?.action, 'given');
      assert.equal(records.find(({ seq }) => seq === 2)?.action, 'withdrawn');
      await visitor.go('/next');
      await visitor.quiet();
      assert.deepEqual(await visitor.order(), ['necessary']);
    });

    for (const [what, script] of FETCHES) {
      scenario(
        `a page whose fetch ${what}: the choice waits for the next page, a config by address asks`,
        async ({ site, tab }) => {
          site.page('/', { body: GATED, head: `<script>${script}</script>` });
          site.json('/consent.json', {});
          site.page('/address', {
            body: GATED,
            head: `<script>${script}</script>`,
            widget:
              '<script src="/timebot-consent.js" data-config="/consent.json" data-endpoint="/consents" async></script>',
          });
          site.page('/later', { body: GATED });
          const visitor = await tab();
          await visitor.go('/address');
          await visitor.asked();
          assert.deepEqual(await visitor.ran(1), ['necessary']);
          assert.equal(await visitor.allows('ads'), false);
          await visitor.warned(/consent\.json/);
          await visitor.go();
          await visitor.accept();
          assert.equal((await visitor.ran(ALL.length)).length, ALL.length);
          assert.equal(field(await visitor.event('delivery'), 'delivery'), 'pending');
          assert.equal(site.count('/consents'), 0);
          await visitor.page.close(); // it tries again and again, and only one tab at a time does
          const later = await tab(clockAhead(600_000));
          await later.go('/later');
          await later.acknowledged();
          assert.equal(site.records().length, 1);
        },
      );
    }

    for (const [what, script, told] of BROKEN) {
      scenario(`a page that has ${what}: nothing is granted, and nothing of ours throws`, async ({ site, tab }) => {
        site.page('/', { body: GATED });
        const visitor = await tab(script);
        await visitor.page.goto(site.origin); // until all of it has loaded
        if (told) await visitor.warned(told);
        await visitor.page.evaluate(() => window.timebotConsent?.ready);
        assert.ok((await visitor.order()).every((name) => name === 'necessary'));
        assert.notEqual(await visitor.allows('ads'), true);
        assert.equal(site.count(isGated), 0);
      });
    }

    scenario('a page with a Lit of its own: both work', async ({ site, tab }) => {
      site.spoil(/^\/modules\//, async ({ request, response }) => {
        const path = (request.url ?? '').replace('/modules/', 'node_modules/');
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(await readFile(path));
      });
      site.page('/', { body: `<their-element></their-element>${GATED}`, head: THEIRS });
      const visitor = await tab();
      await visitor.go();
      await visitor.asked();
      const hit = await visitor.page.evaluate(() => {
        const root = document.querySelector('timebot-consent')?.shadowRoot;
        return Array.from(root?.querySelectorAll('button[data-action]') ?? [], (button) => {
          const { left, top, width, height } = button.getBoundingClientRect();
          const found = root?.elementFromPoint(left + width / 2, top + height / 2);
          return width >= 24 && height >= 24 && (found === button || button.contains(found ?? null));
        });
      });
      assert.ok(hit.length >= 3);
      assert.ok(hit.every(Boolean));
      await visitor.press(control('settings'));
      await visitor.press('timebot-consent >>> input[name="ads"]');
      await visitor.press(control('save'));
      const [record] = await site.stored(1);
      assert.equal(record?.purposes['ads'], true);
      assert.equal(record?.purposes['telemetry'], false);
      await visitor.press('div >>> [data-consent-open]');
      await visitor.press(control('withdraw'));
      await site.stored(2);
      assert.equal(await visitor.allows('ads'), false);
    });

    scenario(
      '* { all: unset !important }: the question is in view, and every button takes a press',
      async ({ site, tab }) => {
        site.page('/', {
          body: GATED,
          head: '<style>* { all: unset !important } body * { display: none !important }</style>',
        });
        const visitor = await tab();
        await visitor.go();
        await visitor.asked();
        const hit = await visitor.page.evaluate(() => {
          const root = document.querySelector('timebot-consent')?.shadowRoot;
          return Array.from(root?.querySelectorAll('button[data-action]') ?? [], (button) => {
            const { left, top, width, height } = button.getBoundingClientRect();
            const found = root?.elementFromPoint(left + width / 2, top + height / 2) ?? null;
            return width >= 24 && height >= 24 && button.contains(found);
          });
        });
        assert.ok(hit.length >= 3 && hit.every(Boolean), String(hit));
        await visitor.press(control('settings'));
        await visitor.press('timebot-consent >>> input[name="ads"]');
        await visitor.press(control('save'));
        const [record] = await site.stored(1);
        assert.deepEqual([record?.purposes['ads'], record?.purposes['telemetry']], [true, false]);
        await visitor.press('div >>> [data-consent-open]');
        await visitor.press(control('withdraw'));
        await site.stored(2);
        assert.equal(await visitor.allows('ads'), false);
      },
    );

    scenario(`${CONFIGS} damaged configs: nothing thrown, no code run, nothing granted`, async ({ site, tab }) => {
      const visitor = await tab();
      const outside: string[] = [];
      visitor.page.on('request', (request) => {
        const { hostname, protocol } = new URL(request.url());
        if (protocol.startsWith('http') && hostname !== 'localhost') outside.push(request.url());
      });
      const configs = hostileConfigs(CONFIGS).map((config) =>
        // a stranger to all parts: there is always something to tell the owner, which is the last that happens
        typeof config === 'object' && config && !Array.isArray(config) ? { ...config, stranger: 1 } : config,
      );
      for (const [n, config] of configs.entries()) {
        const json = JSON.stringify(config);
        const texts = Object.entries(Object(config)).filter(
          ([key, value]) => typeof value === 'string' && /^\w+$/.test(key),
        );
        const attributes = texts.map(([key, value]) => `data-${key}="${quote(String(value))}"`).join(' ');
        const inline = `<script type="application/json" data-timebot-consent>${json.replaceAll('<', '\\u003c')}</script><script src="/timebot-consent.js" async></script>`;
        const byAddress = `<script src="/timebot-consent.js" data-config="/${n}.json" async></script>`;
        const byAttributes = `<script src="/timebot-consent.js" ${attributes} data-theme="black" async></script>`;
        site.json(`/${n}.json`, config);
        site.page(`/${n}`, {
          head: WITNESS,
          body: GATED + EMBEDS,
          widget: n % 5 < 3 ? inline : n % 5 === 3 ? byAddress : byAttributes,
        });
      }
      const problems: unknown[] = [];
      for (const [turn, batch] of batches(configs).entries()) {
        const from = turn * AT_ONCE;
        const frames = batch.map((_, n) => `<iframe id="f${n}" src="/${from + n}"></iframe>`);
        site.page('/', { widget: '', body: frames.join('') });
        await visitor.go();
        await visitor.page
          .waitForFunction(
            () =>
              Array.from({ length: window.length }, (_, n) => window[n]).every(
                (frame) => frame?.found || frame?.trouble?.length,
              ),
            { polling: 50, timeout: FRAMES_PATIENCE },
          )
          .catch(() => undefined);
        const found = await visitor.page.evaluate(() =>
          Array.from({ length: window.length }, (_, n) => ({ found: window[n]?.found, trouble: window[n]?.trouble })),
        );
        for (const [n, config] of batch.entries()) {
          const seen = found[n]?.found;
          const trouble = found[n]?.trouble ?? ['it has not come'];
          const sound =
            seen &&
            !trouble.length &&
            !seen.allowed.length &&
            !seen.decided &&
            !seen.tags.length &&
            !seen.polluted.length;
          if (!sound || seen.order.some((name) => name !== 'necessary'))
            problems.push({ n: from + n, seen, trouble, config: JSON.stringify(config).slice(0, 1500) });
        }
      }
      assert.deepEqual(problems, []);
      assert.deepEqual(
        site.log.filter(isGated).map(({ path }) => path),
        [],
      );
      // what Google's advanced mode loads before the choice, by the owner's own wish, and nothing else
      assert.deepEqual(
        [...new Set(outside.map((url) => new URL(url).hostname))].filter((host) => host !== 'www.googletagmanager.com'),
        [],
      );
      assert.equal((await visitor.cookies())['timebot_consent'], undefined);
    });

    scenario(`${ROWS} damaged rows beside a refusal: it holds, is found and arrives`, async ({ site, tab }) => {
      site.page('/', { body: GATED });
      site.page('/idle', { widget: '' });
      site.fault(resets);
      const visitor = await tab();
      await visitor.go();
      await visitor.reject();
      await visitor.event('delivery');
      const kept = Object.entries(await visitor.kept()).find(([key]) => key.startsWith('record/'))?.[1];
      const whole = parseRecord(String(field(kept, 'body')));
      const rows = hostileRows(whole, ROWS);
      for (let from = 0; from < ROWS; from += ROWS_A_PAGE) {
        await visitor.go('/idle');
        await put(visitor, rows.slice(from, from + ROWS_A_PAGE));
        // by turns the cookie tells of the decision, and the database alone
        if (from % (2 * ROWS_A_PAGE)) await visitor.page.deleteCookie({ name: 'timebot_consent', url: site.origin });
        if (from + ROWS_A_PAGE >= ROWS) site.fault();
        await visitor.go();
        await visitor.quiet();
        assert.equal(await visitor.view(), undefined, `after row ${from} it asks`);
        assert.equal(await visitor.allows('ads'), false);
        assert.deepEqual(await visitor.order(), ['necessary']);
        assert.deepEqual(await historyOf(visitor), [whole.id], `after row ${from}`);
        assert.equal((await visitor.cookies())['timebot_consent']?.split('.')[1], '1', 'the refusal, and no other');
      }
      await visitor.acknowledged();
      assert.deepEqual(
        site.records().map(({ id }) => id),
        [whole.id],
      );
    });

    scenario(
      `${ROWS} damaged rows and no record: it asks, grants nothing, and a choice is kept`,
      async ({ site, tab, stranger }) => {
        site.page('/', { body: GATED });
        site.page('/idle', { widget: '' });
        const other = await stranger();
        await other.go();
        await other.reject();
        const [record] = await site.stored(1);
        assert.ok(record);
        const visitor = await tab();
        await visitor.go('/idle');
        await put(visitor, hostileRows(record, ROWS));
        await visitor.go();
        await visitor.asked();
        assert.deepEqual(await visitor.ran(1), ['necessary']);
        assert.equal(await visitor.allows('ads'), false);
        assert.deepEqual(await historyOf(visitor), []);
        await visitor.accept();
        assert.deepEqual(await visitor.ran(ALL.length), ALL);
        const [, own] = await site.stored(2);
        assert.equal(own?.action, 'given');
        assert.deepEqual([own?.seq, own?.prev], [1, null]);
        await visitor.go();
        await visitor.quiet();
        assert.deepEqual(await historyOf(visitor), [own?.id]);
      },
    );
  },
  surroundings,
);
