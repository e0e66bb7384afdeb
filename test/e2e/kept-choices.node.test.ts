/*
 * A record says what a visitor has chosen, and nothing that came along: no acceptance of another edition, no service that
 * nobody was asked about, no trial of the inspector's, no second press of a button.
 * Alone: npm run build && npx tsx --test test/e2e/kept-choices.node.test.ts (DIST=<folder> for another build)
 * One test: … --test-name-pattern "what the test is called"
 */
import assert from 'node:assert/strict';
import { noticesOf } from '../../src/command/notices.js';
import { GATED, startSite, WIDGET, withConfig, WITHOUT_FRAME, type Site } from './site.js';
import { control, goBack, RETURNS, scenario, scenariosAt, suite, type Tab } from './visitor.js';

const COUNTER = { id: 'counter', purpose: 'telemetry', name: 'Counter', recipient: 'Counter', country: 'KZ' };
const METER = { id: 'meter', purpose: 'telemetry', name: 'Meter', recipient: 'Meter Ltd', country: 'KZ' };

const gated = (service: string): string =>
  `<script type="text/plain" data-consent="telemetry" data-service="${service}">ran('${service}')</script>`;
/** What is necessary comes last: once it has run, all before it has had its turn. */
const TAGS = `${gated('counter')}${gated('meter')}<script type="text/plain" data-consent="necessary">ran('necessary')</script>`;

const serve = (site: Site, config: object, body = TAGS): void =>
  site.page('/', { lang: 'en', body, widget: withConfig(config) });

const decide = async (visitor: Tab, choices: Readonly<Record<string, boolean>>): Promise<void> => {
  await visitor.event('ready');
  await visitor.page.evaluate((named) => window.timebotConsent?.decide(named), choices);
};

/** A first visit that accepts everything, with its evidence at the endpoint. */
const accepted = async (visitor: Tab): Promise<void> => {
  await visitor.go();
  await visitor.accept();
  await visitor.acknowledged();
};

const input = (name: string): string => `timebot-consent >>> input[name="${name}"]`;
const isOn = ({ page }: Tab, name: string): Promise<boolean> =>
  page.$eval(input(name), (found) => found instanceof HTMLInputElement && found.checked);

/** Tries a purpose in the inspector, which nobody has chosen, once it shows that: it looks again a moment after a change. */
const attempt = async (visitor: Tab, purpose: string): Promise<void> => {
  await visitor.press(`[data-timebot-consent-inspector] >>> input[name=${purpose}]:not(:checked)`);
  await visitor.page.waitForFunction((id) => window.timebotConsent?.allows(id), {}, purpose);
};

/** What names resolve to under the pages’ own domain is this machine. */
const surroundings = {
  flags: () => Promise.resolve(['--host-resolver-rules=MAP *.site.test 127.0.0.1, MAP site.test 127.0.0.1']),
  close: () => Promise.resolve(),
};

suite(
  'what was chosen stays, and nothing else',
  () => {
    for (const [what, config, stays] of [
      ['goes on where nothing but the offer has changed', { services: [COUNTER, METER] }, true],
      ['ends with another edition', { services: [COUNTER], policy: { edition: '2027-02-01' } }, false],
    ] as const) {
      scenario(`a decision by script: the acceptance of the policy ${what}`, async ({ site, tab }) => {
        serve(site, { services: [COUNTER] });
        const visitor = await tab();
        await accepted(visitor);
        serve(site, config);
        await visitor.go();
        await visitor.asked();
        await decide(visitor, { telemetry: true });
        const [first, second] = await site.stored(2);
        assert.deepEqual([first?.policy.accepted, second?.policy.accepted], [true, stays]);
      });
    }

    for (const [what, choices] of [
      ['another purpose', { ads: false }],
      ['its own purpose, which was on', { telemetry: true }],
    ] as const) {
      scenario(
        `a decision by script about ${what} grants no service that nobody was asked about`,
        async ({ site, tab }) => {
          serve(site, { services: [COUNTER] });
          const visitor = await tab();
          await accepted(visitor);
          serve(site, { services: [COUNTER, METER] });
          await visitor.go();
          await visitor.asked();
          await decide(visitor, choices);
          const [, record] = await site.stored(2);
          assert.deepEqual(record?.services, { counter: true, meter: false });
          assert.deepEqual(await visitor.order(), ['counter', 'necessary']);
        },
      );
    }

    scenario('a decision by script that turns a purpose on grants its services with it', async ({ site, tab }) => {
      serve(site, { services: [COUNTER] });
      const visitor = await tab();
      await visitor.go();
      await visitor.reject();
      await visitor.acknowledged();
      serve(site, { services: [COUNTER, METER] });
      await visitor.go();
      await decide(visitor, { telemetry: true });
      const [, record] = await site.stored(2);
      assert.deepEqual(record?.services, { counter: true, meter: true });
    });

    for (const [by, accept] of [
      ['in the banner', (visitor: Tab) => visitor.accept()],
      ['by script', (visitor: Tab) => decide(visitor, { telemetry: true })],
    ] as const) {
      scenario(
        `a purpose that has changed is granted ${by}: its service that was refused by itself stays refused`,
        async ({ site, tab }) => {
          serve(site, { services: [COUNTER, METER] });
          const visitor = await tab();
          await visitor.go();
          await visitor.press(control('settings'));
          for (const name of ['telemetry', 'service:meter']) await visitor.press(input(name));
          await visitor.press(control('save'));
          await visitor.acknowledged();

          const telemetry = { recipients: [{ name: 'Statistics', country: 'DE' }] };
          serve(site, { services: [COUNTER, METER], purposes: { telemetry } });
          await visitor.go();
          await visitor.asked();
          const text = await visitor.text();
          assert.ok(text.includes('Accept what is new'), text);
          await accept(visitor);
          const [first, second] = await site.stored(2);
          assert.deepEqual(first?.services, { counter: true, meter: false });
          assert.deepEqual(second?.services, { counter: true, meter: false });
          assert.equal(second?.purposes['telemetry'], true);
          assert.deepEqual((await visitor.ran(2)).toSorted(), ['counter', 'necessary']);
        },
      );
    }

    scenario('a trial of the inspector reaches no record of a decision by script', async ({ site, tab }) => {
      serve(site, { debug: true }, GATED);
      const visitor = await tab();
      await visitor.go();
      await attempt(visitor, 'ads');
      await decide(visitor, { telemetry: true });
      const [record] = await site.stored(1);
      assert.deepEqual(
        [record?.purposes['ads'], record?.purposes['telemetry'], record?.action],
        [false, true, 'given'],
      );
      assert.equal(await visitor.allows('ads'), false);
    });

    scenario(
      'a trial of the inspector ends where the preferences open: they show what holds',
      async ({ site, tab }) => {
        serve(site, { debug: true }, GATED);
        const visitor = await tab();
        await accepted(visitor);
        await decide(visitor, { ads: false });
        await attempt(visitor, 'ads');
        await visitor.press('div >>> [data-consent-open]');
        await visitor.visible(control('save'));
        assert.deepEqual([await isOn(visitor, 'ads'), await isOn(visitor, 'telemetry')], [false, true]);
        assert.equal(await visitor.allows('ads'), false);
        await visitor.press(control('save'));
        const [, , record] = await site.stored(3);
        assert.deepEqual([record?.purposes['ads'], record?.purposes['telemetry']], [false, true]);
      },
    );

    scenario('a trial of the inspector ends with its page, also in the back/forward cache', async ({ site, tab }) => {
      const headers = { 'cache-control': 'no-cache' };
      site.page('/', { body: WITHOUT_FRAME, widget: withConfig({ debug: true }), headers });
      site.page('/next', { headers });
      const visitor = await tab(RETURNS);
      await visitor.go();
      await attempt(visitor, 'ads');
      assert.equal(await visitor.allows('ads'), true); // nothing of the driver's is left running in the page that is kept
      await visitor.go('/next');
      await goBack(visitor, site);
      assert.equal(await visitor.allows('ads'), false);
    });

    scenario('a trial that another tab’s withdrawal has ended gives nothing back', async ({ site, tab }) => {
      serve(site, { debug: true }, GATED);
      const visitor = await tab();
      await accepted(visitor);
      await visitor.press('[data-timebot-consent-inspector] >>> input[name=ads]:checked');
      await visitor.page.waitForFunction(() => window.timebotConsent?.allows('ads') === false);
      const other = await tab();
      await other.go();
      await other.quiet();
      await other.page.evaluate(() => window.timebotConsent?.withdraw());
      await visitor.page.waitForFunction(() => window.timebotConsent?.allows('telemetry') === false, { polling: 20 });
      await visitor.press('div >>> [data-consent-open]');
      await visitor.visible(control('save'));
      assert.deepEqual([await isOn(visitor, 'ads'), await isOn(visitor, 'telemetry')], [false, false]);
      assert.equal(await visitor.allows('telemetry'), false);
    });

    scenario('parts of the offer that an attribute takes off are in no notice', async ({ site, tab }) => {
      const widget = WIDGET.replace('async', 'data-off="personalisation" async');
      site.page('/', { widget });
      const visitor = await tab();
      await visitor.go();
      await visitor.accept();
      const [record] = await site.stored(1);
      assert.deepEqual(record?.purposes, { necessary: true, telemetry: true });
      const [found] = (await noticesOf({ off: 'personalisation' })).filter(({ hash }) => hash === record?.notice.hash);
      assert.deepEqual(
        [found?.notice.layer, found?.notice.lang, found?.notice.purposes.map(({ id }) => id)],
        ['banner', 'ru', ['necessary', 'telemetry']],
      );
    });

    scenario('a button that is pressed again before it is gone makes no further record', async ({ site, tab }) => {
      site.page('/', { body: GATED });
      const visitor = await tab();
      await visitor.go();
      await visitor.asked();
      await visitor.page.evaluate(() => {
        const root = document.querySelector('timebot-consent')?.shadowRoot;
        for (const action of ['accept-all', 'accept-all', 'reject-all'])
          root?.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click();
      });
      await visitor.acknowledged();
      assert.deepEqual(
        Object.keys(await visitor.kept()).filter((key) => key.startsWith('record/')),
        site.records().map(({ id }) => `record/${id}`),
      );
      assert.deepEqual(
        site.records().map(({ action }) => action),
        ['given'],
      );
      assert.equal(await visitor.allows('ads'), true);
    });

    scenariosAt(() => startSite('shop.site.test'))(
      'the decision comes to be shared with subdomains: the cookie of this host alone goes',
      async ({ site, tab }) => {
        serve(site, {}, GATED);
        const visitor = await tab();
        await accepted(visitor);
        const mirrors = async (): Promise<readonly string[]> =>
          (await visitor.page.cookies()).flatMap(({ name, domain }) => (name === 'timebot_consent' ? [domain] : []));
        assert.deepEqual(await mirrors(), ['shop.site.test']);
        serve(site, { cookieDomain: 'site.test' }, GATED);
        await visitor.go();
        await decide(visitor, { ads: false });
        assert.deepEqual(await mirrors(), ['.site.test']);
        assert.equal(await visitor.allows('ads'), false);
      },
    );
  },
  surroundings,
);
