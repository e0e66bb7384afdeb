/*
 * The first visit: it asks, nothing that needs consent runs before the answer, and the answer holds.
 * Alone: npm run build && npx tsx --test test/e2e/first-visit.node.test.ts (DIST=<folder> for another build)
 * One test: … --test-name-pattern "what the test is called"
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { GATED, isGated, tagScript, withConfig } from './site.js';
import { control, scenario, suite, type Tab } from './visitor.js';

const ALL = ['necessary', 'telemetry', 'ads', 'ads-inline'];

const sha256 = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** Nothing that needs consent has left a trace in this browser. */
const assertUntouched = async (tab: Tab): Promise<void> => {
  assert.deepEqual(await tab.order(), ['necessary']);
  assert.deepEqual(await tab.cookies(), {});
  assert.equal(await tab.page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  assert.deepEqual(await tab.kept(), {});
};

suite('first visit', () => {
  scenario('asks, and nothing gated has run, loaded or stored', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    const visitor = await tab();
    await visitor.go();
    await visitor.asked();
    await visitor.event('ready');
    await visitor.compared();
    await visitor.ran(1);

    await assertUntouched(visitor);
    assert.deepEqual(site.log.filter(isGated), []);
    assert.equal(site.count('/consents'), 0);
    assert.deepEqual(site.records(), []);
    assert.equal(await visitor.allows('ads'), false);

    // the same probes see it all once it is granted
    await visitor.accept();
    await visitor.ran(ALL.length);
    await site.seen('/frame/ads');
    await site.seen('/pixel/personalisation');
    await site.seen('/ran/ads-inline');
    assert.equal((await visitor.cookies())['tag_ads'], '1');
    assert.equal((await site.stored(1)).length, 1);
  });

  scenario('reject: nothing runs on this page and the next, and nothing asks again', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    site.page('/next', { body: GATED });
    const visitor = await tab();
    await visitor.go();
    await visitor.reject();
    const [record] = await site.stored(1);
    assert.equal(record?.action, 'refused');
    await visitor.event('delivery');
    // added after the answer: it has to wait its turn behind what was refused
    await visitor.page.evaluate(() => {
      const late = document.createElement('script');
      late.type = 'text/plain';
      late.dataset['consent'] = 'necessary';
      late.text = "ran('late')";
      document.body.append(late);
    });
    assert.deepEqual(await visitor.ran(2), ['necessary', 'late']);

    await visitor.go('/next');
    await visitor.quiet();
    assert.deepEqual(await visitor.ran(1), ['necessary']);
    assert.equal(await visitor.page.$('timebot-consent'), null);
    assert.deepEqual(
      site.log.filter(isGated).map(({ path }) => path),
      ['/ran/late'],
    );
    assert.equal(site.records().length, 1);
  });

  scenario('accept: exactly what is gated runs, once, in document order', async ({ site, tab }) => {
    const right = sha256(tagScript('checked'));
    site.page('/', {
      body: `
        <script type="text/plain" data-consent="telemetry" src="/tag/slow.js"></script>
        <script type="text/plain" data-consent="ads" src="/tag/fast.js"></script>
        <script type="text/plain" data-consent="ads">ran('inline')</script>
        <script type="text/plain" data-consent="ads" src="/tag/checked.js" integrity="${right}"></script>
        <script type="text/plain" data-consent="ads" src="/tag/altered.js" integrity="${right}"></script>
        <script type="text/plain" data-consent="telemetry" data-service="nobody" src="/tag/service.js"></script>
        <script type="text/plain" src="/tag/unmarked.js"></script>
        <script type="text/plain" data-consent="ads" src="javascript:ran('address')"></script>
        <iframe data-consent="ads" data-src="/frame/ads"></iframe>
        <img data-consent="personalisation" data-src="/pixel/one" alt="">
        <img data-consent="personalisation" data-src="javascript:ran('image')" alt="">
        <script type="text/plain" data-consent="telemetry">ran('last')</script>`,
    });
    const visitor = await tab();
    await visitor.go();
    const release = site.hold('/tag/slow.js');
    await visitor.accept();
    await site.seen('/tag/slow.js');
    await site.seen('/tag/fast.js');
    await site.seen('/frame/ads');
    await site.seen('/pixel/one');
    assert.deepEqual(await visitor.order(), [], 'the fast one and the inline one wait for the slow one before them');

    release();
    const expected = ['slow', 'fast', 'inline', 'checked', 'last'];
    assert.deepEqual(await visitor.ran(expected.length), expected);

    // more of the same kind comes, and what has run does not run again
    await visitor.page.evaluate(() => {
      const late = document.createElement('script');
      late.type = 'text/plain';
      late.dataset['consent'] = 'ads';
      late.text = "ran('late')";
      document.body.append(late);
    });
    assert.deepEqual(await visitor.ran(6), [...expected, 'late']);
    for (const name of ['slow', 'fast', 'checked', 'altered']) assert.equal(site.count(`/tag/${name}.js`), 1, name);
    for (const name of ['service', 'unmarked']) assert.equal(site.count(`/tag/${name}.js`), 0, name);
    assert.equal(site.count('/frame/ads'), 1);
    await visitor.warned(/gate: "nobody"/);
  });

  scenario('a page with a nonce: gated scripts keep theirs, and one without stays closed', async ({ site, tab }) => {
    const nonce = 'c29tZSBub25jZQ';
    site.page('/', {
      nonce,
      headers: { 'content-security-policy': `script-src 'nonce-${nonce}' 'self'; object-src 'none'` },
      widget: withConfig(
        {},
        `<script src="/timebot-consent.js" data-endpoint="/consents" nonce="${nonce}" async></script>`,
      ),
      body: `
        <script type="text/plain" data-consent="ads" src="/tag/foreign.js"></script>
        <script type="text/plain" data-consent="ads" nonce="${nonce}" src="/tag/own.js"></script>
        <script type="text/plain" data-consent="ads" nonce="${nonce}">ran('inline')</script>`,
    });
    const visitor = await tab();
    await visitor.go();
    await visitor.accept();
    assert.deepEqual(await visitor.ran(2), ['own', 'inline']);
    assert.equal(site.count('/tag/foreign.js'), 0);
    await visitor.warned(/gate: .*nonce/);
  });

  const uses: readonly (readonly [name: string, use: (visitor: Tab) => Promise<void>])[] = [
    [
      'scrolling',
      async ({ page }) => {
        await page.mouse.wheel({ deltaY: 2000 });
        await page.waitForFunction(() => scrollY > 500);
      },
    ],
    ['Escape', async ({ page }) => page.keyboard.press('Escape')],
    ['clicking beside the banner', async ({ page }) => page.click('#text')],
    [
      'filling in a form with the keyboard',
      async ({ page }) => {
        await page.focus('#field');
        await page.keyboard.type('name');
        await page.keyboard.press('Enter');
      },
    ],
    [
      'going on to another page of the site',
      async ({ page }) => {
        await Promise.all([page.waitForNavigation(), page.click('#link')]);
      },
    ],
    [
      'opening the preferences and closing them by their button',
      async (visitor) => {
        await visitor.press(control('settings'));
        await visitor.press(control('close'));
        await visitor.gone(control('close'));
      },
    ],
    [
      'opening the preferences, turning switches on and closing by Escape',
      async (visitor) => {
        await visitor.press(control('settings'));
        await visitor.press('timebot-consent >>> input[name="ads"]');
        await visitor.press('timebot-consent >>> input[name="policy"]');
        await visitor.page.keyboard.press('Escape');
        await visitor.gone(control('close'));
      },
    ],
    [
      'opening the policy by its link',
      async ({ page }) => {
        await page.$eval('timebot-consent >>> [data-action="open-policy"]', (link) =>
          link.addEventListener('click', (event) => event.preventDefault()),
        );
        await page.click(control('open-policy'));
      },
    ],
  ];
  for (const [name, use] of uses) {
    scenario(`${name} grants nothing`, async ({ site, tab }) => {
      const body = `${GATED}<a id="link" href="/next">Next</a>
        <form onsubmit="return false"><input id="field"></form><div style="height: 4000px"></div>`;
      site.page('/', { body });
      site.page('/next', { body });
      const visitor = await tab();
      await visitor.go();
      await visitor.asked();
      await use(visitor);
      await visitor.asked();
      await visitor.ran(1);
      await assertUntouched(visitor);
      assert.equal(site.count('/consents'), 0);
      assert.equal(await visitor.view(), 'banner');

      await visitor.accept();
      assert.deepEqual(await visitor.ran(ALL.length), ALL);
    });
  }

  scenario('preferences: single purposes, and nothing is on before', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    const visitor = await tab();
    await visitor.go();
    await visitor.press(control('settings'));
    await visitor.visible(control('save'));
    const on = await visitor.page.$$eval('timebot-consent >>> input:checked', (inputs) =>
      inputs.map((input) => input.getAttribute('name')),
    );
    assert.deepEqual(on, ['necessary']);

    await visitor.press('timebot-consent >>> input[name="telemetry"]');
    await visitor.press(control('save'));
    await visitor.gone(control('save'));
    assert.deepEqual(await visitor.ran(2), ['necessary', 'telemetry']);
    const [record] = await site.stored(1);
    assert.deepEqual(record?.purposes, { necessary: true, personalisation: false, telemetry: true, ads: false });
    assert.equal(record?.policy.accepted, false, 'the policy is a choice of its own');
    assert.equal(record?.action, 'given');
    const allowed = await visitor.page.evaluate(() =>
      ['necessary', 'telemetry', 'ads', 'personalisation', 'policy', 'nobody'].filter((id) =>
        window.timebotConsent?.allows(id),
      ),
    );
    assert.deepEqual(allowed, ['necessary', 'telemetry']);

    await visitor.go();
    await visitor.quiet();
    assert.deepEqual(await visitor.ran(2), ['telemetry', 'necessary']);
    assert.equal(site.count('/tag/ads.js'), 0);
    assert.equal(site.count('/pixel/personalisation'), 0);
  });

  scenario('preferences: saving with every switch off is a refusal', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    const visitor = await tab();
    await visitor.go();
    await visitor.press(control('settings'));
    await visitor.press(control('save'));
    await visitor.gone(control('save'));
    const [record] = await site.stored(1);
    assert.equal(record?.action, 'refused');
    assert.deepEqual(await visitor.order(), ['necessary']);
  });
});
