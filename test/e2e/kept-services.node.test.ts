/*
 * Services run on their own consent alone: not on another's id, not on a trial, not before the choice where they are not on
 * offer or the config cannot be read; what is merely withheld or asked about is not refused. What a vendor does when it is
 * told loses no choice.
 * Alone: npm run build && npx tsx --test test/e2e/kept-services.node.test.ts (DIST=<folder> for another build)
 * One test: … --test-name-pattern "what the test is called"
 */
import assert from 'node:assert/strict';
import { WIDGET, withConfig, withExactly, type Site } from './site.js';
import { control, scenario, suite, type Tab } from './visitor.js';
import { startVendors, type Vendors } from './vendors.js';

let vendors: Vendors;

/** A service that loads a script. */
const loads = (id: string, purpose: string): object => ({
  id,
  purpose,
  hosts: ['stats.example'],
  load: ['https://stats.example/count.js'],
});
const SHOP = { id: 'shop', purpose: 'necessary', name: 'Shop', recipient: 'Shop', country: 'KZ' };

const ADVANCED = { use: 'google-tag', id: 'G-TEST1234', mode: 'advanced' };
const TAG = { host: 'www.googletagmanager.com', path: '/gtag/js' };
const isTag = ({ host, path }: { host: string; path: string }): boolean => host === TAG.host && path === TAG.path;

const STYLE =
  '<style>timebot-embed { display: block; aspect-ratio: 16 / 9; min-height: 220px; max-width: 400px }</style>';
const VIDEO = '<timebot-embed service="youtube" src="https://youtu.be/M7lc1UVf-VE" title="A talk"></timebot-embed>';
const YOUTUBE = { use: 'youtube' };
const FRAME = 'timebot-embed >>> iframe';
const key = (action: string): string => `timebot-embed >>> [data-action="${action}"]`;

const GPC = "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true });";

const serve = (site: Site, config: object, body = ''): void =>
  site.page('/', { lang: 'en', head: STYLE, body, widget: withConfig(config) });

const decide = async (visitor: Tab, choices: Readonly<Record<string, boolean>>): Promise<void> => {
  await visitor.event('ready');
  await visitor.page.evaluate((named) => window.timebotConsent?.decide(named), choices);
};

/** Allows the video for good, by keyboard: banner and inspector may lie over it. */
const allow = async (visitor: Tab): Promise<void> => {
  for (const action of ['show-always', 'allow']) {
    await visitor.visible(key(action));
    await visitor.page.focus(key(action));
    await visitor.page.keyboard.press('Enter');
  }
};

/** What the data layer holds. */
const layer = ({ page }: Tab): Promise<readonly unknown[]> =>
  page.evaluate(() => Array.from(Object(Reflect.get(window, 'dataLayer')), (entry) => Array.from(Object(entry))));

suite(
  'services run on their own consent',
  () => {
    const unfit = { keeps: [{ in: 'cookie', name: '*' }] };
    for (const [what, services, warning] of [
      ['a purpose', [SHOP, loads('necessary', 'ads')], /"necessary" with purpose "ads" stays closed/],
      ['one that cannot run', [{ ...SHOP, ...unfit }, loads('shop', 'ads')], /"shop" with purpose "ads" stays closed/],
      ['one behind it', [loads('shop', 'adds'), SHOP], /"shop" with purpose "adds" stays closed/],
      [
        'one of its purpose',
        [{ ...SHOP, ...unfit, purpose: 'telemetry' }, loads('shop', 'telemetry')],
        /"shop" with purpose "telemetry" stays closed/,
      ],
    ] as const) {
      scenario(`a service with the id of another thing runs on no consent of that: ${what}`, async ({ site, tab }) => {
        serve(site, { services });
        const visitor = await tab();
        await visitor.go();
        await visitor.accept();
        await visitor.acknowledged();
        await vendors.settled(visitor);
        assert.deepEqual(vendors.asked(site.origin), []);
        assert.match(await visitor.warned(warning), /give it an id of its own/);
      });
    }

    scenario('of two services with one id and purpose the first is told of the grant, and no other', async (world) => {
      const { site, tab } = world;
      const counter = (name: string): object => ({
        ...loads('counter', 'telemetry'),
        tell: { grant: [{ set: name, to: true }] },
      });
      serve(site, { services: [counter('first'), counter('second')] });
      const visitor = await tab();
      await visitor.go();
      await visitor.accept();
      await vendors.seen(site.origin, ({ path }) => path === '/count.js');
      const told = await visitor.page.evaluate(() => ['first', 'second'].filter((name) => Reflect.has(window, name)));
      assert.deepEqual(told, ['first']);
    });

    scenario('advanced mode before the choice: not on a page that has the service’s purpose off', async (world) => {
      const { site, tab } = world;
      serve(site, { services: [ADVANCED] });
      const widget = withConfig({ services: [ADVANCED] }, WIDGET.replace('async', 'data-off="telemetry" async'));
      site.page('/off', { lang: 'en', widget });
      const visitor = await tab();
      await visitor.go('/off');
      await visitor.asked();
      await vendors.settled(visitor);
      assert.deepEqual(vendors.asked(site.origin), []);
      await visitor.go();
      await vendors.seen(site.origin, isTag);
    });

    scenario('advanced mode before the choice: not by a config that can be read no more', async ({ site, tab }) => {
      const widget = '<script src="/timebot-consent.js" data-config="/consent.json" async></script>';
      site.json('/consent.json', { endpoint: '/consents', services: [ADVANCED] });
      site.page('/', { lang: 'en', widget });
      const visitor = await tab();
      await visitor.go();
      await vendors.seen(site.origin, isTag);
      await visitor.event('ready');
      await visitor.page.waitForFunction(hasCopy);
      await vendors.settled(visitor);
      const from = vendors.asked(site.origin).length;

      site.page('/consent.json');
      await visitor.go();
      await visitor.asked();
      await vendors.settled(visitor);
      assert.deepEqual(vendors.asked(site.origin).slice(from), []);
      await visitor.accept();
      const [record] = await site.stored(1);
      assert.deepEqual(record?.services, { 'google-tag': true }, 'what it is asked about is the copy’s');
      await vendors.settled(visitor);
      assert.deepEqual(vendors.asked(site.origin).slice(from), []);
    });

    scenario('a video that is turned off by its own switch is gone, though it was shown before', async (world) => {
      const { site, tab } = world;
      serve(site, { services: [YOUTUBE] }, VIDEO);
      const visitor = await tab();
      await visitor.go();
      await visitor.accept();
      await visitor.visible(FRAME);
      await decide(visitor, { youtube: false });
      await visitor.press(key('show-always'));
      await visitor.visible(FRAME);
      await site.stored(3);

      await visitor.press('div >>> [data-consent-open]');
      await visitor.press('timebot-consent >>> input[name="service:youtube"]');
      await visitor.press(control('save'));
      await visitor.gone(FRAME);
      await visitor.visible(key('show-once'));
      const [, , , record] = await site.stored(4);
      assert.deepEqual([record?.purposes['personalisation'], record?.services], [true, { youtube: false }]);
    });

    scenario('a video is allowed for good: the acceptance of another edition does not come along', async (world) => {
      const { site, tab } = world;
      serve(site, { services: [YOUTUBE] }, VIDEO);
      const visitor = await tab();
      await visitor.go();
      await visitor.accept();
      await visitor.visible(FRAME);
      await visitor.acknowledged();
      serve(site, { services: [YOUTUBE], policy: { edition: '2027-02-01' } }, VIDEO);
      await visitor.go();
      await visitor.asked();
      await allow(visitor);
      const [first, second] = await site.stored(2);
      assert.deepEqual(
        [first, second].map((record) => [record?.policy.edition, record?.policy.accepted]),
        [
          ['2019-01-01', true],
          ['2027-02-01', false],
        ],
      );
      assert.deepEqual(second?.services, { youtube: true });
    });

    scenario('a video is allowed for good: what the inspector tries does not come along', async ({ site, tab }) => {
      serve(site, { services: [YOUTUBE], debug: true }, VIDEO);
      const visitor = await tab();
      await visitor.go();
      await visitor.press('[data-timebot-consent-inspector] >>> input[name=ads]');
      await visitor.page.waitForFunction(() => window.timebotConsent?.allows('ads'));
      await allow(visitor);
      const [record] = await site.stored(1);
      assert.deepEqual(record?.purposes, { necessary: true, personalisation: true, telemetry: false, ads: false });
      await visitor.visible(FRAME);
      assert.equal(await visitor.allows('ads'), false);
    });

    scenario(
      'Global Privacy Control withholds: nothing is cleaned up and no refusal told until one is made',
      async (world) => {
        const { site, tab } = world;
        serve(site, { services: [{ use: 'google-ads', id: 'AW-12345678' }] });
        const before = await tab();
        await before.go();
        await before.accept();
        await vendors.seen(site.origin, ({ path }) => path === '/g/collect');
        await before.acknowledged();
        assert.ok((await before.tracked()).includes('_gcl_au'));

        const visitor = await tab(GPC);
        await visitor.go();
        await visitor.quiet();
        assert.equal(await visitor.allows('ads'), false);
        assert.deepEqual(
          (await layer(visitor)).map((command) => Object(command)[1]),
          ['default'],
        );
        assert.ok((await visitor.tracked()).includes('_gcl_au'));

        await decide(visitor, { telemetry: false });
        assert.deepEqual(
          (await layer(visitor)).map((command) => Object(command)[1]),
          ['default'],
          'a choice about something else is no word on ads',
        );
        assert.ok((await visitor.tracked()).includes('_gcl_au'));

        await decide(visitor, { ads: false });
        assert.deepEqual(
          (await layer(visitor)).map((command) => Object(command)[1]),
          ['default', 'update'],
        );
        assert.ok(!(await visitor.tracked()).includes('_gcl_au'));
      },
    );

    scenario('a question is due: no choice about something else refuses what it is about', async ({ site, tab }) => {
      const campaign = (recipient: string): object => ({
        services: [
          {
            ...loads('campaign', 'ads'),
            name: 'Campaign',
            recipient,
            country: 'US',
            tell: { refusal: [{ set: 'refused', to: true }] },
            keeps: [{ in: 'cookie', name: '_adv*' }],
          },
        ],
      });
      serve(site, campaign('One'));
      const visitor = await tab();
      await visitor.go();
      await visitor.accept();
      await visitor.acknowledged();
      await visitor.page.evaluate(() => void (document.cookie = '_adv_1=1; path=/; max-age=600'));
      serve(site, campaign('Two'));
      await visitor.go();
      await visitor.asked();
      const refused = (): Promise<boolean> => visitor.page.evaluate(() => Reflect.has(window, 'refused'));
      await decide(visitor, { telemetry: false });
      assert.deepEqual([await visitor.tracked(), await refused()], [['_adv_1'], false]);
      await visitor.reject();
      await site.stored(3);
      await visitor.page.waitForFunction(() => !document.cookie.includes('_adv_1'));
      assert.equal(await refused(), true);
    });

    for (const [where, widget] of [
      ['with ads on offer', withConfig],
      ['without', withExactly],
    ] as const) {
      scenario(
        `Global Privacy Control withholds nothing that was refused: it is cleaned up after, ${where}`,
        async (world) => {
          const { site, tab } = world;
          const counter = {
            ...loads('counter', 'telemetry'),
            tell: { refusal: [{ set: 'refused', to: true }] },
            keeps: [{ in: 'cookie', name: '_c*' }],
          };
          site.page('/', { lang: 'en', widget: widget({ services: [counter] }) });
          const visitor = await tab(GPC);
          await visitor.go();
          await visitor.reject();
          await visitor.acknowledged();
          await visitor.page.evaluate(() => void (document.cookie = '_c_1=1; path=/; max-age=600'));
          await visitor.go();
          await visitor.page.waitForFunction(() => !document.cookie.includes('_c_1'));
          assert.equal(await visitor.page.evaluate(() => Reflect.get(window, 'refused')), true);
        },
      );
    }

    scenario('a vendor that blocks the page when it is told: the evidence is on its way before', async (world) => {
      const { site, tab } = world;
      serve(site, { services: [{ ...SHOP, purpose: 'telemetry', tell: { withdrawal: [{ call: 'stopShop' }] } }] });
      const visitor = await tab();
      await visitor.go();
      await visitor.accept();
      await visitor.acknowledged();
      await visitor.page.evaluate(() => {
        Reflect.set(window, 'stopShop', () => {
          const request = new XMLHttpRequest();
          request.open('GET', `/busy?${document.cookie}`, false);
          request.send();
        });
      });
      const release = site.hold('/busy');
      const answer = visitor.page.evaluate(() => window.timebotConsent?.withdraw());
      await site.seen('/busy');
      const [, record] = await site.stored(2);
      assert.equal(record?.action, 'withdrawn');
      release();
      await answer;
    });

    scenario(
      'a vendor that clicks when it is told: the second choice continues the first, and holds',
      async (world) => {
        const { site, tab } = world;
        const tell = { withdrawal: [{ call: 'stopShop' }] };
        serve(site, { services: [{ ...SHOP, purpose: 'telemetry', tell }] });
        const visitor = await tab();
        await visitor.go();
        await visitor.accept();
        await visitor.acknowledged();
        await visitor.press('div >>> [data-consent-open]');
        await visitor.visible(control('save'));
        const calls = await visitor.page.evaluate(
          ([withdraw, reject]) => {
            let count = 0;
            Reflect.set(window, 'stopShop', () => {
              count++;
              root?.querySelector<HTMLElement>(reject)?.click();
            });
            const root = document.querySelector('timebot-consent')?.shadowRoot;
            root?.querySelector<HTMLElement>(withdraw)?.click();
            return count;
          },
          ['[data-action="withdraw"]', '[data-action="reject-all"]'] as const,
        );
        assert.equal(calls, 1);
        const [first, second, third] = await site.stored(3);
        assert.deepEqual(
          [second, third].map((record) => [record?.seq, record?.prev]),
          [
            [2, first?.id],
            [3, second?.id],
          ],
        );
        assert.equal((await visitor.cookies())['timebot_consent']?.split('.')[1], '3');
      },
    );
  },
  {
    flags: async () => (vendors = await startVendors()).flags,
    close: () => vendors.close(),
  },
);

/** Runs in the page: whether the last valid config is kept. */
const hasCopy = async (): Promise<boolean> =>
  new Promise((done) => {
    const opening = indexedDB.open('timebot-consent-1');
    opening.onsuccess = () => {
      const count = opening.result.transaction('consent').objectStore('consent').count('config');
      count.onsuccess = () => done(count.result === 1);
      opening.result.close();
    };
  });
