/*
 * Coming back: the choice holds quietly, in every tab, can be taken back, and is asked for again when it no longer answers.
 * Alone: npm run build && npx tsx --test test/e2e/return.node.test.ts (DIST=<folder> for another build)
 * One test: … --test-name-pattern "what the test is called"
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, GATED, WIDGET, withConfig, type Site } from './site.js';
import { clockAhead, control, scenario, suite, type Tab } from './visitor.js';

const DAY = 86_400_000;
/** Granted from the cookie, everything runs in document order. */
const REVIVED = ['telemetry', 'ads', 'ads-inline', 'necessary'];

/** A tab that is told nothing: from the back/forward cache, or in an engine without channels. */
const DEAF = 'delete window.BroadcastChannel;';

/** The visitor's choice, filed at the endpoint. */
const decided = async (site: Site, visitor: Tab, choice: 'accept' | 'reject', count = 1): Promise<void> => {
  await visitor.go();
  await visitor[choice]();
  await site.stored(count);
  await visitor.event('delivery');
};

/** Adds gated markup; what is necessary comes last, so that everything has had its turn once `probe` ran. */
const addGated = (visitor: Tab): Promise<void> =>
  visitor.page.evaluate(() => {
    for (const [purpose, name] of [
      ['ads', 'late-ads'],
      ['telemetry', 'late-telemetry'],
      ['necessary', 'probe'],
    ]) {
      const late = document.createElement('script');
      late.type = 'text/plain';
      late.setAttribute('data-consent', purpose ?? '');
      late.text = `ran('${name}')`;
      document.body.append(late);
    }
  });

const late = async (visitor: Tab): Promise<readonly string[]> => {
  await addGated(visitor);
  await visitor.page.waitForFunction(() => window.order.includes('probe'));
  return (await visitor.order()).filter((name) => name.startsWith('late-'));
};

suite('return', () => {
  scenario('a reload asks nothing, loads no Lit, and grants from the cookie', async ({ site, tab }) => {
    site.page('/', { body: GATED.replaceAll(/<.*data-consent="ads".*>/g, ''), widget: WIDGET });
    const visitor = await tab();
    await visitor.go();
    await visitor.asked();
    const lit = (files: readonly string[]): readonly string[] =>
      files.filter((name) => name !== 'timebot-consent' && name !== 'page');
    assert.ok(lit(site.files()).length > 0, 'the first visit loads more');
    await visitor.accept();
    assert.deepEqual(await visitor.ran(2), ['necessary', 'telemetry']);
    await visitor.event('delivery');

    const from = site.log.length;
    await visitor.go();
    await visitor.quiet();
    assert.deepEqual(await visitor.ran(2), ['telemetry', 'necessary']);
    assert.deepEqual([...site.files(from)].sort(), ['page', 'timebot-consent']);
    assert.equal(await visitor.page.$('timebot-consent'), null);
    // whatever the chunks are called: nothing that came holds Lit
    for (const { path } of site.log.slice(from)) {
      if (!/^\/(timebot-consent|page-.*)\.js$/.test(path)) continue;
      assert.ok(!readFileSync(join(DIST, path), 'utf8').includes('lit$'), path);
    }
    assert.equal(site.records().length, 1);
  });

  scenario('grants of a return visit come within the script’s own task', async ({ site, tab }) => {
    const sync = withConfig({}, '<script src="/timebot-consent.js" data-endpoint="/consents"></script>');
    site.page('/', {
      body: '<script>ran("page")</script>',
      widget: `
      <script type="text/plain" data-consent="ads">ran('ads')</script>${sync}<script>ran('next')</script>`,
    });
    const visitor = await tab();
    await decided(site, visitor, 'accept');
    assert.deepEqual(await visitor.order(), ['next', 'page', 'ads']);
    await visitor.go();
    assert.deepEqual(await visitor.order(), ['ads', 'next', 'page']);
  });

  for (const way of ['the trigger', 'a data-consent-open link', 'the API']) {
    scenario(`withdrawal by ${way} and one click: closes at once, and on the next page`, async ({ site, tab }) => {
      site.page('/', { body: `${GATED}<a data-consent-open href="/elsewhere">Cookies</a>` });
      site.page('/next', { body: GATED });
      const visitor = await tab();
      await decided(site, visitor, 'accept');
      await visitor.go();
      await visitor.quiet();
      assert.deepEqual(await visitor.ran(4), REVIVED);
      const frame = await visitor.page.$eval('iframe', ({ src }) => src);
      assert.equal(frame, `${site.origin}/frame/ads`);

      if (way === 'the trigger') await visitor.press('div >>> [data-consent-open]');
      else if (way === 'the API') await visitor.page.evaluate(() => window.timebotConsent?.open());
      else await visitor.press('a[data-consent-open]');
      await visitor.press(control('withdraw'));
      assert.equal(await visitor.allows('ads'), false);
      assert.notEqual(await visitor.page.$eval('iframe', ({ src }) => src), frame);
      assert.equal(await visitor.page.$eval('img[data-consent]', (image) => image.getAttribute('src')), null);
      assert.deepEqual(await late(visitor), []);
      assert.equal(await visitor.page.evaluate(() => location.pathname), '/');

      const [given, withdrawn] = await site.stored(2);
      assert.equal(withdrawn?.action, 'withdrawn');
      assert.deepEqual(withdrawn?.purposes, { necessary: true, personalisation: false, telemetry: false, ads: false });
      assert.equal(withdrawn?.policy.accepted, false);
      assert.equal(withdrawn?.prev, given?.id);
      assert.equal(withdrawn?.subject, given?.subject);

      await visitor.go('/next');
      await visitor.quiet();
      assert.deepEqual(await visitor.ran(1), ['necessary']);
      assert.equal(await visitor.page.$('timebot-consent'), null, 'nothing asks');
    });
  }

  scenario('the letter about the account’s data is prefilled', async ({ site, tab }) => {
    site.page('/');
    const visitor = await tab();
    await decided(site, visitor, 'accept');
    await visitor.go();
    await visitor.press('div >>> [data-consent-open]');
    const letter = async (): Promise<URL> => {
      await visitor.visible('timebot-consent >>> a[href^="mailto:"]');
      return new URL(await visitor.page.$eval('timebot-consent >>> a[href^="mailto:"]', ({ href }) => href));
    };
    const [given] = site.records();
    const first = await letter();
    assert.equal(first.pathname, 'support@timebot.kz');
    const body = first.searchParams.get('body') ?? '';
    const dateOf = (at = ''): string => at.slice(0, 10).split('-').reverse().join('.');
    for (const part of [given?.id ?? '?', dateOf(given?.at), 'ИП Джаикбаев А.М.', '94-V'])
      assert.ok(body.includes(part), part);
    assert.ok(first.searchParams.get('subject'));

    await visitor.press(control('withdraw'));
    const [, withdrawn] = await site.stored(2);
    await visitor.page.waitForFunction(
      (id) => document.querySelector('timebot-consent')?.shadowRoot?.innerHTML.includes(id),
      {},
      withdrawn?.id ?? '?',
    );
    assert.ok((await letter()).searchParams.get('body')?.includes(withdrawn?.id ?? '?'));
  });

  scenario('changing one purpose leaves the others as they were', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    const visitor = await tab();
    await decided(site, visitor, 'accept');
    await visitor.go();
    await visitor.press('div >>> [data-consent-open]');
    await visitor.press('timebot-consent >>> input[name="ads"]');
    await visitor.press(control('save'));
    await visitor.gone(control('save'));
    assert.deepEqual(await late(visitor), ['late-telemetry']);
    const [, changed] = await site.stored(2);
    assert.deepEqual(changed?.purposes, { necessary: true, personalisation: true, telemetry: true, ads: false });
    assert.deepEqual([changed?.action, changed?.policy.accepted, changed?.seq], ['changed', true, 2]);
  });

  for (const choice of ['accept', 'reject'] as const) {
    scenario(`two tabs: ${choice} in one is the other’s too`, async ({ site, tab }) => {
      site.page('/', { body: GATED });
      const one = await tab();
      const two = await tab();
      await one.go();
      await one.asked();
      await two.go();
      await two.asked();
      await site.seen(({ path }) => path.startsWith('/page-'), 2);
      await one.page.bringToFront();
      await one[choice]();
      await two.event('change');
      await two.page.bringToFront();
      await two.gone(control('accept-all'));
      assert.equal(await two.view(), 'closed');
      assert.deepEqual(await late(two), choice === 'accept' ? ['late-ads', 'late-telemetry'] : []);
      assert.equal(await two.allows('ads'), choice === 'accept');
      assert.equal((await site.stored(1)).length, 1, 'what one tab decided is recorded once');
    });
  }

  scenario(
    'two tabs: a withdrawal in one closes in the other, which continues the same chain',
    async ({ site, tab }) => {
      site.page('/', { body: GATED });
      const one = await tab();
      const two = await tab();
      await decided(site, one, 'accept');
      await two.go();
      await two.quiet();
      await two.ran(4);
      await one.press('div >>> [data-consent-open]');
      await one.press(control('withdraw'));
      await two.event('change');
      assert.equal(await two.allows('ads'), false);
      assert.deepEqual(await late(two), []);
      assert.notEqual(await two.page.$eval('iframe', ({ src }) => src), `${site.origin}/frame/ads`);

      await two.press('div >>> [data-consent-open]');
      await two.press(control('accept-all'));
      const [first, second, third] = await site.stored(3);
      assert.deepEqual([second?.prev, third?.prev], [first?.id, second?.id]);
      assert.deepEqual([second?.seq, third?.seq], [2, 3]);
      assert.equal(third?.subject, first?.subject);
      await one.event('change', 3);
      assert.equal(await one.allows('ads'), true);
      assert.equal(site.records().length, 3);
    },
  );

  scenario(
    'two windows side by side: preferences opened again show what the other decided unheard, and continue its chain',
    async ({ site, tab }) => {
      site.page('/', { body: GATED });
      const one = await tab(
        DEAF,
        `addEventListener('visibilitychange', (event) => event.stopImmediatePropagation(), true);`,
      );
      const two = await tab();
      await decided(site, one, 'accept');
      await two.go();
      await two.press('div >>> [data-consent-open]');
      await two.press(control('withdraw'));
      await site.stored(2);

      await one.press('div >>> [data-consent-open]');
      await one.visible(control('save'));
      const isOn = await one.page.$eval(`timebot-consent >>> [name=telemetry]`, (input) => input.matches(':checked'));
      assert.equal(isOn, false);
      assert.equal(await one.allows('telemetry'), false);
      await one.press(control('accept-all'));
      const [, second, third] = await site.stored(3);
      assert.deepEqual([third?.seq, third?.prev], [3, second?.id]);
    },
  );

  scenario('two tabs that decided without hearing each other: the lesser consent holds', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    const one = await tab(DEAF);
    const two = await tab(
      DEAF,
      `
      const { get, set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
      let mine = '';
      if (location.hash === '#alone') Object.defineProperty(Document.prototype, 'cookie', {
        configurable: true, get: () => mine, set(value) { mine = value.split(';')[0]; set.call(document, value); } });`,
    );
    await one.go();
    await one.asked();
    await two.go('/#alone');
    await two.asked();
    await two.compared(); // what comes into the database later, it does not see
    await one.accept();
    await site.stored(1);
    await two.reject();
    const records = await site.stored(2);
    assert.deepEqual(
      records.map(({ seq }) => seq),
      [1, 1],
    );

    const three = await tab();
    await three.go();
    await three.quiet();
    await three.page.waitForFunction(() => !window.timebotConsent?.allows('ads'));
    assert.deepEqual(await late(three), []);
  });

  scenario('a new edition asks again and says what changed; nothing is granted meanwhile', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    const visitor = await tab();
    await decided(site, visitor, 'accept');
    const changes = 'Добавлен получатель статистики.';
    const policy = { edition: '2027-02-01', texts: { ru: { banner: { changes } } } };
    site.page('/', { body: GATED, widget: withConfig({ policy }) });
    await visitor.go();
    await visitor.asked();
    assert.deepEqual(await visitor.ran(1), ['necessary']);
    assert.equal(await visitor.allows('telemetry'), false);
    const text = await visitor.text();
    assert.ok(text.includes('Политика обновлена 01.02.2027'), text);
    assert.ok(text.includes(changes), text);
    assert.deepEqual(await late(visitor), []);

    await visitor.accept();
    const [first, second] = await site.stored(2);
    assert.equal(second?.policy.edition, '2027-02-01');
    assert.notEqual(second?.policy.hash, first?.policy.hash);
    assert.notEqual(second?.notice.hash, first?.notice.hash);
    assert.deepEqual([second?.seq, second?.prev], [2, first?.id]);
    await visitor.event('delivery');
    await visitor.go();
    await visitor.quiet();
    assert.deepEqual(await visitor.ran(4), REVIVED);
  });

  scenario('a new edition: closing, scrolling and reloading keep it closed', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    const visitor = await tab();
    await decided(site, visitor, 'accept');
    site.page('/', { body: GATED, widget: withConfig({ policy: { edition: '2027-02-01' } }) });
    await visitor.go();
    await visitor.press(control('settings'));
    await visitor.visible(control('save'));
    const on = await visitor.page.$$eval('timebot-consent >>> input:checked', (inputs) => inputs.length);
    assert.equal(on, 1, 'only what is necessary');
    await visitor.press(control('close'));
    await visitor.gone(control('close'));
    assert.equal(await visitor.view(), 'banner');
    await visitor.go();
    await visitor.asked();
    assert.deepEqual(await visitor.ran(1), ['necessary']);
    assert.equal(site.records().length, 1);
  });

  scenario('a new service asks again: what is new stays closed, what was granted stays', async ({ site, tab }) => {
    const counter = { id: 'counter', purpose: 'telemetry', recipient: 'Counter GmbH', country: 'DE' };
    const pixel = { id: 'pixel', purpose: 'ads', recipient: 'Pixel Inc', country: 'US' };
    const body = `
      <script type="text/plain" data-consent="ads" data-service="pixel" src="/tag/pixel.js"></script>
      <script type="text/plain" data-consent="telemetry" src="/tag/telemetry.js"></script>
      <script type="text/plain" data-consent="necessary">ran('necessary')</script>`;
    site.page('/', { body, widget: withConfig({ services: [counter] }) });
    const visitor = await tab();
    await decided(site, visitor, 'accept');
    site.page('/', { body, widget: withConfig({ services: [counter, pixel] }) });
    await visitor.go();
    await visitor.asked();
    assert.deepEqual(await visitor.ran(2), ['telemetry', 'necessary']);
    assert.equal(await visitor.allows('pixel'), false);
    assert.equal(await visitor.allows('telemetry'), true);
    const text = await visitor.text();
    assert.ok(text.includes('Новое или изменённое: pixel.'), text);
    assert.ok(text.includes('Pixel Inc'), text);
    assert.equal(site.count('/tag/pixel.js'), 0);

    await visitor.accept();
    assert.deepEqual(await visitor.ran(3), ['telemetry', 'necessary', 'pixel']);
    const [, second] = await site.stored(2);
    assert.deepEqual(second?.services, { counter: true, pixel: true });
    assert.deepEqual(second?.transfer.crossBorder, ['DE', 'US']);
  });

  for (const [choice, months] of [
    ['accept', 12],
    ['reject', 6],
  ] as const) {
    scenario(`${choice} holds for ${months} months, then asks again`, async ({ site, tab }) => {
      site.page('/', { body: GATED });
      await decided(site, await tab(), choice);

      const before = await tab(clockAhead((months * 30 - 10) * DAY));
      await before.go();
      await before.quiet();
      assert.equal(await before.allows('ads'), choice === 'accept');

      const after = await tab(clockAhead((months * 31 + 1) * DAY));
      await after.go();
      await after.asked();
      assert.deepEqual(await after.ran(1), ['necessary']);
      assert.equal(await after.allows('ads'), false);
      assert.ok((await after.text()).includes('Срок вашего выбора истёк'));
      await after.accept();
      const [, second] = await site.stored(2);
      assert.equal(second?.action, choice === 'accept' ? 'renewed' : 'given');
    });
  }

  scenario('a grant from the future (a clock that was wrong) grants nothing', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    await decided(site, await tab(clockAhead(300 * DAY)), 'accept');
    const visitor = await tab();
    await visitor.go();
    await visitor.asked();
    assert.deepEqual(await visitor.ran(1), ['necessary']);
    assert.equal(await visitor.allows('ads'), false);
  });

  scenario('the cookie is gone (evicted, cleared): the database still knows', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    const visitor = await tab();
    await decided(site, visitor, 'accept');
    const [cookie] = await visitor.page.cookies();
    await visitor.page.deleteCookie({ name: 'timebot_consent', url: site.origin });
    assert.ok(cookie);
    await visitor.go();
    await visitor.quiet();
    assert.deepEqual((await visitor.ran(4)).length, 4);
    assert.ok('timebot_consent' in (await visitor.cookies()), 'and the cookie is back');
    assert.equal(site.records().length, 1);
  });

  scenario('the database is gone (evicted): the cookie holds, and becomes no record', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    const visitor = await tab();
    await decided(site, visitor, 'accept');
    await visitor.page.goto(`${site.origin}/pixel/blank`);
    await visitor.page.evaluate(
      () =>
        new Promise((done) => {
          indexedDB.deleteDatabase('timebot-consent-1').onsuccess = done;
        }),
    );
    await visitor.go();
    await visitor.quiet();
    assert.deepEqual(await visitor.ran(4), REVIVED);
    assert.deepEqual(Object.keys(await visitor.kept()), []);
    assert.equal(site.records().length, 1);
    await visitor.press('div >>> [data-consent-open]');
    await visitor.press(control('withdraw'));
    const [, second] = await site.stored(2);
    assert.deepEqual([second?.seq, second?.prev, second?.action], [2, null, 'withdrawn']);
  });
});
