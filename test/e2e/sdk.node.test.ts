/*
 * The real SDKs of vendors that have one on npm, in a real browser, from refusal over grant to withdrawal: what stand-ins show
 * of every service, shown of the code that visitors get. The services are those of the demo's page, as an owner copies them. The
 * site's host lies below another one, on which the SDKs set their cookies.
 * Alone: npm run build && npx tsx --test test/e2e/sdk.node.test.ts (DIST=<folder> for another build)
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { vendorsAnswer } from '../../demo/vendors.js';
import { PERSON } from './probes.js';
import { startSite, withConfig, type Site } from './site.js';
import { startVendors, type Asked, type Vendors } from './vendors.js';
import { scenariosAt, suite, type Tab } from './visitor.js';

interface Sdk {
  readonly id: string;
  /** A request that carries something about the visitor. */
  readonly sent: (asked: Asked) => boolean;
  /** What it keeps once it has sent something, cookies first; there may be more. */
  readonly keeps: readonly string[];
  /** What is left of that after a withdrawal. */
  readonly stays: readonly string[];
  /** The database that it holds open, which goes with the page. */
  readonly held?: string;
  /** Runs in the page: something that it sends, at best waited for. */
  readonly act: string;
  /** Runs in the page: what the SDK itself takes the visitor's choice for. */
  readonly choice: string;
  readonly granted: unknown;
  readonly withdrawn: unknown;
}

const at =
  (host: string, path: RegExp) =>
  (asked: Asked): boolean =>
    asked.method === 'POST' && asked.host === host && path.test(asked.path);

const sdks: readonly Sdk[] = [
  {
    id: 'posthog',
    sent: at('eu.i.posthog.com', /^\/(i\/v0\/)?e\//),
    keeps: [
      'ph_phc_demodemodemodemo_posthog',
      'ph_phc_demodemodemodemo_posthog',
      'ph_phc_demodemodemodemo_window_id',
      '__ph_opt_in_out_phc_demodemodemodemo',
    ],
    stays: ['__ph_opt_in_out_phc_demodemodemodemo'],
    act: `posthog.capture('pressed', {}, { send_instantly: true })`,
    choice: 'posthog.has_opted_in_capturing()',
    granted: true,
    withdrawn: false,
  },
  {
    id: 'microsoft-clarity',
    sent: at('k.clarity.ms', /^\/collect$/),
    keeps: ['_clck', '_clsk', '_cltk'],
    stays: [],
    act: `clarity('event', 'pressed')`,
    // a script that has stopped puts calls off; one that goes on without consent says so
    choice: `new Promise((done) => {
      if (!clarity.v) done('stopped');
      else clarity('metadata', (data, upgraded, { analytics_Storage }) => done(analytics_Storage), false, false, true);
    })`,
    granted: 'granted',
    withdrawn: 'stopped',
  },
  {
    id: 'amplitude',
    sent: at('api2.amplitude.com', /^\/2\/httpapi$/),
    keeps: ['AMP_demodemode', 'AMP_unsent_demodemode', 'AMP_remote_config_demodemode', 'AMP_PAGE_VIEW'],
    stays: [],
    held: 'AMP_diagnostics_demodemode',
    act: `amplitude.track('pressed').promise`,
    choice: '!amplitude.getOptOut()',
    granted: true,
    withdrawn: false,
  },
];

/** The config of the demo's page. */
const [, inline = ''] =
  /<script type="application\/json"[^>]*>([^]*?)<\/script>/.exec(
    await readFile(new URL('../../demo/site/scenarios/sdk.html', import.meta.url), 'utf8'),
  ) ?? [];
const services: readonly { readonly id: string; readonly use?: string }[] = JSON.parse(inline).services;

/** Names of what is kept in this browser, wherever, but for the widget's own. */
const kept = async ({ page }: Tab): Promise<readonly string[]> => {
  const names = await page.evaluate(async () => [
    ...(document.cookie ? document.cookie.split('; ') : []).map((pair) => pair.split('=')[0] ?? ''),
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name = '' }) => name),
    ...(await caches.keys()),
  ]);
  return names.filter((name) => !/^timebot[-_]consent/.test(name));
};

/** Names, each as often as it has to be there, that are not. */
const missing = (names: readonly string[], there: readonly string[]): readonly string[] => {
  const rest = [...there];
  return names.filter((name) => {
    const found = rest.indexOf(name);
    if (found >= 0) rest.splice(found, 1);
    return found < 0;
  });
};

/** A second of the page's own clock: everything that a script has put off for less has had its turn. */
const soon = ({ page }: Tab): Promise<unknown> => page.evaluate(() => new Promise((done) => setTimeout(done, 1000)));

const accept = ({ page }: Tab) => page.evaluate(() => window.timebotConsent?.acceptAll());
const withdraw = ({ page }: Tab) => page.evaluate(() => window.timebotConsent?.withdraw());

const scenario = scenariosAt(() => startSite('shop.demo.localhost'));

let vendors: Vendors;

suite(
  'real SDKs',
  () => {
    for (const { id, sent, keeps, stays, held, act, choice, granted, withdrawn } of sdks) {
      const widget = withConfig({ services: services.filter((each) => (each.use ?? each.id) === id) });
      const seen = (site: Site, n: number): Promise<Asked> =>
        vendors.seen(site.origin, (asked) => sent(asked) && count(site) >= n);
      const count = ({ origin }: Site): number => vendors.asked(origin).filter(sent).length;

      scenario(
        `${id}: nothing before the grant or after a refusal, then all, after the withdrawal nothing`,
        async (world) => {
          const { site } = world;
          site.page('/', { widget });
          const tab = await world.tab(PERSON);
          const since = async (from: number): Promise<readonly string[]> => {
            await vendors.settled(tab);
            const asked = vendors.asked(site.origin).slice(from);
            return asked.map(({ host, path }) => host + path);
          };
          await tab.go();
          await tab.asked();
          assert.deepEqual([await since(0), await kept(tab)], [[], []], 'before the choice');
          await tab.reject();
          await tab.go();
          await tab.quiet();
          assert.deepEqual([await since(0), await kept(tab)], [[], []], 'after the refusal');

          await accept(tab);
          await seen(site, 1);
          assert.equal(await tab.page.evaluate(choice), granted);
          await vendors.settled(tab);
          assert.deepEqual(missing(keeps, await kept(tab)), [], 'what it keeps');
          const above = (await tab.page.cookies()).filter(({ name }) => name === keeps[0]);
          assert.deepEqual(
            above.map(({ domain }) => domain),
            ['.demo.localhost'],
          );
          const before = count(site);
          await tab.page.evaluate(act);
          await seen(site, before + 1);

          const answer = await withdraw(tab);
          assert.equal(await tab.page.evaluate(choice), withdrawn);
          // what it had gathered until then it may send in that moment
          await vendors.settled(tab);
          const from = vendors.asked(site.origin).length;
          await tab.page.evaluate(act);
          await soon(tab);
          const rest = held ? [held] : stays;
          assert.deepEqual([await since(from), await kept(tab)], [[], rest], 'after the withdrawal');
          const here = answer?.left.filter(({ host }) => host === undefined);
          assert.deepEqual(
            here?.map((trace) => trace.in),
            held ? ['database'] : [],
            'what is left is told',
          );
          await tab.go();
          await tab.quiet();
          await tab.page.waitForFunction(
            async (name) => !(await indexedDB.databases()).some((database) => database.name === name),
            {},
            held,
          );
          assert.deepEqual([await since(from), await kept(tab)], [[], stays], 'on the next page');
          assert.deepEqual(await tab.tracked(), []);
          assert.deepEqual(tab.warnings, []);
        },
      );

      scenario(`${id}: granted again on the page of its withdrawal, it goes on`, async (world) => {
        const { site } = world;
        site.page('/', { widget });
        const tab = await world.tab(PERSON);
        await tab.go();
        await tab.asked();
        await accept(tab);
        await seen(site, 1);
        await withdraw(tab);
        assert.equal(await tab.page.evaluate(choice), withdrawn);
        await vendors.settled(tab);
        const before = count(site);
        await accept(tab);
        assert.equal(await tab.page.evaluate(choice), granted);
        await tab.page.evaluate(act);
        await seen(site, before + 1);
        assert.deepEqual(tab.warnings, []);
      });
    }
  },
  {
    flags: async () => {
      vendors = await startVendors(vendorsAnswer);
      // the site's own host is this machine, everybody else's the vendors'
      return vendors.flags.map((flag) => flag.replace('-rules=', '-rules=MAP *.localhost 127.0.0.1, '));
    },
    close: () => vendors.close(),
  },
);
