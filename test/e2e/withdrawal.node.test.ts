/*
 * What a withdrawal leaves behind: nothing that script can remove, in any tab, and an honest list of the rest. A shop on a
 * host of its own below a public suffix of two labels, https, and a vendor that writes wherever it can.
 * Alone: npm run build && npx tsx --test test/e2e/withdrawal.node.test.ts (DIST=<folder> for another build)
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { request as ask } from 'node:http';
import { createServer } from 'node:https';
import { ADS, withConfig, type PageOptions } from './site.js';
import { startVendors, type Vendors } from './vendors.js';
import { control, scenario, suite, type Tab, type World } from './visitor.js';

let vendors: Vendors;

/** What the vendor's script does: `_f…` wherever it may, a call to stop, and a third party's cookie. */
const VENDOR = `
  window.fake = {
    stops: 0,
    stop() {
      fake.stops++;
      navigator.sendBeacon('/ran/stopped');
      document.cookie = '_f_stopped=1; path=/; max-age=600';
      localStorage.setItem('_f_stopped', '1');
    },
  };
  const hosts = location.hostname.split('.').map((_, i, labels) => labels.slice(i).join('.'));
  const { pathname } = location;
  const paths = ['', pathname];
  for (let i = pathname.indexOf('/', 1); i > 0; i = pathname.indexOf('/', i + 1))
    paths.push(pathname.slice(0, i), pathname.slice(0, i + 1));
  for (const domain of ['', ...hosts, ...hosts.map((host) => '.' + host)])
    for (const path of ['/', ...paths])
      for (const more of ['', '; secure', '; secure; samesite=none; partitioned'])
        document.cookie =
          '_f_uid=1; max-age=600' + (domain && '; domain=' + domain) + (path && '; path=' + path) + more;
  document.cookie = '__Host-_f=1; max-age=600; path=/; secure';
  document.cookie = '__Secure-_f=1; max-age=600; path=/; secure; domain=example.com.kz';
  document.cookie = '_f_shared=1; max-age=600; path=/';
  for (const area of [localStorage, sessionStorage]) {
    area.setItem('_f_queue', '1');
    area.setItem('basket', '1');
  }
  window.written = Promise.all([
    new Promise((done) => { indexedDB.open('_f-db').onsuccess = ({ target }) => done(target.result.close()); }),
    caches.open('_f-cache'),
  ]).then(() => true);`;

const keeps = [
  { in: 'cookie', name: '_f*' },
  { in: 'cookie', name: '__Host-_f' },
  { in: 'cookie', name: '__Secure-_f' },
  { in: 'local', name: '_f*' },
  { in: 'session', name: '_f*' },
  { in: 'database', name: '_f-*' },
  { in: 'cache', name: '_f-*' },
];
/** What script cannot remove. */
const beyond = [
  { in: 'cookie', name: 'vendor_uid', host: 'tracker.test' },
  { in: 'cookie', name: 'sid_*', httpOnly: true },
];

interface Shop {
  /** The vendor as the shop's config states it. */
  readonly fake: Readonly<Record<string, unknown>>;
  readonly page: (path: string, services: readonly unknown[], options?: PageOptions, more?: object) => void;
  readonly go: (tab: Tab, path?: string, host?: string) => Promise<void>;
  /** How often the vendor's script was asked for. */
  readonly loads: () => number;
}

/** The site of a scenario as a shop on https. */
const inShop = (run: (world: World & { readonly shop: Shop }) => Promise<void>) => async (world: World) => {
  const { site } = world;
  const pem = await readFile(new URL('test-only.pem', import.meta.url), 'utf8');
  const server = createServer({ key: pem, cert: pem }, (asked, answer) => {
    const { method, url: path, headers } = asked;
    const onward = ask(site.origin + path, { method, headers: { ...headers, origin: site.origin } }, (got) => {
      const isVendor = path?.startsWith('/tag/fake');
      answer.writeHead(got.statusCode ?? 500, got.headers);
      if (isVendor) answer.end(VENDOR);
      else got.pipe(answer);
    });
    onward.on('error', () => answer.destroy()); // the site is closed
    asked.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const host = `shop.example.com.kz:${port}`;
  const shop: Shop = {
    fake: {
      id: 'fake',
      purpose: 'ads',
      hosts: [host],
      load: [`https://${host}/tag/fake.js`],
      tell: { withdrawal: [{ call: 'fake.stop' }] },
      keeps: [...keeps, ...beyond],
    },
    page: (path, services, options = {}, more = {}) =>
      site.page(path, { ...options, widget: withConfig({ services, ...more }, options.widget) }),
    go: async ({ page }, path = '/shop/cart/1', name = 'shop.example.com.kz') => {
      await page.bringToFront();
      await page.goto(`https://${name}:${port}${path}`, { waitUntil: 'domcontentloaded' });
    },
    loads: () => site.count('/tag/fake.js'),
  };
  try {
    await run({ ...world, shop });
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

/** Waits until the vendor's script has written everything. */
const written = ({ page }: Tab): Promise<unknown> => page.waitForFunction(() => Reflect.get(window, 'written'));

/** What the vendor has left in this tab, and what is nobody's but the shop's. */
const storage = ({ page }: Tab): Promise<readonly string[]> =>
  page.evaluate(async () => [
    ...document.cookie.split('; ').map((pair) => pair.split('=')[0] ?? ''),
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name = '' }) => name),
    ...(await caches.keys()),
  ]);

const OURS = ['basket', 'basket', 'timebot-consent-1', 'timebot_consent'];

/** Waits until nothing of the vendor is left in this tab. */
const cleaned = async (tab: Tab): Promise<void> => {
  await tab.page.waitForFunction(
    async () =>
      !/(^| |-)_f/.test(document.cookie) &&
      ![...Object.keys(localStorage), ...Object.keys(sessionStorage)].some((key) => key.startsWith('_f')) &&
      !(await indexedDB.databases()).some(({ name }) => name?.startsWith('_f')) &&
      !(await caches.keys()).some((key) => key.startsWith('_f')),
    { polling: 20 },
  );
};

const stops = ({ page }: Tab): Promise<unknown> =>
  page.evaluate(() => Object(Reflect.get(window, 'fake')).stops as unknown);

const withdraw = ({ page }: Tab) => page.evaluate(() => window.timebotConsent?.withdraw());

/** A cookie that a visitor has of a third party. */
const meetTracker = async ({ page }: Tab): Promise<void> =>
  page.setCookie({ name: 'vendor_uid', value: '1', url: 'https://tracker.test/', sameSite: 'None', secure: true });

const SERVER = { headers: { 'set-cookie': 'sid_1=1; HttpOnly; Secure; Path=/' } };

suite(
  'withdrawal',
  () => {
    scenario(
      'the vendor is told first; then everything that it kept is gone, wherever it was, and a reload asks for nothing',
      inShop(async ({ tab, shop }) => {
        shop.page('/shop/cart/1', [shop.fake], SERVER);
        const visitor = await tab();
        await meetTracker(visitor);
        await shop.go(visitor);
        await visitor.accept();
        await written(visitor);
        const before = await visitor.tracked();
        assert.ok(before.filter((name) => name === '_f_uid').length > 20, `${before.length} cookies`);
        assert.deepEqual(
          ['__Host-_f', '__Secure-_f', 'vendor_uid', 'sid_1'].filter((name) => !before.includes(name)),
          [],
        );

        const answer = await withdraw(visitor);
        assert.equal(await stops(visitor), 1);
        assert.deepEqual([...(await visitor.tracked())].sort(), ['sid_1', 'vendor_uid']);
        assert.deepEqual([...(await storage(visitor))].sort(), OURS);
        assert.deepEqual(
          answer?.left,
          beyond.map((trace) => ({ service: 'fake', ...trace })),
        );

        assert.equal(shop.loads(), 1);
        await shop.go(visitor);
        await visitor.quiet();
        await vendors.settled(visitor);
        assert.equal(shop.loads(), 1);
        assert.deepEqual([...(await visitor.tracked())].sort(), ['sid_1', 'vendor_uid']);
      }),
    );

    scenario(
      'pressed and left in the same moment: the vendor is told before the press is over, and its traces go with the page',
      inShop(async ({ site, tab, shop }) => {
        shop.page('/', [shop.fake]);
        site.page('/elsewhere', { widget: '' });
        const visitor = await tab();
        await shop.go(visitor, '/');
        await visitor.accept();
        await written(visitor);
        await visitor.press('div >>> [data-consent-open]');
        await visitor.visible(control('withdraw'));
        const navigated = visitor.page.waitForNavigation();
        const told = await visitor.page.evaluate(() => {
          const root = document.querySelector('timebot-consent')?.shadowRoot;
          root?.querySelector<HTMLElement>('[data-action="withdraw"]')?.click();
          location.assign('/elsewhere');
          return Object(Reflect.get(window, 'fake')).stops as unknown;
        });
        assert.equal(told, 1);
        await navigated;
        assert.deepEqual(await visitor.tracked(), []);
        assert.deepEqual(await visitor.page.evaluate(() => Object.keys(localStorage)), ['basket']);
      }),
    );

    scenario(
      'cookies of the page’s first address go too, after the page has given itself another',
      inShop(async ({ tab, shop }) => {
        shop.page('/shop/cart/1', [shop.fake]);
        const visitor = await tab();
        await shop.go(visitor);
        await visitor.accept();
        await written(visitor);
        await visitor.page.evaluate(() => history.pushState(null, '', '/elsewhere'));
        await withdraw(visitor);
        assert.deepEqual(await visitor.tracked(), []);
      }),
    );

    scenario(
      'one service is refused by itself: what another one keeps stays, though the pattern of the first fits it',
      inShop(async ({ tab, shop }) => {
        const count = { id: 'count', purpose: 'telemetry', keeps: [{ in: 'cookie', name: '_f_shared' }] };
        shop.page('/shop/cart/1', [shop.fake, count]);
        const visitor = await tab();
        await shop.go(visitor);
        await visitor.accept();
        await written(visitor);
        const some = await visitor.page.evaluate(() => window.timebotConsent?.decide({ ads: false }));
        assert.equal(some?.left.length, 2);
        assert.deepEqual(await visitor.tracked(), ['_f_shared']);
        const all = await withdraw(visitor);
        assert.deepEqual(all?.left, []);
        assert.deepEqual(await visitor.tracked(), []);
      }),
    );

    scenario(
      'the first refusal lists nothing: a service that never could run has left nothing',
      inShop(async ({ tab, shop }) => {
        shop.page('/', [shop.fake]);
        const visitor = await tab();
        await shop.go(visitor, '/');
        await visitor.asked();
        const answer = await visitor.page.evaluate(() => window.timebotConsent?.rejectAll());
        assert.deepEqual(answer?.left, []);
      }),
    );

    scenario(
      'the preferences list what could not be removed, and how to',
      inShop(async ({ tab, shop }) => {
        shop.page('/', [shop.fake], SERVER);
        const visitor = await tab();
        await shop.go(visitor, '/');
        await visitor.accept();
        await written(visitor);
        await visitor.press('div >>> [data-consent-open]');
        await visitor.press(control('withdraw'));
        const said = 'Отсюда не удалось удалить: vendor_uid (tracker.test), sid_*.';
        await visitor.page.waitForFunction(
          (part) =>
            document
              .querySelector('timebot-consent')
              ?.shadowRoot?.querySelector('[role=status]')
              ?.textContent.includes(part),
          {},
          said,
        );
      }),
    );

    scenario(
      'every running tab: each tells its vendor and removes what it has',
      inShop(async ({ tab, shop }) => {
        shop.page('/shop/cart/1', [shop.fake]);
        const tabs = [await tab(), await tab(), await tab()];
        const [first, ...others] = tabs;
        assert.ok(first);
        await shop.go(first);
        await first.accept();
        await written(first);
        for (const other of others) {
          await shop.go(other);
          await written(other);
          await other.quiet();
        }
        const from = Date.now();
        await withdraw(first);
        for (const each of tabs) await cleaned(each);
        if (process.env['MEASURE']) console.log(`# three tabs: ${Date.now() - from} ms`);
        for (const each of tabs) {
          assert.equal(await stops(each), 1);
          assert.deepEqual([...(await storage(each))].sort(), OURS);
        }
        const loads = shop.loads();
        for (const each of tabs) {
          await shop.go(each);
          await each.quiet();
          await vendors.settled(each);
        }
        assert.equal(shop.loads(), loads);
      }),
    );

    scenario(
      'a frozen tab does so when it goes on, without a word from the others',
      inShop(async ({ tab, shop }) => {
        shop.page('/', [shop.fake]);
        const first = await tab();
        const frozen = await tab('delete window.BroadcastChannel;');
        await shop.go(first, '/');
        await first.accept();
        await shop.go(frozen, '/');
        await written(frozen);
        await frozen.quiet();
        const browser = await frozen.page.createCDPSession();
        await browser.send('Page.setWebLifecycleState', { state: 'frozen' });
        await withdraw(first);
        await browser.send('Page.setWebLifecycleState', { state: 'active' });
        await cleaned(frozen);
        assert.equal(await stops(frozen), 1);
      }),
    );

    scenario(
      'another subdomain, where the decision is shared: cleaned up after as soon as its tab is looked at',
      inShop(async ({ tab, shop }) => {
        const more = { cookieDomain: 'example.com.kz' };
        shop.page('/', [shop.fake], {}, more);
        const one = await tab();
        const other = await tab();
        await shop.go(one, '/');
        await one.accept();
        await shop.go(other, '/', 'www.example.com.kz');
        await written(other);
        await other.quiet();
        await one.page.bringToFront();
        await withdraw(one);
        await other.page.bringToFront();
        await cleaned(other);
        assert.equal(await stops(other), 1);
        assert.deepEqual(
          one.warnings.filter((warning) => warning.includes('cookieDomain')),
          [],
        );
      }),
    );

    for (const [what, before, after, domain] of [
      ['shared no longer', { cookieDomain: 'example.com.kz' }, {}, 'shop.example.com.kz'],
      ['shared from now on', {}, { cookieDomain: 'example.com.kz' }, '.example.com.kz'],
      [
        'shared more widely',
        { cookieDomain: 'shop.example.com.kz' },
        { cookieDomain: 'example.com.kz' },
        '.example.com.kz',
      ],
    ] as const) {
      scenario(
        `the decision is ${what}: no older cookie is left that would hold again`,
        inShop(async ({ tab, shop }) => {
          shop.page('/', [shop.fake], {}, before);
          const visitor = await tab();
          await shop.go(visitor, '/');
          await visitor.accept();
          await written(visitor);
          await visitor.quiet();
          shop.page('/', [shop.fake], {}, after);
          await shop.go(visitor, '/');
          await visitor.quiet();
          assert.equal(await visitor.allows('ads'), true, 'the older one is read');
          await withdraw(visitor);
          const mirrors = (await visitor.page.cookies()).filter(({ name }) => name === 'timebot_consent');
          assert.deepEqual(
            mirrors.map((cookie) => [cookie.domain, cookie.value.split('.')[1]]),
            [[domain, '2']],
          );
        }),
      );
    }

    for (const domain of ['com.kz', 'elsewhere.kz']) {
      scenario(
        `the decision cannot be shared on ${domain}: it is kept for this host, and the owner is warned once`,
        inShop(async ({ tab, shop }) => {
          shop.page('/', [shop.fake], {}, { cookieDomain: domain });
          const visitor = await tab();
          await shop.go(visitor, '/');
          await visitor.accept();
          await written(visitor);
          await visitor.warned(/cookieDomain.*public suffix/);
          await withdraw(visitor);
          assert.equal(visitor.warnings.filter((warning) => warning.includes('cookieDomain')).length, 1);
          const cookies = await visitor.page.cookies();
          const mirror = cookies.filter(({ name }) => name === 'timebot_consent');
          assert.deepEqual(
            mirror.map((cookie) => cookie.domain),
            ['shop.example.com.kz'],
          );
          await shop.go(visitor, '/');
          await visitor.quiet();
          assert.equal(await visitor.allows('ads'), false);
        }),
      );
    }

    scenario(
      'a page that is rendered in advance loads no vendor until it is shown',
      inShop(async ({ site, tab, shop }) => {
        const rules = JSON.stringify({ prerender: [{ source: 'list', urls: ['/next'] }] });
        shop.page('/', [shop.fake], { body: '<a href="/next">Next</a>' });
        // not async, so that what follows it comes after what it does at once
        const widget = '<script src="/timebot-consent.js" data-endpoint="/consents"></script>';
        shop.page('/next', [shop.fake], { widget, body: `<script>fetch('/ran/next')</script>` });
        const visitor = await tab();
        await shop.go(visitor, '/');
        await visitor.accept();
        await written(visitor);
        await visitor.page.evaluate((text) => {
          const script = document.createElement('script');
          script.type = 'speculationrules';
          script.text = text;
          document.head.append(script);
        }, rules);
        const { headers } = await site.seen('/next');
        assert.match(String(headers['sec-purpose']), /prerender/);
        await site.seen('/ran/next');
        await vendors.settled(visitor);
        assert.equal(shop.loads(), 1);
        await visitor.press('a[href="/next"]');
        await site.seen('/tag/fake.js', 2);
        assert.equal(site.count('/next'), 1, 'it is the page that was rendered in advance');
      }),
    );

    scenario(
      'what a script writes after its withdrawal goes at the next load',
      inShop(async ({ tab, shop }) => {
        shop.page('/', [shop.fake]);
        const visitor = await tab();
        await shop.go(visitor, '/');
        await visitor.accept();
        await written(visitor);
        await withdraw(visitor);
        await visitor.page.evaluate(() => {
          document.cookie = '_f_late=1; path=/; max-age=600';
          localStorage.setItem('_f_late', '1');
        });
        await shop.go(visitor, '/');
        await cleaned(visitor);
        assert.equal(shop.loads(), 1);
      }),
    );

    scenario(
      'a script that is withdrawn on its way is told when it comes, and what it then writes is removed',
      inShop(async ({ site, tab, shop }) => {
        shop.page('/', [shop.fake]);
        const visitor = await tab();
        const release = site.hold('/tag/fake.js');
        await shop.go(visitor, '/');
        await visitor.accept();
        await site.seen('/tag/fake.js');
        await withdraw(visitor);
        release();
        await visitor.page.waitForFunction(() => Object(Reflect.get(window, 'fake')).stops === 1);
        await written(visitor);
        await visitor.page.waitForFunction(() => !document.cookie.includes('_f'));
      }),
    );

    scenario(
      'tags that the gate ran: a service that only says what it keeps is cleaned up after as well',
      inShop(async ({ tab, shop }) => {
        const { load, tell, ...tag } = shop.fake;
        assert.ok(load && tell);
        shop.page('/', [tag], {
          body: `<script type="text/plain" data-consent="ads" data-service="fake" src="/tag/fake.js"></script>`,
        });
        const visitor = await tab();
        await shop.go(visitor, '/');
        await visitor.accept();
        await written(visitor);
        const answer = await withdraw(visitor);
        assert.equal(answer?.left.length, 2);
        assert.deepEqual(await visitor.tracked(), []);
      }),
    );

    for (const [why, more, widget] of [
      ['another edition asks again', { policy: { edition: '2027-02-01' } }, undefined],
      [
        'the config cannot be read',
        {},
        '<script src="/timebot-consent.js" data-config="/consent.json" data-endpoint="/consents" async></script>',
      ],
    ] as const) {
      scenario(
        `${why}: that is no refusal, and removes nothing`,
        inShop(async ({ site, tab, shop }) => {
          site.json('/consent.json', { purposes: ADS, services: [shop.fake] });
          if (widget) site.page('/', { widget });
          else shop.page('/', [shop.fake]);
          const visitor = await tab();
          await shop.go(visitor, '/');
          await visitor.accept();
          await written(visitor);
          const before = await visitor.tracked();
          if (widget) {
            // the copy of the config says what would be cleaned up after
            while (!('config' in (await visitor.kept()))) await vendors.settled(visitor);
            site.page('/consent.json');
          } else shop.page('/', [shop.fake], {}, more);
          await shop.go(visitor, '/');
          await (widget ? visitor.quiet() : visitor.asked());
          // the page is idle when its trigger or its chunk is there; a probe of the network comes after what it does then
          await site.seen(({ path }) => path.startsWith('/page-'), 2);
          await vendors.settled(visitor);
          assert.equal(await visitor.allows('ads'), false);
          assert.deepEqual(await visitor.tracked(), before);
          assert.equal(shop.loads(), 1);
          if (widget) return;
          await visitor.reject();
          await cleaned(visitor);
        }),
      );
    }
  },
  {
    flags: async () => {
      vendors = await startVendors();
      // the shop's hosts are this machine, everybody else's the stand-in
      return vendors.flags.map((flag) => flag.replace('-rules=', '-rules=MAP *.example.com.kz 127.0.0.1, '));
    },
    close: () => vendors.close(),
  },
);
