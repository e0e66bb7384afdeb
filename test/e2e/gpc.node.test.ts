/*
 * Global Privacy Control: ads stay off until an explicit choice, without a record of its own.
 * Alone: npm run build && npx tsx --test test/e2e/gpc.node.test.ts (DIST=<folder> for another build)
 * One test: … --test-name-pattern "what the test is called"
 */
import assert from 'node:assert/strict';
import { GATED, WIDGET, withConfig, type Site } from './site.js';
import { control, scenario, suite, type Tab, type World } from './visitor.js';

/** Chromium has none. */
const GPC = "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true });";
const SAID = 'Global Privacy Control';

/** A page that has a part of the offer off. */
const without = (off: string): string => withConfig({}, WIDGET.replace('async', `data-off="${off}" async`));

/** Grants everything that the page offers, without the signal. */
const granted = async (tab: World['tab'], path = '/'): Promise<void> => {
  const before = await tab();
  await before.go(path);
  await before.accept();
  await before.acknowledged();
};

/** The last record keeps ads as they were granted, and they stay off with the signal, and open without it. */
const assertWithheld = async (site: Site, tab: World['tab'], visitor: Tab): Promise<void> => {
  const [, record] = await site.stored(2);
  assert.deepEqual([record?.gpc, record?.purposes['ads']], [true, true]);
  await visitor.acknowledged();
  assert.equal(await visitor.allows('ads'), false);
  await visitor.go();
  await visitor.quiet();
  assert.equal(await visitor.page.$('timebot-consent'), null, 'nothing asks');
  // the preferences wait for the records
  await visitor.press('div >>> [data-consent-open]');
  await visitor.visible(control('save'));
  assert.equal(await visitor.page.$eval('timebot-consent >>> input[name="ads"]', ({ checked }) => checked), false);
  assert.equal(await visitor.allows('ads'), false);
  assert.ok(!(await visitor.order()).includes('ads'));
  const after = await tab();
  await after.go();
  await after.page.waitForFunction(() => window.order.includes('ads'));
};

suite('Global Privacy Control', () => {
  scenario(
    'a first visit: the banner says so, no record is made, and an explicit choice stands',
    async ({ site, tab }) => {
      site.page('/', { body: GATED });
      const visitor = await tab(GPC);
      await visitor.go();
      await visitor.asked();
      assert.ok((await visitor.text()).includes(SAID));
      assert.equal(await visitor.allows('ads'), false);
      assert.deepEqual(await visitor.kept(), {});
      assert.deepEqual(await visitor.cookies(), {});
      await visitor.accept();
      assert.deepEqual(await visitor.ran(4), ['necessary', 'telemetry', 'ads', 'ads-inline']);
      const [record] = await site.stored(1);
      assert.deepEqual([record?.gpc, record?.purposes['ads']], [true, true]);
      await visitor.acknowledged();

      await visitor.go();
      await visitor.page.waitForFunction(() => window.timebotConsent?.allows('ads'));
      assert.ok((await visitor.ran(4)).includes('ads'));
      assert.equal(await visitor.page.$('timebot-consent'), null, 'nothing asks');
      assert.equal(site.records().length, 1);
    },
  );

  scenario('granted before: closed while it is on, shown as off, and open again without it', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    const before = await tab();
    await before.go();
    await before.accept();
    const [record] = await site.stored(1);
    assert.equal(record?.gpc, false);
    await before.acknowledged();
    const { timebot_consent: cookie } = await before.cookies();

    const visitor = await tab(GPC);
    await visitor.go();
    await visitor.quiet();
    assert.deepEqual([...(await visitor.order())].sort(), ['necessary', 'telemetry']);
    assert.equal(await visitor.allows('ads'), false);
    assert.equal(await visitor.page.$('timebot-consent'), null, 'nothing asks');
    await visitor.press('div >>> [data-consent-open]');
    await visitor.visible(control('save'));
    assert.ok((await visitor.text()).includes(SAID));
    assert.equal(await visitor.page.$eval('timebot-consent >>> input[name="ads"]', ({ checked }) => checked), false);
    assert.deepEqual([site.records().length, (await visitor.cookies())['timebot_consent']], [1, cookie]);

    const after = await tab();
    await after.go();
    assert.ok((await after.ran(4)).includes('ads'));
  });

  scenario('granted before: allowing ads in the preferences is explicit', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    const before = await tab();
    await before.go();
    await before.accept();
    await before.acknowledged();
    const visitor = await tab(GPC);
    await visitor.go();
    await visitor.press('div >>> [data-consent-open]');
    await visitor.press('timebot-consent >>> input[name="ads"]');
    await visitor.press(control('save'));
    await visitor.page.waitForFunction(() => window.timebotConsent?.allows('ads'));
    const [, record] = await site.stored(2);
    assert.deepEqual([record?.gpc, record?.purposes['ads'], record?.purposes['telemetry']], [true, true, true]);
  });

  scenario('says nothing where ads are not on offer', async ({ site, tab }) => {
    site.page('/', { widget: WIDGET });
    const visitor = await tab(GPC);
    await visitor.go();
    await visitor.asked();
    assert.ok(!(await visitor.text()).includes(SAID));
    await visitor.accept();
    const [record] = await site.stored(1);
    assert.equal(record?.gpc, true);
  });

  scenario('a decision by script that does not name ads is no word on them, in any tab', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    await granted(tab);
    const other = await tab(GPC);
    await other.go();
    await other.quiet();
    const visitor = await tab(GPC);
    await visitor.go();
    await visitor.quiet();
    await visitor.page.evaluate(() => window.timebotConsent?.decide({ telemetry: false }));
    await other.page.waitForFunction(() => !window.timebotConsent?.allows('telemetry'));
    assert.equal(await other.allows('ads'), false);
    await assertWithheld(site, tab, visitor);
  });

  scenario('nor where the signal was turned on while the tab was open', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    const visitor = await tab(
      "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => 'gpc' in sessionStorage });",
    );
    await visitor.go();
    await visitor.accept();
    await visitor.acknowledged();
    await visitor.quiet();
    const other = await tab(GPC);
    await other.go();
    await other.quiet();
    await visitor.page.evaluate(() => {
      sessionStorage.setItem('gpc', '1');
      return window.timebotConsent?.decide({ telemetry: false });
    });
    await other.page.waitForFunction(() => !window.timebotConsent?.allows('telemetry'), { polling: 20 });
    assert.deepEqual([await other.allows('ads'), await visitor.allows('ads')], [false, false]);
    await assertWithheld(site, tab, visitor);
  });

  scenario('nor is an answer to something else that is new', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    site.page('/before', { widget: without('personalisation') });
    await granted(tab, '/before');
    const visitor = await tab(GPC);
    await visitor.go();
    await visitor.accept();
    await assertWithheld(site, tab, visitor);
  });

  scenario('nor is a choice on a page where ads are off', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    site.page('/campaign', { body: GATED, widget: without('ads') });
    await granted(tab);
    const visitor = await tab(GPC);
    await visitor.go('/campaign');
    await visitor.press('div >>> [data-consent-open]');
    await visitor.press(control('save'));
    await visitor.gone(control('save'));
    await assertWithheld(site, tab, visitor);
  });

  scenario('an answer about ads alone is explicit, and stands through later ones', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    site.page('/campaign', { body: GATED, widget: without('ads') });
    const visitor = await tab(GPC);
    await visitor.go('/campaign');
    await visitor.accept();
    await visitor.acknowledged();
    await visitor.go();
    await visitor.accept();
    await visitor.page.waitForFunction(() => window.timebotConsent?.allows('ads'));
    await visitor.acknowledged();
    await visitor.go();
    await visitor.page.waitForFunction(() => window.timebotConsent?.allows('ads'));
    await visitor.page.evaluate(() => window.timebotConsent?.decide({ telemetry: false }));
    const [first, , third] = await site.stored(3);
    assert.deepEqual([third?.purposes['ads'], third?.expires], [true, first?.expires]);
    await visitor.acknowledged();
    await visitor.go();
    await visitor.page.waitForFunction(() => window.timebotConsent?.allows('ads'));
  });

  scenario('refusing ads while it is on is a refusal, also without it', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    await granted(tab);
    const visitor = await tab(GPC);
    await visitor.go();
    await visitor.quiet();
    await visitor.page.evaluate(() => window.timebotConsent?.decide({ ads: false }));
    const [, second] = await site.stored(2);
    assert.deepEqual([second?.gpc, second?.action, second?.purposes['ads']], [true, 'changed', false]);
    const after = await tab();
    await after.go();
    await after.quiet();
    assert.equal(await after.allows('ads'), false);
  });
});
