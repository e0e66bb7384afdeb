/*
 * The marketer's switch: ads off offer on a page or a site, and back; what is new is asked about alone.
 * Alone: npm run build && npx tsx --test test/e2e/offer.node.test.ts (DIST=<folder> for another build)
 * One test: … --test-name-pattern "what the test is called"
 */
import assert from 'node:assert/strict';
import { GATED, WIDGET, withConfig, type Site } from './site.js';
import { control, scenario, suite, type Tab } from './visitor.js';

const OFF = withConfig({}, WIDGET.replace('async', 'data-off="ads" async'));

/** `/` offers ads, `/campaign` does not. */
const pages = (site: Site): void => {
  site.page('/', { body: GATED });
  site.page('/campaign', { body: GATED, widget: OFF });
};

/** The page's gate has had its turn, and so has the page's chunk. */
const settled = async (visitor: Tab): Promise<readonly string[]> => {
  await visitor.quiet();
  return [...(await visitor.order())].sort();
};

suite('offer', () => {
  scenario(
    'ads off on a page: nobody is asked, what was granted is closed there and open elsewhere',
    async ({ site, tab }) => {
      pages(site);
      const visitor = await tab();
      await visitor.go();
      await visitor.accept();
      await visitor.acknowledged();
      const { timebot_consent: cookie } = await visitor.cookies();

      await visitor.go('/campaign');
      assert.deepEqual(await settled(visitor), ['necessary', 'telemetry']);
      assert.equal(await visitor.allows('ads'), false);
      assert.equal(await visitor.page.evaluate(() => window.timebotConsent?.decision?.purposes['ads']), undefined);
      assert.equal(await visitor.page.$('timebot-consent'), null, 'nothing asks');
      assert.deepEqual(visitor.warnings, []);
      assert.equal((await visitor.cookies())['timebot_consent'], cookie);

      await visitor.go();
      assert.deepEqual(await settled(visitor), ['ads', 'ads-inline', 'necessary', 'telemetry']);
      assert.equal(site.records().length, 1);
    },
  );

  scenario('decided while ads were off: they are asked about alone, and closed until then', async ({ site, tab }) => {
    pages(site);
    const visitor = await tab();
    await visitor.go('/campaign');
    assert.ok(!(await visitor.text()).includes('Таргетинг'));
    await visitor.accept();
    await visitor.acknowledged();
    const [first] = site.records();
    assert.deepEqual(first?.purposes, { necessary: true, personalisation: true, telemetry: true });

    await visitor.go();
    await visitor.asked();
    assert.deepEqual(await visitor.ran(2), ['telemetry', 'necessary']);
    const text = await visitor.text();
    assert.ok(text.includes('Новое или изменённое: Таргетинг рекламы.'), text);
    assert.ok(text.includes('Принять новое') && text.includes('Отклонить новое'), text);
    await visitor.reject();
    const [, second] = await site.stored(2);
    assert.deepEqual(second?.purposes, { ...first?.purposes, ads: false });
    assert.deepEqual([second?.action, second?.policy.accepted, second?.prev], ['renewed', true, first?.id]);
    assert.equal(second?.expires, first?.expires, 'what is kept ends when it would have ended');
    await visitor.acknowledged();

    await visitor.go();
    assert.deepEqual(await settled(visitor), ['necessary', 'telemetry']);
    assert.equal(await visitor.page.$('timebot-consent'), null, 'it is answered');
  });

  scenario(
    'a change on a page without ads keeps what was said of ads; a withdrawal there ends them too',
    async ({ site, tab }) => {
      pages(site);
      const visitor = await tab();
      await visitor.go();
      await visitor.accept();
      await visitor.acknowledged();
      await visitor.go('/campaign');
      await visitor.press('div >>> [data-consent-open]');
      await visitor.press('timebot-consent >>> input[name="telemetry"]');
      assert.equal(await visitor.page.$('timebot-consent >>> input[name="ads"]'), null);
      await visitor.press(control('save'));
      await visitor.gone(control('save'));
      assert.equal(await visitor.allows('ads'), false);
      const [, changed] = await site.stored(2);
      assert.deepEqual(changed?.purposes, { necessary: true, personalisation: true, telemetry: false, ads: true });
      assert.equal(changed?.transfer.thirdParties, true);
      await visitor.acknowledged();

      await visitor.go();
      assert.deepEqual(await settled(visitor), ['ads', 'ads-inline', 'necessary']);
      await visitor.go('/campaign');
      await visitor.press('div >>> [data-consent-open]');
      await visitor.press(control('withdraw'));
      const [, , withdrawn] = await site.stored(3);
      assert.deepEqual(withdrawn?.purposes, { necessary: true, personalisation: false, telemetry: false, ads: false });
      assert.equal(withdrawn?.action, 'withdrawn');
      await visitor.go();
      assert.deepEqual(await settled(visitor), ['necessary']);
    },
  );

  scenario('two tabs, one without ads: each takes what the other decides for what it offers', async ({ site, tab }) => {
    pages(site);
    const full = await tab();
    const off = await tab();
    await full.go();
    await full.accept();
    await full.acknowledged();
    await off.go('/campaign');
    await off.quiet();
    await off.press('div >>> [data-consent-open]');
    await off.press('timebot-consent >>> input[name="telemetry"]');
    await off.press(control('save'));
    await full.event('change', 2);
    assert.deepEqual([await full.allows('ads'), await full.allows('telemetry')], [true, false]);
    assert.deepEqual([await off.allows('ads'), await off.allows('telemetry')], [false, false]);
  });

  scenario(
    'a new recipient of ads asks about ads alone; what was granted beside them goes on',
    async ({ site, tab }) => {
      site.page('/', { body: GATED });
      const visitor = await tab();
      await visitor.go();
      await visitor.accept();
      await visitor.acknowledged();
      const recipients = [
        { name: 'Example Ads', country: 'US' },
        { name: 'Second Ads', country: 'DE' },
      ];
      site.page('/', { body: GATED, widget: withConfig({ purposes: { ads: { recipients } } }) });
      await visitor.go();
      await visitor.asked();
      assert.deepEqual(await visitor.ran(2), ['telemetry', 'necessary']);
      const text = await visitor.text();
      assert.ok(text.includes('Таргетинг рекламы') && text.includes('Second Ads'), text);
      await visitor.accept();
      const [, second] = await site.stored(2);
      assert.deepEqual(second?.purposes, { necessary: true, personalisation: true, telemetry: true, ads: true });
      assert.deepEqual(second?.transfer.crossBorder, ['DE', 'US']);
    },
  );
});
