/*
 * Answers to a part of the offer: they say what was asked, keep what was decided since elsewhere, and lengthen no consent.
 * Alone: npm run build && npx tsx --test test/e2e/delta.node.test.ts (DIST=<folder> for another build)
 * One test: … --test-name-pattern "what the test is called"
 */
import assert from 'node:assert/strict';
import { ADS, GATED, WIDGET, withConfig, withExactly, type Site } from './site.js';
import { clockAhead, control, scenario, suite, type Tab } from './visitor.js';

const OFF = withConfig({}, WIDGET.replace('async', 'data-off="ads" async'));
const DAYS = 86_400_000;

/** `/` offers ads, `/campaign` does not. */
const pages = (site: Site): void => {
  site.page('/', { body: GATED });
  site.page('/campaign', { body: GATED, widget: OFF });
};

/** Has accepted all but ads, which were not on offer, and is asked about them. */
const askedAboutAds = async (visitor: Tab): Promise<void> => {
  await visitor.go('/campaign');
  await visitor.accept();
  await visitor.acknowledged();
  await visitor.go();
  await visitor.asked();
};

/** The cookie as another subdomain has written it since, of which no tab here hears. */
const decidedElsewhere = async (visitor: Tab, change: (fields: string[]) => void): Promise<string> => {
  const { timebot_consent: cookie = '' } = await visitor.cookies();
  const fields = cookie.split('.');
  fields[1] = `${Number(fields[1]) + 1}`;
  change(fields);
  return `timebot_consent=${fields.join('.')}; Path=/; SameSite=Lax; Max-Age=86400`;
};

const write = (visitor: Tab, cookie: string): Promise<void> =>
  visitor.page.evaluate((text) => void (document.cookie = text), cookie);

/** Only this stays granted. */
const only =
  (granted: string) =>
  (fields: string[]): void =>
    void (fields[5] = granted);

suite('an answer to a part of the offer', () => {
  scenario('is about what is on the screen, though the question has just become another', async ({ site, tab }) => {
    pages(site);
    const visitor = await tab();
    await askedAboutAds(visitor);
    const cookie = await decidedElsewhere(visitor, only('personalisation'));
    // in one task, so that nothing of it is painted before the click
    await visitor.page.evaluate((text) => {
      document.cookie = text;
      window.dispatchEvent(new Event('visibilitychange'));
      const root = document.querySelector('timebot-consent')?.shadowRoot;
      root?.querySelector<HTMLElement>('[data-action="accept-all"]')?.click();
    }, cookie);
    const [, second] = await site.stored(2);
    assert.deepEqual(second?.purposes, { necessary: true, personalisation: true, telemetry: false, ads: true });
    assert.equal(second?.policy.accepted, false, 'nobody here knows what was said of the policy there');
  });

  for (const granted of [true, false]) {
    scenario(
      `keeps what was decided elsewhere since: ads ${granted ? 'accepted' : 'refused'}`,
      async ({ site, tab }) => {
        pages(site);
        const visitor = await tab();
        await askedAboutAds(visitor);
        await write(visitor, await decidedElsewhere(visitor, only('personalisation')));
        await (granted ? visitor.accept() : visitor.reject());
        const [first, second] = await site.stored(2);
        assert.deepEqual(second?.purposes, { necessary: true, personalisation: true, telemetry: false, ads: granted });
        assert.deepEqual([second?.seq, second?.prev], [3, first?.id]);
        assert.equal(await visitor.allows('telemetry'), false);
      },
    );
  }

  scenario('leaves open what was not asked about', async ({ site, tab }) => {
    pages(site);
    const visitor = await tab();
    await askedAboutAds(visitor);
    // there telemetry had another recipient
    const other = await decidedElsewhere(visitor, (fields) => {
      const prints = (fields[4] ?? '').split('_');
      prints[3] = 'zzzz';
      fields[4] = prints.join('_');
    });
    await write(visitor, other);
    await visitor.accept();
    const [, second] = await site.stored(2);
    assert.deepEqual(second?.purposes, { necessary: true, personalisation: true, telemetry: false, ads: true });
    await visitor.acknowledged();
    await visitor.go();
    await visitor.asked();
    assert.equal(await visitor.allows('ads'), true);
    assert.equal(await visitor.allows('telemetry'), false);
    const text = await visitor.text();
    assert.ok(!text.includes('Таргетинг рекламы.'), text);
  });

  scenario('leaves off what was refused by itself before its purpose closed', async ({ site, tab }) => {
    const service = (id: string) => ({ id, purpose: 'telemetry', name: id, recipient: id, country: 'KZ' });
    const services = [service('counter'), service('meter')];
    site.page('/', { widget: withExactly({ services }) });
    const visitor = await tab();
    await visitor.go();
    await visitor.press(control('settings'));
    for (const name of ['telemetry', 'personalisation', 'service:meter']) {
      await visitor.press(`timebot-consent >>> input[name="${name}"]`);
    }
    await visitor.press(control('save'));
    await visitor.acknowledged();
    const purposes = { telemetry: { recipients: [{ name: 'New', country: 'DE' }] } };
    site.page('/', { widget: withExactly({ services, purposes }) });
    await visitor.go();
    await visitor.asked();
    await visitor.page.evaluate(() => window.timebotConsent?.decide({ policy: true }));
    await visitor.accept();
    const [, , third] = await site.stored(3);
    assert.equal(third?.purposes['telemetry'], true);
    assert.deepEqual(third?.services, { counter: true, meter: false });
  });

  scenario('on a page without ads keeps what was said of them', async ({ site, tab }) => {
    pages(site);
    const visitor = await tab();
    await visitor.go();
    await visitor.accept();
    await visitor.acknowledged();
    const telemetry = { recipients: [{ name: 'New', country: 'DE' }] };
    const purposes = { ...ADS, telemetry };
    site.page('/', { widget: withExactly({ purposes }) });
    site.page('/campaign', { widget: withExactly({ purposes }, WIDGET.replace('async', 'data-off="ads" async')) });
    await visitor.go('/campaign');
    await visitor.accept();
    const [, second] = await site.stored(2);
    assert.deepEqual(second?.purposes, { necessary: true, personalisation: true, telemetry: true, ads: true });
    await visitor.acknowledged();
    await visitor.go();
    await visitor.quiet();
    assert.notEqual(await visitor.view(), 'banner');
    assert.equal(await visitor.allows('ads'), true);
  });

  scenario('on a page without ads leaves them as they are in other tabs', async ({ site, tab }) => {
    const films = { id: 'films', purpose: 'personalisation', name: 'Films', recipient: 'Films', country: 'KZ' };
    pages(site);
    const visitor = await tab();
    await visitor.go();
    await visitor.press(control('settings'));
    for (const name of ['telemetry', 'ads']) await visitor.press(`timebot-consent >>> input[name="${name}"]`);
    await visitor.press(control('save'));
    await visitor.acknowledged();
    site.page('/', { widget: withConfig({ services: [films] }), body: GATED });
    site.page('/campaign', {
      widget: withConfig({ services: [films] }, WIDGET.replace('async', 'data-off="ads" async')),
    });
    await visitor.go();
    await visitor.quiet();
    const other = await tab();
    await other.go('/campaign');
    await other.quiet();
    const heard = visitor.page.evaluate(
      () =>
        new Promise<boolean>((done) => {
          const channel = new BroadcastChannel('timebot-consent-1');
          // after the widget's own listener, which stands before this one
          channel.onmessage = () => done(window.timebotConsent?.allows('ads') === true);
        }),
    );
    await other.page.evaluate(() => window.timebotConsent?.decide({ policy: true }));
    const [, second] = await site.stored(2);
    assert.equal(second?.purposes['ads'], true);
    assert.equal(await heard, true);
    await visitor.page.bringToFront();
    await visitor.go();
    await visitor.quiet();
    assert.equal(await visitor.allows('ads'), true);
  });

  scenario('decides nothing where there is nothing left to keep: everything is asked about', async ({ site, tab }) => {
    pages(site);
    const visitor = await tab();
    await askedAboutAds(visitor);
    assert.ok((await visitor.text()).includes('Принять новое'));
    await write(visitor, await decidedElsewhere(visitor, (fields) => void (fields[3] = '2030-01-01')));
    await visitor.press(control('accept-all'));
    await visitor.page.waitForFunction(() =>
      document.querySelector('timebot-consent')?.shadowRoot?.textContent?.includes('Принять все'),
    );
    assert.equal(site.records().length, 1);
    await visitor.accept();
    const [, second] = await site.stored(2);
    assert.deepEqual(second?.purposes, { necessary: true, personalisation: true, telemetry: true, ads: true });
    assert.equal(second?.seq, 3);
  });
});

suite('a decision by script', () => {
  scenario('keeps what was decided elsewhere since', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    const visitor = await tab();
    await visitor.go();
    await visitor.accept();
    await visitor.acknowledged();
    await write(visitor, await decidedElsewhere(visitor, only('telemetry~ads')));
    await visitor.page.evaluate(() => window.timebotConsent?.decide({ ads: false }));
    const [, second] = await site.stored(2);
    assert.deepEqual(second?.purposes, { necessary: true, personalisation: false, telemetry: true, ads: false });
    assert.equal(second?.seq, 3);
  });

  scenario(
    'leaves the end of the consents that it keeps; one that names everything begins anew',
    async ({ site, tab }) => {
      site.page('/', { body: GATED });
      const before = await tab();
      await before.go();
      await before.accept();
      await before.acknowledged();
      const later = await tab(clockAhead(90 * DAYS));
      await later.go();
      await later.quiet();
      await later.page.evaluate(() => window.timebotConsent?.decide({ telemetry: false }));
      const [first, second] = await site.stored(2);
      assert.equal(second?.expires, first?.expires);
      await later.page.evaluate(() =>
        window.timebotConsent?.decide({ personalisation: true, telemetry: false, ads: true, policy: true }),
      );
      const [, , third] = await site.stored(3);
      assert.ok(Date.parse(third?.expires ?? '') - Date.parse(first?.expires ?? '') > 80 * DAYS, third?.expires);
      // a refusal is no consent that could last too long
      await later.page.evaluate(() => window.timebotConsent?.rejectAll());
      await later.page.evaluate(() => window.timebotConsent?.decide({ telemetry: true }));
      const [, , , fourth, fifth] = await site.stored(5);
      assert.ok(Date.parse(fifth?.expires ?? '') - Date.parse(fourth?.expires ?? '') > 150 * DAYS, fifth?.expires);
    },
  );

  scenario('says nothing of what is asked about now', async ({ site, tab }) => {
    pages(site);
    const visitor = await tab();
    await askedAboutAds(visitor);
    await visitor.page.evaluate(() => window.timebotConsent?.decide({ telemetry: false }));
    await site.stored(2);
    await visitor.accept();
    const [, , third] = await site.stored(3);
    assert.deepEqual(third?.purposes, { necessary: true, personalisation: true, telemetry: false, ads: true });
  });
});

suite('"always show" of an embed', () => {
  const config = {
    purposes: ADS,
    services: [
      {
        id: 'films',
        purpose: 'personalisation',
        name: 'Films',
        hosts: ['films.example'],
        frames: [{ match: 'https://films.example/(.*)', to: 'https://films.example/embed/$1' }],
      },
    ],
  };
  const EMBED = '<timebot-embed service="films" src="https://films.example/1" title="Film"></timebot-embed>';

  scenario('keeps what was decided elsewhere since, and the end of consents', async ({ site, tab }) => {
    site.page('/', { widget: withExactly(config), body: EMBED });
    const before = await tab();
    await before.go();
    await before.press(control('settings'));
    for (const name of ['telemetry', 'ads']) await before.press(`timebot-consent >>> input[name="${name}"]`);
    await before.press(control('save'));
    await before.acknowledged();
    const visitor = await tab(clockAhead(90 * DAYS));
    await visitor.go();
    await visitor.press('timebot-embed >>> [data-action="show-always"]');
    await visitor.visible('timebot-embed >>> [data-action="allow"]');
    await write(visitor, await decidedElsewhere(visitor, only('telemetry')));
    await visitor.press('timebot-embed >>> [data-action="allow"]');
    const [first, second] = await site.stored(2);
    assert.deepEqual(second?.purposes, { necessary: true, personalisation: true, telemetry: true, ads: false });
    assert.equal(second?.seq, 3);
    // by the cookie, whose end the other subdomain has not moved
    assert.equal(second?.expires, first?.expires);
  });
});
