/*
 * Ways to embed and configure the widget, and its JavaScript API.
 * Alone: npm run build && npx tsx --test test/e2e/embed.node.test.ts (DIST=<folder> for another build)
 * One test: … --test-name-pattern "what the test is called"
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../src/entry/version.js';
import { ADS, DIST, GATED, WIDGET, withConfig } from './site.js';
import { control, scenario, suite } from './visitor.js';

const ALL = ['necessary', 'telemetry', 'ads', 'ads-inline'];

const ACCEPT = { ru: 'Принять все', kk: 'Барлығын қабылдау', en: 'Accept all' };

suite('embed', () => {
  scenario('one line is enough, and every visitor is warned of nothing', async ({ site, tab }) => {
    // ads are not offered where nobody says who receives the data
    site.page('/', { body: GATED.replaceAll(/<.*data-consent="ads".*>/g, ''), widget: WIDGET });
    const visitor = await tab();
    await visitor.go();
    await visitor.accept();
    assert.deepEqual(await visitor.ran(2), ['necessary', 'telemetry']);
    const [record] = await site.stored(1);
    assert.deepEqual(record?.purposes, { necessary: true, personalisation: true, telemetry: true });
    await visitor.quiet();
    assert.deepEqual(visitor.warnings, []);
  });

  for (const [place, options] of [
    ['at the end of the body', { widget: '', body: `${GATED}${withConfig({})}` }],
    ['without async in the head', { body: GATED, widget: withConfig({}, WIDGET.replace(' async', '')) }],
    ['deferred', { body: GATED, widget: withConfig({}, WIDGET.replace('async', 'defer')) }],
  ] as const) {
    scenario(`the tag ${place}`, async ({ site, tab }) => {
      site.page('/', options);
      const visitor = await tab();
      await visitor.go();
      await visitor.asked();
      assert.deepEqual(await visitor.ran(1), ['necessary']);
      await visitor.accept();
      assert.deepEqual(await visitor.ran(4), ALL);
      await site.stored(1);
    });
  }

  scenario('data attributes are settings', async ({ site, tab }) => {
    const settings =
      'data-lang="kk" data-layout="box" data-position="bottom-left" data-theme="dark" data-trigger="right"';
    site.page('/', { lang: 'en', widget: WIDGET.replace('async', `${settings} async`) });
    const visitor = await tab();
    await visitor.go();
    await visitor.asked();
    assert.ok((await visitor.text()).includes(ACCEPT.kk));
    for (const [name, value] of [
      ['layout', 'box'],
      ['position', 'bottom-left'],
      ['theme', 'dark'],
    ] as const) {
      assert.equal(await visitor.attribute('timebot-consent', name), value);
    }
    await visitor.reject();
    await visitor.quiet();
    const [x, width] = await visitor.page.$eval('div >>> [data-consent-open]', (button) => [
      button.getBoundingClientRect().x,
      innerWidth,
    ]);
    assert.ok((x ?? 0) > (width ?? 0) / 2, 'the trigger is on the right');
  });

  scenario('the page’s own element: its attributes count, and more than the script’s', async ({ site, tab }) => {
    site.page('/', {
      body: '<timebot-consent lang="en" layout="box" endpoint="/consents"></timebot-consent>',
      widget: '<script src="/timebot-consent.js" data-endpoint="/nowhere" data-theme="dark" async></script>',
    });
    const visitor = await tab();
    await visitor.go();
    await visitor.asked();
    assert.ok((await visitor.text()).includes(ACCEPT.en));
    assert.equal(await visitor.page.$$eval('timebot-consent', ({ length }) => length), 1);
    assert.equal(await visitor.attribute('timebot-consent', 'theme'), 'dark');
    await visitor.accept();
    await site.stored(1);
    assert.equal(site.count('/nowhere'), 0);
  });

  for (const [lang, page] of [
    ['ru', 'ru'],
    ['kk', 'kk-KZ'],
    ['en', 'en-GB'],
  ] as const) {
    scenario(`the language of the page: ${page}`, async ({ site, tab }) => {
      site.page('/', { lang: page });
      const visitor = await tab();
      await visitor.go();
      await visitor.asked();
      assert.ok((await visitor.text()).includes(ACCEPT[lang]));
      await visitor.accept();
      const [record] = await site.stored(1);
      assert.equal(record?.notice.lang, lang);
    });
  }

  scenario('the language switch: what is shown then is what is recorded', async ({ site, tab }) => {
    site.page('/', { widget: WIDGET });
    const visitor = await tab();
    await visitor.go();
    await visitor.press('timebot-consent >>> button[lang="en"]');
    await visitor.visible('timebot-consent >>> section[lang="en"]');
    assert.ok((await visitor.text()).includes(ACCEPT.en));
    await visitor.accept();
    const [record] = await site.stored(1);
    assert.equal(record?.notice.lang, 'en');
    const notices: readonly { hash: string; notice: { lang: string; layer: string } }[] = JSON.parse(
      readFileSync(join(DIST, 'notices.json'), 'utf8'),
    );
    const found = notices.find(({ hash }) => hash === record?.notice.hash)?.notice;
    assert.deepEqual([found?.lang, found?.layer], ['en', 'banner']);
  });

  scenario('inline JSON before the tag', async ({ site, tab }) => {
    const own = { endpoint: '/consents', lang: 'en', texts: { en: { banner: { title: 'Biscuits' } } } };
    site.page('/', { widget: withConfig(own, '<script src="/timebot-consent.js" async></script>') });
    const visitor = await tab();
    await visitor.go();
    await visitor.asked();
    assert.ok((await visitor.text()).includes('Biscuits'));
    await visitor.accept();
    await site.stored(1);
  });

  scenario('inline JSON that comes later: everything waits for it, closed', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    const visitor = await tab();
    await visitor.go();
    await visitor.accept();
    await visitor.event('delivery');
    // what the later config declares is new: the visitor is asked, and its service stays closed
    const pixel = { id: 'pixel', purpose: 'ads', recipient: 'Pixel Inc', country: 'US' };
    site.page('/', {
      widget: WIDGET.replace(' async', ''),
      body: `
        <script type="text/plain" data-consent="ads" data-service="pixel">ran('pixel')</script>
        <script type="text/plain" data-consent="ads">ran('ads')</script>
        <script>ran('parsing')</script>${withConfig({ services: [pixel] }, '')}`,
    });
    await visitor.go();
    await visitor.asked();
    assert.deepEqual(await visitor.order(), ['parsing', 'ads']);
    assert.ok((await visitor.text()).includes('Pixel Inc'));
  });

  scenario('data-config: grants wait for it', async ({ site, tab }) => {
    site.json('/consent.json', { endpoint: '/consents', lang: 'en', purposes: ADS });
    site.page('/', {
      body: GATED,
      widget: '<script src="/timebot-consent.js" data-config="/consent.json" async></script>',
    });
    const visitor = await tab();
    await visitor.go();
    await visitor.asked();
    assert.ok((await visitor.text()).includes(ACCEPT.en));
    await visitor.accept();
    await site.stored(1);
    await visitor.event('delivery');

    const from = site.log.length;
    const release = site.hold('/consent.json');
    await visitor.go();
    await site.seen(({ path }) => path === '/consent.json', 2);
    assert.deepEqual(await visitor.order(), []);
    release();
    assert.deepEqual(await visitor.ran(4), ['telemetry', 'ads', 'ads-inline', 'necessary']);
    await visitor.quiet();
    assert.deepEqual([...site.files(from)].sort(), ['idle-config', 'page', 'timebot-consent']);
  });

  scenario('months, policy, recipients and services of a site’s own are shown', async ({ site, tab }) => {
    const policy = {
      id: 'acme',
      edition: '2026-05-01',
      operator: { name: 'Acme LLP', id: '123456789012' },
      contact: 'privacy@acme.example',
      purposes: [
        { id: 'necessary', clauses: ['1'], required: true },
        { id: 'maps', clauses: ['7'] },
      ],
      texts: {
        en: { banner: { summary: 'Maps need your consent.', purposes: { necessary: 'Needed', maps: 'Maps' } } },
      },
    };
    site.page('/', {
      lang: 'en',
      body: `<script type="text/plain" data-consent="maps">ran('maps')</script>`,
      widget: withConfig({
        policy,
        policyUrl: '/privacy',
        purposes: { maps: { recipients: [{ name: 'Mapper', country: 'FI' }] } },
      }),
    });
    const visitor = await tab();
    await visitor.go();
    await visitor.asked();
    const text = await visitor.text();
    for (const part of ['Maps need your consent.', 'Acme LLP', '123456789012', '01.05.2026', 'Mapper, Finland']) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
    assert.equal(await visitor.attribute(control('open-policy'), 'href'), '/privacy');
    await visitor.accept();
    assert.deepEqual(await visitor.ran(1), ['maps']);
    const [record] = await site.stored(1);
    assert.deepEqual([record?.policy.id, record?.policy.edition], ['acme', '2026-05-01']);
    assert.deepEqual(record?.purposes, { necessary: true, maps: true });
    assert.deepEqual(record?.operator, policy.operator);
    assert.deepEqual(record?.transfer, { thirdParties: true, crossBorder: ['FI'], publication: false });
  });

  scenario('the tag twice on a page: one widget, one warning', async ({ site, tab }) => {
    site.page('/', { body: GATED, widget: `${withConfig({})}${WIDGET}` });
    const visitor = await tab();
    await visitor.go();
    await visitor.accept();
    assert.deepEqual(await visitor.ran(4), ALL);
    await site.stored(1);
    await visitor.event('delivery');
    assert.equal(site.records().length, 1);
    assert.match(await visitor.warned(/twice/), /load it once/);
    assert.equal(visitor.warnings.length, 1);
  });

  scenario(
    'API: what was queued before the script is answered, in order, and later calls too',
    async ({ site, tab }) => {
      site.page('/', {
        head: `<script>
        var told = [];
        (window.timebotConsentQueue ||= []).push((api) => told.push('first ' + api.version));
        timebotConsentQueue.push((api) => { told.push('second'); api.subscribe(({ decision }) => told.push(typeof decision)); });
      </script>`,
      });
      const visitor = await tab();
      await visitor.go();
      await visitor.asked();
      const told = async (): Promise<readonly unknown[]> => Object.values(Object(await visitor.page.evaluate('told')));
      assert.deepEqual((await told()).slice(0, 3), [`first ${version}`, 'second', 'undefined']);
      await visitor.page.evaluate('timebotConsentQueue.push(() => told.push("later"))');
      assert.equal((await told()).at(-1), 'later');
    },
  );

  scenario('API: decide sets single purposes; the record says that a script decided', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    const visitor = await tab();
    await visitor.go();
    await visitor.asked();
    const committed = await visitor.page.evaluate(async () => {
      const api = window.timebotConsent;
      await api?.ready;
      const before = api?.decision;
      const done = await api?.decide({ telemetry: true });
      return { before, done, decision: api?.decision, frozen: Object.isFrozen(api?.decision) && Object.isFrozen(api) };
    });
    await visitor.gone(control('accept-all'));
    assert.deepEqual(await visitor.ran(2), ['necessary', 'telemetry']);
    const [record] = await site.stored(1);
    assert.equal(committed.before, undefined);
    assert.equal(committed.done?.id, record?.id);
    assert.ok(['pending', 'acknowledged'].includes(committed.done?.delivery ?? ''));
    assert.equal(committed.frozen, true);
    assert.deepEqual(committed.decision?.purposes, record?.purposes);
    assert.deepEqual(record?.purposes, { necessary: true, personalisation: false, telemetry: true, ads: false });
    assert.deepEqual([record?.actor, record?.notice.layer, record?.policy.accepted], ['script', 'api', false]);

    await visitor.page.evaluate(() => window.timebotConsent?.decide({ ads: true, policy: true }));
    const [, second] = await site.stored(2);
    assert.deepEqual(second?.purposes, { necessary: true, personalisation: false, telemetry: true, ads: true });
    assert.deepEqual([second?.policy.accepted, second?.seq, second?.prev], [true, 2, record?.id]);
  });

  scenario('API: acceptAll, rejectAll and withdraw', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    const visitor = await tab();
    await visitor.go();
    await visitor.asked();
    await visitor.page.evaluate(() => window.timebotConsent?.acceptAll());
    assert.deepEqual(await visitor.ran(4), ALL);
    assert.equal(await visitor.allows('ads'), true);
    await visitor.gone(control('accept-all'));
    await visitor.page.evaluate(() => window.timebotConsent?.withdraw());
    assert.equal(await visitor.allows('ads'), false);
    await visitor.page.evaluate(() => window.timebotConsent?.rejectAll());
    const records = await site.stored(3);
    assert.deepEqual(
      records.map(({ action, actor }) => [action, actor]),
      [
        ['given', 'script'],
        ['withdrawn', 'script'],
        ['refused', 'script'],
      ],
    );
    assert.equal(records[0]?.policy.accepted, true);
    const history = await visitor.page.evaluate(async () => window.timebotConsent?.history());
    assert.deepEqual(
      history?.map(({ record }) => record),
      records,
    );
  });

  scenario('API: a script’s click is a script’s, a person’s click is a person’s', async ({ site, tab }) => {
    site.page('/');
    const visitor = await tab();
    await visitor.go();
    await visitor.asked();
    await visitor.page.$eval('timebot-consent', ({ shadowRoot }) =>
      shadowRoot?.querySelector<HTMLButtonElement>('[data-action="reject-all"]')?.click(),
    );
    const [record] = await site.stored(1);
    assert.deepEqual([record?.actor, record?.notice.layer, record?.action], ['script', 'banner', 'refused']);
  });

  scenario('API: subscribe answers at once and until it is stopped; events tell the same', async ({ site, tab }) => {
    site.page('/');
    const visitor = await tab();
    await visitor.go();
    await visitor.asked();
    await visitor.page.evaluate(() => {
      const told: unknown[] = [];
      const stop = window.timebotConsent?.subscribe(({ decision, view }) => told.push([decision?.seq, view]));
      Object.assign(window, { told, stop });
    });
    assert.deepEqual(await visitor.page.evaluate('told'), [[null, 'banner']]);
    await visitor.reject();
    await visitor.event('delivery');
    const last = await visitor.page.evaluate('told.at(-1)');
    assert.deepEqual(last, [1, 'closed']);
    const count = await visitor.page.evaluate('stop(), told.length');
    await visitor.page.evaluate(() => window.timebotConsent?.acceptAll());
    assert.equal(await visitor.page.evaluate('told.length'), count);

    const events = await visitor.page.evaluate(() => window.events.map(({ type }) => type));
    assert.deepEqual(events.slice(0, 4), ['shown', 'ready', 'change', 'delivery']);
    assert.equal(Object(await visitor.event('delivery')).id, (await site.stored(1))[0]?.id);
  });

  scenario('API: open and close; closing before a decision returns to the banner', async ({ site, tab }) => {
    site.page('/');
    const visitor = await tab();
    await visitor.go();
    await visitor.asked();
    await visitor.page.evaluate(() => window.timebotConsent?.open());
    await visitor.visible(control('save'));
    await visitor.page.evaluate(() => window.timebotConsent?.close());
    await visitor.gone(control('save'));
    assert.equal(await visitor.view(), 'banner');
    await visitor.reject();
    await visitor.page.evaluate(() => window.timebotConsent?.open('preferences'));
    await visitor.visible(control('save'));
    await visitor.page.evaluate(() => window.timebotConsent?.close());
    await visitor.gone(control('save'));
    assert.equal(await visitor.view(), 'closed');
  });

  scenario('API: a decision in a queued call, before anything is shown', async ({ site, tab }) => {
    site.page('/', {
      head: '<script>(window.timebotConsentQueue ||= []).push((api) => { api.rejectAll(); });</script>',
      body: GATED,
    });
    const visitor = await tab();
    await visitor.go();
    const [record] = await site.stored(1);
    assert.deepEqual([record?.actor, record?.action], ['script', 'refused']);
    await visitor.quiet();
    await visitor.gone(control('accept-all'));
    assert.deepEqual(await visitor.ran(1), ['necessary']);
  });
});
