/*
 * The demo's scenarios, each tried as its page says: what the demo's own server is asked in the vendors' stead, and
 * that nothing is asked of anybody else.
 * Alone: npm run build && npx tsx --test test/e2e/demo.node.test.ts (DIST=<folder> for another build)
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDemo } from '../../demo/app.js';
import { PERSON } from './probes.js';
import { createWaits, DIST } from './site.js';
import { startVendors, type Vendors } from './vendors.js';
import { control, scenariosAt, suite, type Place, type Tab, type World } from './visitor.js';

interface Demo extends Place {
  /** Vendors' addresses that the demo answered for, oldest first, without their scheme. */
  readonly asked: readonly string[];
  /** What the demo prints of each record. */
  readonly lines: readonly string[];
  /** Waits until so many requests, or one, have come. */
  readonly seen: (match: string | RegExp, count?: number) => Promise<true>;
  /** Waits until so many records have come. */
  readonly recorded: (count: number) => Promise<true>;
}

const SITE = fileURLToPath(new URL('../../demo/site', import.meta.url));

const startDemo = async (): Promise<Demo> => {
  const folder = await mkdtemp(join(tmpdir(), 'timebot-consent-demo-'));
  const { changed, until } = createWaits();
  const lines: string[] = [];
  const asked: string[] = [];
  const print = (line: string): void => {
    lines.push(line);
    changed();
  };
  const app = await createDemo({ database: join(folder, 'consents.db'), print, roots: [SITE, DIST] });
  app.server.on('request', ({ url }) => {
    const address = /^\/vendors\/(.*)/.exec(url ?? '')?.[1];
    if (address === undefined) return;
    asked.push(address);
    changed();
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    origin: url.replace('127.0.0.1', 'localhost'),
    asked,
    lines,
    seen: (match, count = 1) =>
      until(
        () => asked.filter((address) => address.match(match)).length >= count || undefined,
        () => `${match} among ${asked.join(', ')}`,
      ),
    recorded: (count) =>
      until(
        () => lines.length >= count || undefined,
        () => `record ${count}`,
      ),
    close: async () => {
      await app.close();
      await rm(folder, { recursive: true });
    },
  };
};

let vendors: Vendors;

const scenario = scenariosAt(startDemo);

/** Opens a scenario, which comes once the service worker controls it. */
const open = async (tab: Tab, name: string): Promise<void> => {
  await tab.go(`/scenarios/${name}.html`);
  await tab.page.waitForSelector('#asked');
};

const reload = async ({ page }: Tab): Promise<void> => {
  await page.reload({ waitUntil: 'domcontentloaded' });
};

let probes = 0;

/** Waits until everything that a page has asked for by now has come to the demo: the last of it is the test's own. */
const settled = async (demo: Demo, { page }: Tab): Promise<readonly string[]> => {
  // an address that the strict policy allows too
  const probe = `mc.yandex.ru/probe-${++probes}`;
  await page.evaluate((url) => void (new Image().src = url), `https://${probe}`);
  await demo.seen(probe);
  return demo.asked.filter((address) => !address.startsWith('mc.yandex.ru/probe-'));
};

/** A scenario, tried by a new visitor. Nothing of it may reach a host that is not the demo's. */
const tries = (
  name: string,
  what: string,
  run: (demo: Demo, tab: Tab, world: World<Demo>) => Promise<void>,
  ...scripts: readonly string[]
): void =>
  scenario(`${name}: ${what}`, async (world) => {
    const { site: demo } = world;
    const tab = await world.tab(...scripts);
    await open(tab, name);
    await tab.asked();
    await run(demo, tab, world);
    await settled(demo, tab);
    assert.deepEqual(vendors.asked(demo.origin), [], 'nothing leaves the machine');
  });

const setting = (purpose: string): string => `timebot-consent >>> [name="${purpose}"]`;

/** Entries of the data layer, as the page prints them. */
const printed = ({ page }: Tab): Promise<readonly string[]> =>
  page.$$eval('#layer li', (items) => items.map(({ textContent }) => textContent ?? ''));

/** Waits for an entry of the data layer. */
const prints = async ({ page }: Tab, pattern: RegExp): Promise<void> => {
  await page.waitForFunction(
    (source) => [...document.querySelectorAll('#layer li')].some(({ textContent }) => textContent?.match(source)),
    {},
    pattern.source,
  );
};

const withdraw = async (tab: Tab): Promise<void> => {
  await tab.press('div >>> [data-consent-open]');
  await tab.press(control('withdraw'));
  await tab.press(control('close'));
};

const VIOLATIONS = `
  window.violations = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    violations.push(effectiveDirective + ' ' + blockedURI));`;

suite(
  'scenarios of the demo',
  () => {
    scenario(
      'what a scenario asks of anybody comes to the demo; the probe of the network sees what does not',
      async (world) => {
        const { site: demo } = world;
        const tab = await world.tab(VIOLATIONS);
        const ask = (url: string): Promise<void> => tab.page.evaluate((src) => void (new Image().src = src), url);
        await open(tab, 'embeds');
        await ask('https://leak.test/from-a-scenario');
        await demo.seen('leak.test/from-a-scenario');
        await tab.page.waitForFunction(() => document.querySelector('#asked')?.textContent?.includes('GET leak.test/'));
        await tab.page.evaluate(() => {
          document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://leak.test/frame' }));
        });
        await tab.page.waitForFunction(() => Reflect.get(window, 'violations').length === 1);
        await demo.seen('leak.test/frame');
        await tab.go('/');
        await ask('https://leak.test/from-the-home-page');
        await vendors.seen(demo.origin, ({ host }) => host === 'leak.test');
        assert.deepEqual(
          vendors.asked(demo.origin).map(({ path }) => path),
          ['/from-the-home-page'],
        );
      },
    );

    tries('tag-manager', 'denied and nothing asked after a refusal; granted before both scripts', async (demo, tab) => {
      await tab.reject();
      await prints(tab, /"consent","update".*"denied"/);
      assert.deepEqual(await settled(demo, tab), []);
      const before = await printed(tab);
      assert.ok(before.every((entry) => !entry.includes('"ad_storage":"granted"')));
      await tab.press('main [data-consent-open]');
      await tab.press(control('accept-all'));
      await demo.seen(/^www\.googletagmanager\.com\/gtm\.js\?id=GTM-DEMO123/);
      await demo.seen(/^www\.googletagmanager\.com\/gtag\/js\?id=G-DEMO1234/);
      await demo.seen(/gcs=G111/);
      await prints(tab, /"config","G-DEMO1234"/);
      const [first] = (await printed(tab)).slice(before.length);
      assert.match(first ?? '', /"consent","update",\{"ad_storage":"granted"/);
      assert.ok((await settled(demo, tab)).every((address) => !address.includes('gcs=G100')));
      await tab.press('.asked button');
      await tab.asked();
      assert.deepEqual([await tab.cookies(), await tab.kept()], [{}, {}], 'as a new visitor');
    });

    tries(
      'tag-manager-advanced',
      'asked before the choice, without a cookie; the choice is told',
      async (demo, tab) => {
        await demo.seen(/gcs=G100/);
        await tab.page.waitForFunction(() => document.querySelector('#asked')?.textContent?.includes('gcs=G100'));
        assert.match((await printed(tab))[0] ?? '', /"consent","default".*"ad_storage":"denied"/);
        assert.deepEqual(await tab.tracked(), []);
        await tab.accept();
        await reload(tab);
        await demo.seen(/gcs=G111/);
        assert.ok((await tab.tracked()).includes('_ga'));
      },
    );

    tries('metrika-vk-meta', 'each with its purpose; a withdrawal stops and cleans', async (demo, tab) => {
      await tab.press(control('settings'));
      await tab.press(setting('telemetry'));
      await tab.press(control('save'));
      await demo.seen(/^mc\.yandex\.ru\/watch\/12345678/);
      const hosts = new Set((await settled(demo, tab)).map((address) => address.split('/')[0]));
      assert.deepEqual([...hosts], ['mc.yandex.ru']);
      await tab.press('main [data-consent-open]');
      await tab.press(setting('ads'));
      await tab.press(control('save'));
      await demo.seen(/^top-fwz1\.mail\.ru\/tracker/);
      await demo.seen(/^www\.facebook\.com\/tr\//);
      const tracked = (await tab.tracked()).toSorted();
      assert.deepEqual(tracked, ['_fbp', '_ym_d', '_ym_uid', 'domain_sid', 'tmr_lvid', 'tmr_lvidTS']);
      await withdraw(tab);
      await tab.page.waitForFunction(() => document.querySelector('#cookies')?.textContent === 'timebot_consent');
      const heard = await tab.page.evaluate(() => JSON.stringify(window.heard?.at(-1)));
      assert.equal(heard, '["consent","revoke"]');
      assert.equal(await tab.page.evaluate(() => Reflect.get(window, 'disableYaCounter12345678')), true);
    });

    tries('embeds', 'once shows one and records nothing; always comes back until the withdrawal', async (demo, tab) => {
      const key = (which: string, action: string): string => `#${which} >>> [data-action="${action}"]`;
      await tab.reject();
      await tab.press(key('video', 'show-once'));
      await demo.seen(/^www\.youtube-nocookie\.com\/embed\/M7lc1UVf-VE/);
      await demo.recorded(1);
      assert.equal((await settled(demo, tab)).length, 1);
      await tab.press(key('map', 'show-always'));
      await tab.press(key('map', 'allow'));
      await demo.seen(/^yandex\.kz\/map-widget\/v1\//);
      await demo.recorded(2);
      await reload(tab);
      await demo.seen(/^yandex\.kz\/map-widget\/v1\//, 2);
      await tab.visible(key('video', 'show-once'));
      const stand = await tab.page.waitForSelector('#map >>> iframe');
      const frame = await stand?.contentFrame();
      await frame?.waitForSelector('p');
      assert.equal(await frame?.$eval('p', ({ textContent }) => textContent), 'Stand-in for yandex.kz');
      await withdraw(tab);
      await tab.visible(key('map', 'show-always'));
      assert.equal(demo.asked.filter((address) => address.startsWith('www.youtube')).length, 1);
    });

    tries('marketer', 'ads that are granted close where they are off and come back, unasked', async (demo, tab) => {
      const metrica = /^mc\.yandex\.ru\/watch\//;
      const meta = /^www\.facebook\.com\/tr\//;
      await tab.accept();
      await Promise.all([demo.seen(metrica), demo.seen(meta), demo.recorded(1)]);
      await tab.press('main a[href="marketer-off.html"]');
      await demo.seen(metrica, 2);
      await tab.quiet();
      assert.equal(await tab.allows('ads'), false);
      assert.equal((await settled(demo, tab)).filter((address) => meta.test(address)).length, 1);
      await tab.press('main a[href="marketer.html"]');
      await demo.seen(meta, 2);
      await tab.quiet();
      assert.equal(demo.lines.length, 1, 'nobody was asked');
    });

    tries(
      'marketer-off',
      'who decided without ads is asked about ads alone, and the rest runs on',
      async (demo, tab) => {
        const metrica = /^mc\.yandex\.ru\/watch\//;
        assert.doesNotMatch(await tab.text(), /advert|\bads\b/i);
        await tab.accept();
        await Promise.all([demo.seen(metrica), demo.recorded(1)]);
        await tab.press('main a[href="marketer.html"]');
        await tab.asked();
        await demo.seen(metrica, 2);
        assert.match(await tab.text(), /New or changed: .*ad/i);
        assert.ok(
          (await settled(demo, tab)).every((address) => !address.includes('facebook')),
          'closed until the answer',
        );
        await tab.accept();
        await demo.seen(/^www\.facebook\.com\/tr\//);
        await demo.recorded(2);
        assert.match(demo.lines[1] ?? '', /granted: necessary, personalisation, telemetry, ads$/);
      },
    );

    tries('spa', 'the question, the trigger and the consent outlast views that render all anew', async (demo, tab) => {
      const turn = (view: string): Promise<void> => tab.press(`nav a[href="?view=${view}"]`);
      await turn('video');
      await tab.asked();
      assert.deepEqual(await settled(demo, tab), []);
      await tab.press(control('settings'));
      await tab.visible(control('save'));
      await tab.page.evaluate(() => history.back());
      await tab.accept();
      await demo.seen('stats.example/hit/hours');
      await turn('video');
      await demo.seen('stats.example/hit/video');
      await demo.seen(/^www\.youtube-nocookie\.com\/embed\//);
      await turn('hours');
      await demo.seen('stats.example/hit/hours', 2);
      await tab.quiet();
      assert.equal((await settled(demo, tab)).filter((address) => address.includes('/hit/')).length, 3);
      await withdraw(tab);
      await turn('video');
      await tab.visible('timebot-embed >>> [data-action="show-once"]');
      await turn('hours');
      await tab.quiet();
      assert.equal((await settled(demo, tab)).filter((address) => address.includes('/hit/')).length, 3);
    });

    tries(
      'strict-csp',
      'what carries the nonce runs, what does not stays closed, and nothing else is refused',
      async (demo, tab) => {
        const text = (id: string): Promise<string | null> => tab.page.$eval(id, ({ textContent }) => textContent);
        const enforced = await tab.page.evaluate(() => {
          try {
            document.createElement('p').innerHTML = '<b>text</b>';
            return false;
          } catch {
            return true;
          }
        });
        assert.ok(enforced, 'Trusted Types are on');
        const violations = (): Promise<readonly string[]> =>
          tab.page.evaluate((): readonly string[] => Reflect.get(window, 'violations'));
        await tab.accept();
        await demo.seen(/^mc\.yandex\.ru\/watch\/12345678/);
        await tab.warned(/nonce/);
        assert.equal(await text('#with'), 'ran');
        assert.equal(await text('#without'), 'waits');
        assert.equal(tab.warnings.length, 1, tab.warnings.join('\n'));
        assert.deepEqual(await violations(), ['require-trusted-types-for trusted-types-sink'], 'the one made above');
      },
      VIOLATIONS,
    );

    tries(
      'sdk',
      'the vendors’ own scripts start with the grant, and send and keep nothing after the withdrawal',
      async (demo, tab) => {
        const sent = [
          /^eu\.i\.posthog\.com\/(i\/v0\/)?e\//,
          /^k\.clarity\.ms\/collect/,
          /^api2\.amplitude\.com\/2\/httpapi/,
        ];
        const count = (match: RegExp): number => demo.asked.filter((address) => match.test(address)).length;
        await tab.press('#capture');
        assert.deepEqual(await settled(demo, tab), []);
        await tab.accept();
        await demo.seen('eu-assets.i.posthog.com/static/array.js');
        for (const match of sent) await demo.seen(match);
        const tracked = await tab.tracked();
        for (const name of ['ph_phc_demodemodemodemo_posthog', '_clck', '_clsk', 'AMP_demodemode']) {
          assert.ok(tracked.includes(name), name);
        }
        const versions = await tab.page.evaluate(() => [
          Object(Reflect.get(window, 'posthog')).version,
          Object(Reflect.get(window, 'clarity')).v,
        ]);
        for (const version of versions) assert.match(String(version), /^\d+\.\d+\.\d+$/, 'the real one');
        const before = sent.map(count);
        await tab.press('#capture');
        for (const [n, match] of sent.entries()) await demo.seen(match, (before[n] ?? 0) + 1);
        await tab.page.evaluate('amplitude.flush().promise');
        await withdraw(tab);
        await tab.page.waitForFunction(() => !/ph_phc_|_cl|AMP_/.test(document.cookie));
        const from = (await settled(demo, tab)).length;
        await tab.press('#capture');
        await reload(tab);
        await tab.quiet();
        assert.deepEqual((await settled(demo, tab)).slice(from), []);
        assert.deepEqual(await tab.tracked(), []);
        const keys = (): string[] => [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
        assert.deepEqual(await tab.page.evaluate(keys), ['__ph_opt_in_out_phc_demodemodemodemo']);
      },
      PERSON,
    );
  },
  {
    flags: async () => (vendors = await startVendors()).flags,
    close: () => vendors.close(),
  },
);
