/*
 * Google's consent mode: what stands on the data layer, entry by entry, on every path. What Google's script makes of it is
 * read off a stand-in that goes by the rules of Google's own data-layer-helper.
 */
import assert from 'node:assert/strict';
import { withConfig } from './site.js';
import { control, scenario, suite, type Tab, type World } from './visitor.js';
import { startVendors, type Vendors } from './vendors.js';

let vendors: Vendors;

/** All seven types. */
const state = (ads: boolean, analytics: boolean, personal: boolean): Record<string, string> => {
  const word = (granted: boolean): string => (granted ? 'granted' : 'denied');
  return {
    ad_storage: word(ads),
    ad_user_data: word(ads),
    ad_personalization: word(ads),
    analytics_storage: word(analytics),
    functionality_storage: word(personal),
    personalization_storage: word(personal),
    security_storage: 'granted',
  };
};
const DENIED = state(false, false, false);
const GRANTED = state(true, true, true);

/** What the data layer holds: commands with their arguments, messages as they are; the time of one is left out. */
const layer = ({ page }: Tab): Promise<readonly unknown[]> =>
  page.evaluate(() => {
    const held: unknown = Reflect.get(window, 'dataLayer');
    return (Array.isArray(held) ? held : []).map((entry: unknown) => {
      if (Object.prototype.toString.call(entry) !== '[object Arguments]') return entry;
      const command: unknown[] = Array.from(Object(entry));
      return command[0] === 'js' ? ['js', command[1] instanceof Date] : command;
    });
  });

/** What Google's script has made of it. */
const heard = ({ page }: Tab): Promise<readonly unknown[]> => page.evaluate(() => window.heard ?? []);

const asks = (site: World['site'], services: readonly unknown[]): void =>
  site.page('/', { widget: withConfig({ services }) });

const hit = (site: World['site'], gcs: string): Promise<unknown> =>
  vendors.seen(site.origin, ({ path, query }) => path === '/g/collect' && query['gcs'] === gcs);

const withdraw = ({ page }: Tab): Promise<unknown> => page.evaluate(() => window.timebotConsent?.withdraw());

const DEFAULT = ['consent', 'default', DENIED];
const UPDATE = ['consent', 'update', GRANTED];
const START = [
  ['js', true],
  ['config', 'G-TEST1234'],
];
const TAG = { use: 'google-tag', id: 'G-TEST1234' };

suite(
  'Google consent mode',
  () => {
    scenario('basic, the first visit: denied; after a refusal denied again, and nothing is loaded', async (world) => {
      const { site } = world;
      asks(site, [TAG]);
      const proof = await world.stranger();
      await proof.go();
      await proof.accept();
      await hit(site, 'G111');

      const from = vendors.asked(site.origin).length;
      const tab = await world.tab();
      await tab.go();
      await tab.asked();
      assert.deepEqual(await layer(tab), [DEFAULT]);
      await tab.reject();
      assert.deepEqual(await layer(tab), [DEFAULT, ['consent', 'update', DENIED]]);
      await tab.go();
      await tab.quiet();
      assert.deepEqual(await layer(tab), [DEFAULT, ['consent', 'update', DENIED]], 'on every later page');
      await vendors.settled(tab);
      assert.deepEqual(vendors.asked(site.origin).slice(from), []);
      assert.deepEqual(await tab.tracked(), []);
    });

    scenario(
      'basic: a grant is told before anything else, then the script comes; on the next page again',
      async (world) => {
        const { site } = world;
        asks(site, [TAG]);
        const tab = await world.tab();
        await tab.go();
        await tab.accept();
        await hit(site, 'G111');
        assert.deepEqual(await layer(tab), [DEFAULT, UPDATE, ...START]);
        const [first, second, , last] = await heard(tab);
        assert.deepEqual([first, second, last], [DEFAULT, UPDATE, START[1]], 'as Google reads it');
        assert.ok((await tab.tracked()).includes('_ga'));

        await tab.go();
        await vendors.seen(site.origin, ({ query }) => query['gcs'] === 'G111');
        await tab.page.waitForFunction(() => window.heard?.length === 4);
        assert.deepEqual(await layer(tab), [DEFAULT, UPDATE, ...START]);
      },
    );

    scenario('withdrawal: told at once on the page where it ran, and the next one loads nothing', async (world) => {
      const { site } = world;
      asks(site, [TAG]);
      const tab = await world.tab();
      await tab.go();
      await tab.accept();
      await hit(site, 'G111');
      await withdraw(tab);
      const told = ['consent', 'update', DENIED];
      assert.deepEqual(await layer(tab), [DEFAULT, UPDATE, ...START, told]);
      assert.deepEqual((await heard(tab)).at(-1), told);

      await vendors.settled(tab);
      const from = vendors.asked(site.origin).length;
      await tab.go();
      await tab.quiet();
      await vendors.settled(tab);
      assert.deepEqual(await layer(tab), [DEFAULT, told]);
      assert.deepEqual(vendors.asked(site.origin).slice(from), []);
    });

    scenario('a grant after a withdrawal on the same page is told, and loads nothing twice', async (world) => {
      const { site } = world;
      asks(site, [TAG]);
      const tab = await world.tab();
      await tab.go();
      await tab.accept();
      await hit(site, 'G111');
      await withdraw(tab);
      await tab.page.evaluate(() => window.timebotConsent?.acceptAll());
      assert.deepEqual(await layer(tab), [DEFAULT, UPDATE, ...START, ['consent', 'update', DENIED], UPDATE]);
      assert.equal(vendors.asked(site.origin).filter(({ path }) => path === '/gtag/js').length, 1);
    });

    scenario('a part is granted: each type follows its purpose', async (world) => {
      const { site } = world;
      asks(site, [TAG]);
      const tab = await world.tab();
      await tab.go();
      await tab.press(control('settings'));
      await tab.press('timebot-consent >>> [name="telemetry"]');
      await tab.press(control('save'));
      await hit(site, 'G101');
      assert.deepEqual(await layer(tab), [DEFAULT, ['consent', 'update', state(false, true, false)], ...START]);
      const tracked = await tab.tracked();
      assert.ok(tracked.includes('_ga') && !tracked.includes('_gcl_au'), tracked.join());
    });

    scenario(
      'advanced: the script comes at once, knows of the default first, and hears of the choice',
      async (world) => {
        const { site } = world;
        asks(site, [{ ...TAG, mode: 'advanced' }]);
        const tab = await world.tab();
        await tab.go();
        await hit(site, 'G100');
        assert.deepEqual(await layer(tab), [DEFAULT, ...START]);
        await tab.asked();
        await vendors.settled(tab);
        assert.deepEqual(
          (await tab.tracked()).filter((name) => name.startsWith('_')),
          [],
          'no cookie of the site before the choice',
        );
        await tab.accept();
        assert.deepEqual(await layer(tab), [DEFAULT, ...START, UPDATE]);
        assert.deepEqual((await heard(tab)).at(-1), UPDATE);
        assert.equal(await tab.page.evaluate(() => Object(Reflect.get(window, 'google_tag_data')).late), false);

        await tab.go();
        await hit(site, 'G111');
        assert.deepEqual(await layer(tab), [DEFAULT, UPDATE, ...START], 'later pages: the choice before the script');
      },
    );

    scenario(
      'advanced, with the page’s own tag behind the widget: denied before it starts, and only told',
      async (world) => {
        const { site } = world;
        const widget = withConfig({ services: [{ ...TAG, mode: 'advanced', wait_for_update: 500 }] });
        const own = `
        window.dataLayer = window.dataLayer || [];
        function gtag() { dataLayer.push(arguments); }
        gtag('js', new Date());
        gtag('config', 'G-TEST1234');`;
        site.page('/', {
          widget:
            widget.replace(' async', '') +
            `<script>${own}</script><script async src="https://www.googletagmanager.com/gtag/js?id=G-TEST1234"></script>`,
        });
        const early = ['consent', 'default', { ...DENIED, wait_for_update: 500 }];
        const tab = await world.tab();
        await tab.go();
        await hit(site, 'G100');
        await tab.accept();
        assert.deepEqual(await layer(tab), [early, ...START, UPDATE]);
        await tab.go();
        await tab.page.waitForFunction(() => window.heard?.some((command) => Object(command)[1] === 'update'));
        assert.deepEqual(
          await layer(tab),
          [early, ...START, UPDATE],
          'later pages: the choice follows the page’s own tag',
        );
        assert.equal(vendors.asked(site.origin).filter(({ path }) => path === '/gtag/js').length, 2, 'once a page');
      },
    );

    scenario('advanced, after a refusal: it stays denied, on later pages too', async (world) => {
      const { site } = world;
      asks(site, [{ ...TAG, mode: 'advanced' }]);
      const tab = await world.tab();
      await tab.go();
      await hit(site, 'G100');
      await tab.reject();
      const told = ['consent', 'update', DENIED];
      assert.deepEqual(await layer(tab), [DEFAULT, ...START, told]);
      await tab.go();
      await tab.page.waitForFunction(() => window.heard?.length === 4);
      assert.deepEqual(await layer(tab), [DEFAULT, told, ...START]);
      await vendors.settled(tab);
      assert.ok(
        vendors.asked(site.origin).every(({ query }) => [undefined, 'G100'].includes(query['gcs'])),
        'nothing but pings without cookies',
      );
    });

    scenario(
      'advanced: a service that is refused by itself is told so, though its purposes are granted',
      async (world) => {
        const { site } = world;
        asks(site, [{ ...TAG, mode: 'advanced' }]);
        const tab = await world.tab();
        await tab.go();
        await hit(site, 'G100');
        await tab.page.evaluate(() =>
          window.timebotConsent?.decide({ telemetry: true, ads: true, personalisation: true, 'google-tag': false }),
        );
        assert.deepEqual(await layer(tab), [DEFAULT, ...START, ['consent', 'update', DENIED]]);
      },
    );

    scenario('the settings of consent mode stand where Google wants them: before the script', async (world) => {
      const { site } = world;
      const options = {
        region: ['KZ', 'US-CA'],
        wait_for_update: 500,
        url_passthrough: true,
        ads_data_redaction: true,
      };
      asks(site, [{ ...TAG, ...options }]);
      const tab = await world.tab();
      await tab.go();
      await tab.accept();
      await hit(site, 'G111');
      const { region, wait_for_update, url_passthrough, ads_data_redaction } = options;
      assert.deepEqual(await layer(tab), [
        ['consent', 'default', { ...DENIED, region, wait_for_update }],
        ['set', 'url_passthrough', url_passthrough],
        ['set', 'ads_data_redaction', ads_data_redaction],
        UPDATE,
        ...START,
      ]);
      assert.deepEqual(tab.warnings, []);
    });

    for (const mode of ['basic', 'advanced']) {
      for (const region of [['EEA'], ['KZ', 'kz-'], 'KZ', [], [['KZ']], { KZ: true }]) {
        scenario(
          `${mode}: a region of ${JSON.stringify(region)} counts for nothing: denied everywhere`,
          async (world) => {
            const { site } = world;
            asks(site, [{ ...TAG, mode, region }]);
            const tab = await world.tab();
            await tab.go();
            await tab.asked();
            if (mode === 'advanced') await hit(site, 'G100');
            assert.deepEqual(await layer(tab), mode === 'advanced' ? [DEFAULT, ...START] : [DEFAULT]);
            await tab.warned(/service "google-tag": "region" is .* and left out: make it a list of texts like/);
            assert.equal(tab.warnings.length, 1, tab.warnings.join());
          },
        );
      }
    }

    const ADS = { use: 'google-ads', id: 'AW-12345678' };
    const defaults = async (tab: Tab): Promise<readonly unknown[]> =>
      (await layer(tab)).filter((entry) => Object(entry)[1] === 'default');

    scenario('advanced: every service has its default told before anything else, the same one once', async (world) => {
      const { site } = world;
      const widget = (...regions: readonly (readonly string[])[]): string => {
        const services = [TAG, ADS, { ...ADS, as: 'ads-2', id: 'AW-87654321' }];
        const inRegions = services.map((service, i) => ({ ...service, mode: 'advanced', region: regions[i] }));
        return withConfig({ services: inRegions }).replace(' async', '');
      };
      // what stands behind the widget finds all of them
      const body = `<script>seen = [...dataLayer].length</script>`;
      site.page('/', { widget: widget(['KZ'], ['US-CA'], ['KZ']), body });
      site.page('/same', { widget: widget(), body });
      const tab = await world.tab();
      const inRegion = (...region: readonly string[]): unknown => ['consent', 'default', { ...DENIED, region }];
      for (const [path, expected] of [
        ['/', [inRegion('KZ'), inRegion('US-CA')]],
        ['/same', [DEFAULT]],
      ] as const) {
        await tab.go(path);
        await tab.asked();
        assert.deepEqual(await defaults(tab), expected);
        assert.equal(await tab.page.evaluate((): unknown => Reflect.get(window, 'seen')), expected.length);
      }
    });

    scenario(
      'advanced: a service with a flaw is denied early too, and beside a basic one no second time',
      async (world) => {
        const { site } = world;
        asks(site, [{ use: 'google-tag', id: 'UA-1', mode: 'advanced' }, ADS]);
        const tab = await world.tab();
        await tab.go();
        await tab.accept();
        await vendors.seen(site.origin, ({ query }) => query['tid'] === ADS.id);
        assert.deepEqual(await defaults(tab), [DEFAULT]);
        await tab.warned(/service "google-tag": "id" is/);
      },
    );

    scenario(
      'advanced: a page that is rendered in advance is denied before what stands behind the widget',
      async (world) => {
        const { site } = world;
        const rules = { prerender: [{ source: 'list', urls: ['/next'], eagerness: 'immediate' }] };
        site.page('/', { widget: '', head: `<script type="speculationrules">${JSON.stringify(rules)}</script>` });
        site.page('/next', {
          widget: withConfig({ services: [{ ...TAG, mode: 'advanced' }] }).replace(' async', ''),
          body: `<script>fetch('/ran/' + document.prerendering + '-' + Object(Object(window.dataLayer)[0])[1])</script>`,
        });
        const tab = await world.tab();
        await tab.go();
        const { path } = await site.seen((entry) => entry.path.startsWith('/ran/'));
        assert.equal(path, '/ran/true-default');
        await vendors.settled(tab);
        assert.deepEqual(vendors.asked(site.origin), [], 'and nothing more before it is shown');
      },
    );

    for (const mode of ['basic', 'advanced']) {
      scenario(
        `${mode}: a data layer that takes nothing throws nothing into the page, and stops no other vendor`,
        async (world) => {
          const { site } = world;
          site.page('/', {
            head: '<script>dataLayer = Object.freeze([])</script>',
            widget: withConfig({
              services: [
                { ...TAG, mode },
                { use: 'yandex-metrika', id: '12345678' },
              ],
            }),
          });
          const tab = await world.tab();
          await tab.go();
          await tab.accept();
          await vendors.seen(site.origin, ({ path }) => path.startsWith('/watch/'));
          await tab.warned(
            /service "google-tag": its script, or what the page has in its place, throws ".*": correct it/,
          );
          assert.equal(tab.warnings.length, 1, tab.warnings.join());
        },
      );
    }

    scenario(
      'one is refused by itself: it does not load, and its types stay denied while the other runs',
      async (world) => {
        const { site } = world;
        asks(site, [TAG, ADS]);
        const tab = await world.tab();
        await tab.go();
        await tab.asked();
        await tab.page.evaluate(() =>
          window.timebotConsent?.decide({ telemetry: true, ads: true, personalisation: true, 'google-tag': false }),
        );
        const only = ['consent', 'update', state(true, false, true)];
        for (const page of ['of the choice', 'after it']) {
          await vendors.seen(site.origin, ({ query }) => query['tid'] === ADS.id);
          assert.deepEqual(await layer(tab), [DEFAULT, only, ['js', true], ['config', ADS.id]], page);
          await tab.go();
          await tab.quiet();
          await vendors.settled(tab);
        }
        assert.deepEqual(
          vendors.asked(site.origin).filter(({ query }) => [query['id'], query['tid']].includes(TAG.id)),
          [],
        );
        await tab.page.evaluate(() => window.timebotConsent?.decide({ 'google-tag': true, 'google-ads': false }));
        assert.deepEqual(
          (await layer(tab)).slice(4),
          [['consent', 'update', DENIED], ['consent', 'update', state(false, true, true)], ...START],
          'the other one stops at once, the grant waits for its evidence',
        );
      },
    );

    scenario('a refusal on the banner is told before the press is over', async (world) => {
      const { site } = world;
      asks(site, [{ ...TAG, mode: 'advanced' }]);
      const tab = await world.tab();
      await tab.go();
      await hit(site, 'G100');
      await tab.asked();
      const last = await tab.page.evaluate(() => {
        const root = document.querySelector('timebot-consent')?.shadowRoot;
        root?.querySelector<HTMLElement>('[data-action="reject-all"]')?.click();
        return [...Object(Reflect.get(window, 'dataLayer')).at(-1)] as unknown;
      });
      assert.deepEqual(last, ['consent', 'update', DENIED]);
      await tab.event('change');
      assert.deepEqual(await layer(tab), [DEFAULT, ...START, last], 'once');
    });

    scenario('two services of Google share one default and one update', async (world) => {
      const { site } = world;
      asks(site, [TAG, { use: 'google-ads', id: 'AW-12345678' }]);
      const tab = await world.tab();
      await tab.go();
      await tab.accept();
      await vendors.seen(site.origin, ({ query }) => query['tid'] === 'AW-12345678');
      assert.deepEqual(await layer(tab), [DEFAULT, UPDATE, ...START, ['js', true], ['config', 'AW-12345678']]);
      await withdraw(tab);
      assert.deepEqual((await layer(tab)).slice(6), [['consent', 'update', DENIED]]);
    });
  },
  {
    flags: async () => (vendors = await startVendors()).flags,
    close: () => vendors.close(),
  },
);
