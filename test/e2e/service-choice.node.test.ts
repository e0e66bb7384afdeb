/*
 * A choice for each service: what the switches say is what the record, the gate and the engine go by, here and on the next
 * page. The vendors' servers are stood in for.
 */
import assert from 'node:assert/strict';
import { withConfig } from './site.js';
import { control, scenario, suite, type Tab, type World } from './visitor.js';
import { startVendors, type Vendors } from './vendors.js';

let vendors: Vendors;

const GOOGLE = { use: 'google-tag', id: 'G-TEST1234', as: 'google' };
const METRICA = { use: 'yandex-metrika', id: 12345, as: 'metrica' };

const gated = (service: string): string =>
  `<script type="text/plain" data-consent="telemetry" data-service="${service}">ran('${service}')</script>`;
/** What is necessary comes last: once it has run, all before it has had its turn. */
const BODY = `${gated('google')}${gated('metrica')}<script type="text/plain" data-consent="necessary">ran('necessary')</script>`;

const serve = (site: World['site'], ...services: readonly unknown[]): void =>
  site.page('/', { lang: 'en', widget: withConfig({ services }), body: BODY });

const input = (name: string): string => `timebot-consent >>> input[name="${name}"]`;
const isOn = ({ page }: Tab, name: string): Promise<boolean> =>
  page.$eval(input(name), (found) => found instanceof HTMLInputElement && found.checked);

/** Opens the preferences: from the banner, or from any page by the button that leads back. */
const open = async (visitor: Tab): Promise<void> => {
  await visitor.press((await visitor.view()) === 'banner' ? control('settings') : 'div >>> [data-consent-open]');
  await visitor.visible(control('save'));
};

/** Presses switches and saves. */
const save = async (visitor: Tab, ...names: readonly string[]): Promise<void> => {
  for (const name of names) await visitor.press(input(name));
  await visitor.press(control('save'));
  await visitor.gone(control('save'));
};

const METRICA_HOST = 'mc.yandex.ru';
const hosts = (site: World['site'], from = 0): ReadonlySet<string> =>
  new Set(
    vendors
      .asked(site.origin)
      .slice(from)
      .map(({ host }) => host),
  );

suite(
  'a choice for each service',
  () => {
    scenario('one is refused under a granted purpose: here, on the next page, until it is turned on', async (world) => {
      const { site } = world;
      serve(site, GOOGLE, METRICA);
      const visitor = await world.tab();
      await visitor.go();
      await visitor.asked();
      await open(visitor);
      assert.deepEqual(
        [await isOn(visitor, 'service:google'), await isOn(visitor, 'service:metrica')],
        [false, false],
        'nothing is ticked in advance',
      );
      await save(visitor, 'telemetry', 'service:metrica');

      const [refused] = await site.stored(1);
      assert.deepEqual(refused?.services, { google: true, metrica: false });
      assert.deepEqual([refused?.purposes['telemetry'], refused?.action], [true, 'given']);
      await vendors.seen(site.origin, ({ path }) => path === '/g/collect');
      await vendors.settled(visitor);
      assert.deepEqual([...(await visitor.ran(2))].sort(), ['google', 'necessary']);
      assert.equal(hosts(site).has(METRICA_HOST), false);
      assert.deepEqual([await visitor.allows('telemetry'), await visitor.allows('metrica')], [true, false]);

      await visitor.go();
      await visitor.quiet();
      await visitor.ran(2);
      await vendors.settled(visitor);
      assert.deepEqual(await visitor.order(), ['google', 'necessary']);
      assert.equal(hosts(site).has(METRICA_HOST), false);

      await open(visitor);
      assert.deepEqual(
        [
          await isOn(visitor, 'telemetry'),
          await isOn(visitor, 'service:google'),
          await isOn(visitor, 'service:metrica'),
        ],
        [true, true, false],
      );
      await save(visitor, 'service:metrica');
      const [, granted] = await site.stored(2);
      assert.deepEqual([granted?.services, granted?.action], [{ google: true, metrica: true }, 'changed']);
      assert.deepEqual(await visitor.ran(3), ['google', 'necessary', 'metrica']);
      await vendors.seen(site.origin, ({ host }) => host === METRICA_HOST);
    });

    scenario('one is turned off where it ran: the next page asks nothing of its vendor', async (world) => {
      const { site } = world;
      serve(site, GOOGLE, METRICA);
      const visitor = await world.tab();
      await visitor.go();
      await visitor.accept();
      await vendors.seen(site.origin, ({ host }) => host === METRICA_HOST);
      await visitor.quiet();
      await open(visitor);
      await save(visitor, 'service:metrica');
      const [, changed] = await site.stored(2);
      assert.deepEqual(changed?.services, { google: true, metrica: false });
      assert.equal(await visitor.allows('metrica'), false);

      await vendors.settled(visitor);
      const from = vendors.asked(site.origin).length;
      await visitor.go();
      await visitor.ran(2);
      await visitor.quiet();
      await vendors.settled(visitor);
      assert.deepEqual(await visitor.order(), ['google', 'necessary']);
      assert.equal(hosts(site, from).has(METRICA_HOST), false);
      assert.equal(hosts(site, from).has('www.googletagmanager.com'), true);
    });

    scenario('all of them are refused, while the purpose goes on', async (world) => {
      const { site } = world;
      serve(site, GOOGLE, METRICA);
      const visitor = await world.tab();
      await visitor.go();
      await visitor.asked();
      await open(visitor);
      await save(visitor, 'telemetry', 'service:google', 'service:metrica');
      const [record] = await site.stored(1);
      assert.deepEqual([record?.purposes['telemetry'], record?.services], [true, { google: false, metrica: false }]);
      await vendors.settled(visitor);
      assert.deepEqual([...hosts(site)], []);
      assert.deepEqual(await visitor.order(), ['necessary']);
    });

    scenario('a service that is new to the site is off until it is turned on', async (world) => {
      const { site } = world;
      serve(site, GOOGLE);
      const visitor = await world.tab();
      await visitor.go();
      await visitor.accept();
      await site.stored(1);
      await visitor.acknowledged();

      serve(site, GOOGLE, METRICA);
      await visitor.go();
      await visitor.asked();
      await open(visitor);
      assert.deepEqual([await isOn(visitor, 'telemetry'), await isOn(visitor, 'service:metrica')], [true, false]);
      assert.equal(hosts(site).has(METRICA_HOST), false);
      await save(visitor, 'service:metrica');
      const [, record] = await site.stored(2);
      assert.equal(record?.services['metrica'], true);
      await vendors.seen(site.origin, ({ host }) => host === METRICA_HOST);
    });

    scenario('only a site with services downloads what shows them, and only with the preferences', async (world) => {
      const { site } = world;
      serve(site, GOOGLE);
      site.page('/plain', { lang: 'en', widget: withConfig({ texts: { en: { banner: { title: 'Cookies?' } } } }) });
      const visitor = await world.tab();
      for (const [path, loads] of [
        ['/plain', false],
        ['/', true],
      ] as const) {
        const from = site.log.length;
        await visitor.go(path);
        await visitor.asked();
        assert.equal(site.files(from).includes('service-choice'), false);
        await open(visitor);
        assert.equal(site.files(from).includes('service-choice'), loads);
      }
    });
  },
  {
    flags: async () => {
      vendors = await startVendors();
      return vendors.flags;
    },
    close: () => vendors.close(),
  },
);
