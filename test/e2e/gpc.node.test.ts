/*
 * Global Privacy Control: ads stay off until an explicit choice, without a record of its own.
 * Alone: npm run build && npx tsx --test test/e2e/gpc.node.test.ts (DIST=<folder> for another build)
 * One test: … --test-name-pattern "what the test is called"
 */
import assert from 'node:assert/strict';
import { GATED, WIDGET } from './site.js';
import { control, scenario, suite } from './visitor.js';

/** Chromium has none. */
const GPC = "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true });";
const SAID = 'Global Privacy Control';

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
});
