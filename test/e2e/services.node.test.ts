/*
 * Every ready-made service in a real browser, with its vendor's servers stood in for: nothing before the grant and nothing
 * after a refusal, at the network and in the cookies; the calls that the vendor documents, in their order.
 */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { loadModule } from '../../src/entry/modules.js';
import { serviceNames, type ServiceName } from '../../src/services/names.js';
import { hangs, withConfig } from './site.js';
import { scenario, suite, type Tab } from './visitor.js';
import { startVendors, type Asked, type Vendors } from './vendors.js';

interface Case {
  /** What an owner writes beside `use`. */
  readonly options: object;
  readonly purpose: 'telemetry' | 'ads';
  /** The request that carries something about the visitor. */
  readonly hit: (asked: Asked) => boolean;
  /** Cookies of the site that come with it. */
  readonly cookies: readonly string[];
  /** What the vendor's script has taken after the grant, and besides after a withdrawal. */
  readonly granted: readonly unknown[];
  readonly withdrawn: readonly unknown[];
  /** A switch of the vendor's among the globals: after the grant, after the withdrawal. */
  readonly global?: readonly [name: string, granted: unknown, withdrawn: unknown];
}

const types = (word: string): object => ({
  ad_storage: word,
  ad_user_data: word,
  ad_personalization: word,
  analytics_storage: word,
  functionality_storage: word,
  personalization_storage: word,
  security_storage: 'granted',
});
const google = (...rest: readonly unknown[]): readonly unknown[] => [
  ['consent', 'default', types('denied')],
  ['consent', 'update', types('granted')],
  ...rest,
];
const denied = ['consent', 'update', types('denied')];
const at =
  (host: string, path: string) =>
  (asked: Asked): boolean =>
    asked.host === host && asked.path.startsWith(path);

const cases: Readonly<Partial<Record<ServiceName, Case>>> = {
  'google-tag': {
    options: { id: 'G-TEST1234' },
    purpose: 'telemetry',
    hit: at('region1.google-analytics.com', '/g/collect'),
    cookies: ['_ga', '_ga_TEST1234', '_gcl_au'],
    // the time of "js" reads as text in JSON
    granted: google(['js', 'time'], ['config', 'G-TEST1234']),
    withdrawn: [denied],
  },
  'google-ads': {
    options: { id: 'AW-12345678' },
    purpose: 'ads',
    hit: at('region1.google-analytics.com', '/g/collect'),
    cookies: ['_gcl_au'],
    granted: google(['js', 'time'], ['config', 'AW-12345678']),
    withdrawn: [denied],
  },
  'google-tag-manager': {
    options: { id: 'GTM-TEST123' },
    purpose: 'telemetry',
    hit: at('region1.google-analytics.com', '/g/collect'),
    cookies: ['_ga', '_gcl_au'],
    granted: google([{ event: 'timebot_consent' }], [{ event: 'gtm.js', 'gtm.start': 'number' }]),
    withdrawn: [denied, [{ event: 'timebot_consent' }]],
  },
  'yandex-metrika': {
    options: { id: '12345678', clickmap: true, webvisor: false },
    purpose: 'telemetry',
    hit: at('mc.yandex.ru', '/watch/12345678'),
    cookies: ['_ym_uid', '_ym_d'],
    granted: [[12_345_678, 'init', { clickmap: true, webvisor: false }]],
    withdrawn: [],
    global: ['disableYaCounter12345678', false, true],
  },
  'yandex-ads': {
    options: { blocks: ['R-A-123456-1', 'R-A-123456-2'] },
    purpose: 'ads',
    hit: at('yandex.ru', '/ads/meta/R-A-123456-2'),
    cookies: [],
    granted: [
      ['render', 'R-A-123456-1', 'DIV'],
      ['render', 'R-A-123456-2', 'DIV'],
    ],
    withdrawn: [],
  },
  'vk-ads': {
    options: { id: '3141834' },
    purpose: 'ads',
    hit: at('top-fwz1.mail.ru', '/tracker'),
    cookies: ['tmr_lvid', 'domain_sid'],
    granted: [[{ id: '3141834', type: 'pageView', start: 'number' }]],
    withdrawn: [],
  },
  'meta-pixel': {
    options: { id: '123456789012345' },
    purpose: 'ads',
    hit: at('www.facebook.com', '/tr/'),
    cookies: ['_fbp'],
    granted: [
      ['consent', 'grant'],
      ['init', '123456789012345'],
      ['track', 'PageView'],
    ],
    withdrawn: [['consent', 'revoke']],
  },
  'tiktok-pixel': {
    options: { id: 'C4ABCDEFGHIJKLMNOPQR' },
    purpose: 'ads',
    hit: at('analytics.tiktok.com', '/api/v2/pixel'),
    cookies: ['_ttp', '_tt_enable_cookie'],
    granted: [['grantConsent'], ['page']],
    withdrawn: [['revokeConsent']],
  },
  'microsoft-uet': {
    options: { id: '12345678' },
    purpose: 'ads',
    hit: ({ host, query }) => host === 'bat.bing.com' && query['asc'] === 'G',
    cookies: ['_uetsid', '_uetvid'],
    granted: [
      ['UET', { ti: '12345678', enableAutoSpaTracking: true }],
      ['consent', 'default', { ad_storage: 'denied' }],
      ['consent', 'update', { ad_storage: 'granted' }],
      ['pageLoad'],
    ],
    withdrawn: [['consent', 'update', { ad_storage: 'denied' }]],
  },
  'microsoft-clarity': {
    options: { id: 'abcdef1234' },
    purpose: 'telemetry',
    hit: at('k.clarity.ms', '/collect'),
    cookies: ['_clck', '_clsk'],
    granted: [
      ['consentv2', { ad_Storage: 'granted', analytics_Storage: 'granted' }],
      ['start', {}],
    ],
    withdrawn: [['stop']],
  },
  matomo: {
    options: { id: 7, url: 'https://stats.site.test/matomo' },
    purpose: 'telemetry',
    hit: at('stats.site.test', '/matomo/matomo.php'),
    cookies: ['_pk_id.1.1fff', '_pk_ses.1.1fff'],
    granted: [
      ['requireConsent'],
      ['setConsentGiven'],
      ['trackPageView'],
      ['enableLinkTracking'],
      ['setTrackerUrl', 'https://stats.site.test/matomo/matomo.php'],
      ['setSiteId', 7],
    ],
    withdrawn: [['forgetConsentGiven']],
  },
  posthog: {
    options: { id: 'phc_abcdefghijklmnop', region: 'eu' },
    purpose: 'telemetry',
    hit: at('eu.i.posthog.com', '/i/v0/e/'),
    cookies: ['ph_phc_abcdefghijklmnop_posthog'],
    granted: [
      ['init', 'phc_abcdefghijklmnop', { api_host: 'https://eu.i.posthog.com' }, 'posthog'],
      ['opt_in_capturing', { captureEventName: false }],
    ],
    withdrawn: [['opt_out_capturing']],
  },
};

/** What the vendor's script has taken; a time as text is "time". */
const heard = ({ page }: Tab): Promise<readonly unknown[]> =>
  page.evaluate(() =>
    (window.heard ?? []).map((call) =>
      (Array.isArray(call) ? call : [call]).map((part: unknown) =>
        typeof part === 'string' && /^\d{4}-\d\d-\d\dT/.test(part) ? 'time' : part,
      ),
    ),
  );

/** Both are under `ads`, and their vendors' answers are stood in for. */
const META = { use: 'meta-pixel', id: '123456789012345' };
const VK = { use: 'vk-ads', id: '3141834' };

const globalOf = ({ page }: Tab, name: string): Promise<unknown> =>
  page.evaluate((key): unknown => Reflect.get(window, key), name);

let vendors: Vendors;

suite(
  'ready-made services',
  () => {
    for (const name of serviceNames) {
      const found = cases[name];
      if (!found) {
        it(`${name} loads no script, so that it needs no case here`, async () => {
          const { manifest } = await loadModule(`service-${name}`);
          assert.equal(manifest.load, undefined);
        });
        continue;
      }
      const { options, purpose, hit, cookies, granted, withdrawn, global } = found;
      const slots = '<div id="yandex_rtb_R-A-123456-1"></div><div id="yandex_rtb_R-A-123456-2"></div>';
      const widget = withConfig({ services: [{ use: name, ...options }] });

      scenario(`${name}: nothing before the grant or after a refusal; then its calls in order`, async (world) => {
        const { site } = world;
        site.page('/', { body: slots, widget });
        const visitor = await world.stranger();
        await visitor.go();
        await visitor.accept();
        await vendors.seen(site.origin, hit);
        assert.deepEqual(await heard(visitor), granted);
        const tracked = await visitor.tracked();
        assert.deepEqual(
          cookies.filter((cookie) => !tracked.includes(cookie)),
          [],
          'the probe sees its cookies',
        );
        if (global) assert.equal(await globalOf(visitor, global[0]), global[1]);

        await visitor.page.evaluate(() => window.timebotConsent?.withdraw());
        assert.deepEqual((await heard(visitor)).slice(granted.length), withdrawn);
        if (global) assert.equal(await globalOf(visitor, global[0]), global[2]);
        await vendors.settled(visitor);
        const from = vendors.asked(site.origin).length;
        await visitor.go();
        await visitor.quiet();
        await vendors.settled(visitor);
        assert.deepEqual(vendors.asked(site.origin).slice(from), [], 'nothing on the page after the withdrawal');
        assert.deepEqual(await heard(visitor), []);

        const other = await world.tab();
        await other.go();
        await other.asked();
        await vendors.settled(other);
        assert.deepEqual(vendors.asked(site.origin).slice(from), [], 'nothing before the grant');
        await other.reject();
        await other.go();
        await other.quiet();
        await vendors.settled(other);
        assert.deepEqual(vendors.asked(site.origin).slice(from), [], 'nothing after the refusal');
        assert.deepEqual(await other.tracked(), []);
        assert.deepEqual(other.warnings, []);
      });

      scenario(`${name}: is of its purpose, and of that alone`, async (world) => {
        const { site } = world;
        site.page('/', { body: slots, widget });
        const tab = await world.tab();
        await tab.go();
        await tab.asked();
        const rest = purpose === 'ads' ? 'telemetry' : 'ads';
        const decide = (id: string): Promise<unknown> =>
          tab.page.evaluate((key) => window.timebotConsent?.decide({ [key]: true, personalisation: true }), id);
        await decide(rest);
        await vendors.settled(tab);
        assert.deepEqual(vendors.asked(site.origin), []);
        await decide(purpose);
        await vendors.seen(site.origin, hit);
      });
    }

    scenario('a vendor’s function that throws stops no other vendor', async (world) => {
      const { site } = world;
      site.page('/', {
        head: `<script>fbq = Object.assign(() => { throw new Error('broken'); }, { queue: [] })</script>`,
        widget: withConfig({ services: [META, { use: 'tiktok-pixel', id: 'C4ABCDEFGHIJKLMNOPQR' }, VK] }),
      });
      const tab = await world.tab();
      await tab.go();
      await tab.accept();
      await vendors.seen(site.origin, at('top-fwz1.mail.ru', '/tracker'));
      await vendors.seen(site.origin, at('analytics.tiktok.com', '/api/v2/pixel'));
      await tab.warned(
        /service "meta-pixel": its script, or what the page has in its place, throws "broken": correct it/,
      );
      assert.equal(tab.warnings.length, 1, tab.warnings.join());
      await tab.page.evaluate(() => window.timebotConsent?.withdraw());
      assert.deepEqual(await tab.tracked(), [], 'it is cleaned up after all the same');
    });

    scenario('a service that only has something to be told is told at once on a return visit', async (world) => {
      const { site } = world;
      const counter = {
        id: 'counter',
        purpose: 'telemetry',
        tell: { default: [{ set: 'counted', to: 'no' }], grant: [{ set: 'counted', to: 'yes' }] },
      };
      site.page('/', { widget: withConfig({ services: [counter] }) });
      const tab = await world.tab();
      await tab.go();
      await tab.asked();
      await tab.page.waitForFunction(() => Reflect.get(window, 'counted') === 'no');
      await tab.accept();
      await tab.page.waitForFunction(() => Reflect.get(window, 'counted') === 'yes');
      // what comes when the page is idle never comes
      site.spoil(/^\/page-/, hangs);
      await tab.go();
      await tab.page.waitForFunction(() => Reflect.get(window, 'counted') === 'yes');
    });
  },
  {
    flags: async () => (vendors = await startVendors()).flags,
    close: () => vendors.close(),
  },
);
