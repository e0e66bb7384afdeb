/*
 * What comes late, in another order or not at all undoes no choice and loses no record.
 * Alone: npm run build && npx tsx --test test/e2e/order.node.test.ts (DIST=<folder> for another build)
 * One test: … --test-name-pattern "what the test is called"
 */
import assert from 'node:assert/strict';
import { answers, GATED, WIDGET, WITHOUT_FRAME, type Site } from './site.js';
import { control, goBack, RETURNS, scenario, suite, type Tab } from './visitor.js';

const FRAME = '<iframe data-consent="ads" data-src="/framed"></iframe>';

const decided = async (site: Site, visitor: Tab, choice: 'accept' | 'reject', count = 1): Promise<void> => {
  await visitor[choice]();
  await site.stored(count);
  await visitor.acknowledged();
};

/** A database that answers only when the page says `release()`, as on a slow disk. */
const SLOW = `{
  let release;
  const released = new Promise((done) => { release = done; });
  Object.assign(window, { release });
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...args) {
    const request = open.apply(this, args);
    Object.defineProperty(request, 'onsuccess', {
      set(listener) {
        request.addEventListener('success', () => released.then(() => listener.call(request)));
      },
    });
    return request;
  };
}`;

/** From here on the database answers nobody else: a transaction that does not end holds it. */
const HANG = `new Promise((held, failed) => {
  const opening = indexedDB.open('timebot-consent-1');
  opening.onerror = () => failed(opening.error);
  opening.onsuccess = () => {
    const store = opening.result.transaction('consent', 'readwrite').objectStore('consent');
    const hold = () => { store.count().onsuccess = () => { held(); hold(); }; };
    hold();
  };
})`;

/** Pages of this tab go without a chunk. */
const without = async ({ page }: Tab, chunk: string): Promise<void> => {
  await page.setRequestInterception(true);
  page.on('request', (request) =>
    new URL(request.url()).pathname.startsWith(`/${chunk}-`) ? void request.abort() : void request.continue(),
  );
};

/** Keys of what the database holds for the endpoint. */
const waiting = async (visitor: Tab): Promise<readonly string[]> =>
  Object.keys(await visitor.kept()).filter((key) => key.startsWith('outbox/'));

/** An accept that the endpoint cannot take; then the visitor is on a page without the widget. The endpoint stays down. */
const undelivered = async (site: Site, visitor: Tab): Promise<void> => {
  site.page('/nothing', { widget: '' });
  site.fault(answers(503));
  await visitor.go();
  await visitor.accept();
  await visitor.event('delivery');
  await visitor.go('/nothing');
  assert.equal((await waiting(visitor)).length, 1);
};

const withdraw = async (visitor: Tab): Promise<void> => {
  await visitor.quiet();
  await visitor.press('div >>> [data-consent-open]');
  await visitor.press(control('withdraw'));
};

suite('order', () => {
  scenario('records that a slow database shows late do not bring a refused purpose back', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    site.page('/nothing', { widget: '' });
    const first = await tab();
    await first.go();
    await decided(site, first, 'accept');
    await first.page.evaluate(() => window.timebotConsent?.decide({ telemetry: false }));
    await site.stored(2);
    await first.go('/nothing');
    await first.page.deleteCookie(...(await first.page.cookies()));

    const second = await tab(SLOW);
    await second.go();
    await second.asked();
    await second.reject();
    await second.page.waitForFunction(() => window.timebotConsent?.decision?.purposes['ads'] === false);
    await second.page.evaluate(() => Reflect.get(window, 'release')());
    // the late records are in: their seq is the higher one
    await second.page.waitForFunction(() => window.timebotConsent?.decision?.seq === 2);
    assert.equal(await second.allows('ads'), false);
    await first.go();
    await first.quiet();
    assert.equal(await first.allows('ads'), false);
    assert.deepEqual(await first.order(), ['necessary']);
  });

  scenario('without the chunk that reads records, a visitor can still withdraw', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    const visitor = await tab();
    await visitor.go();
    await decided(site, visitor, 'accept');
    await without(visitor, 'history');
    await visitor.go();
    await withdraw(visitor);
    const [, withdrawn] = await site.stored(2);
    assert.equal(withdrawn?.action, 'withdrawn');
    assert.equal(await visitor.allows('ads'), false);
  });

  scenario('without the chunk that reads records, what waits for the endpoint is delivered', async ({ site, tab }) => {
    site.page('/');
    const visitor = await tab();
    await undelivered(site, visitor);
    await visitor.page.deleteCookie(...(await visitor.page.cookies()));
    await without(visitor, 'history');
    await visitor.go();
    await visitor.asked();
    site.fault();
    await visitor.acknowledged();
    assert.equal(site.records()[0]?.action, 'given');
  });

  scenario('records that cannot be looked at leave the choice open', async ({ site, tab }) => {
    site.page('/', { widget: WIDGET });
    const visitor = await tab();
    await visitor.go();
    await decided(site, visitor, 'accept');
    await visitor.page.deleteCookie(...(await visitor.page.cookies()));
    await without(visitor, 'page');
    await visitor.go();
    await visitor.asked();
    await visitor.reject();
    const [, refused] = await site.stored(2);
    assert.equal(refused?.action, 'refused');
  });

  scenario('going back after a withdrawal does not bring a frame back', async ({ site, tab }) => {
    site.page('/', { body: FRAME });
    site.page('/framed', { widget: '', headers: { 'cache-control': 'no-store' } });
    site.page('/before', { widget: '' });
    const visitor = await tab();
    await visitor.go('/before');
    await visitor.go();
    await decided(site, visitor, 'accept');
    await site.seen('/framed');
    await visitor.quiet();
    await visitor.press('div >>> [data-consent-open]');
    await visitor.press(control('withdraw'));
    await site.stored(2);
    await visitor.page.waitForFunction(() => !document.querySelector('iframe')?.hasAttribute('src'));
    await visitor.page.goBack({ waitUntil: 'domcontentloaded' });
    assert.equal(new URL(visitor.page.url()).pathname, '/before', 'the frame has left no step of its own');
    assert.equal(site.count('/framed'), 1);
  });

  scenario('an answer while the preferences are loading keeps them closed', async ({ site, tab }) => {
    site.page('/');
    const visitor = await tab();
    await visitor.page.setRequestInterception(true);
    const preferences = new Promise<() => void>((held) => {
      visitor.page.on('request', (request) => {
        if (/preferences-/.test(request.url())) held(() => void request.continue());
        else void request.continue();
      });
    });
    await visitor.go();
    await visitor.press(control('settings'));
    const release = await preferences;
    await visitor.reject();
    // the chunk has come; whoever waited for it goes on before anything is asked of the page again
    await visitor.page.evaluate(`window.taken = new Promise((done) => {
      document.addEventListener('load', ({ target }) => {
        if (/preferences-/.test(target.src)) void import(target.src).then(done);
      }, true);
    }), undefined`);
    release();
    await visitor.page.evaluate('taken');
    await site.stored(1);
    assert.equal(await visitor.view(), 'closed');
  });

  scenario('Escape gives the focus back to the trigger', async ({ site, tab }) => {
    site.page('/');
    const visitor = await tab();
    await visitor.go();
    await decided(site, visitor, 'reject');
    await visitor.quiet();
    await visitor.page.evaluate(() => {
      for (const { shadowRoot } of document.querySelectorAll('div')) shadowRoot?.querySelector('button')?.focus();
    });
    await visitor.page.keyboard.press('Enter');
    await visitor.visible(control('save'));
    await visitor.page.keyboard.press('Escape');
    await visitor.gone(control('save'));
    const focused = await visitor.page.evaluate(
      () => document.activeElement?.shadowRoot?.activeElement instanceof HTMLButtonElement,
    );
    assert.equal(focused, true);
    assert.equal(await visitor.allows('ads'), false);
  });

  scenario('an accept elsewhere at the same moment does not undo a withdrawal here', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    const visitor = await tab();
    await visitor.go();
    await decided(site, visitor, 'accept');
    await visitor.quiet();
    await visitor.press('div >>> [data-consent-open]');
    await visitor.visible(control('withdraw'));
    await visitor.page.evaluate(async () => {
      // no paint between the click and what the other tab says: it arrives before the withdrawal is in force
      const paint = requestAnimationFrame;
      const frames: FrameRequestCallback[] = [];
      window.requestAnimationFrame = (callback) => frames.push(callback);
      const root = document.querySelector('timebot-consent')?.shadowRoot;
      root?.querySelector<HTMLButtonElement>('[data-action=withdraw]')?.click();
      const other = document.cookie.replace(/.*timebot_consent=/, '').split('.');
      other[5] = 'ads';
      const newest = { id: 'other', subject: 'other', seq: 2, at: new Date().toISOString() };
      const heard = new Promise((done) => (new BroadcastChannel('timebot-consent-1').onmessage = done));
      new BroadcastChannel('timebot-consent-1').postMessage({ mirror: other.join('.'), newest });
      await heard;
      window.requestAnimationFrame = paint;
      frames.forEach(paint);
    });
    await visitor.page.waitForFunction(() => window.timebotConsent?.decision?.seq === 2);
    assert.equal(await visitor.allows('ads'), false);
    await visitor.go();
    await visitor.quiet();
    assert.deepEqual(await visitor.order(), ['necessary']);
  });

  for (const elsewhere of ['on the next page', 'in another tab']) {
    scenario(
      `a decision ${elsewhere} while a page is in the back/forward cache: it continues that chain`,
      async ({ site, tab }) => {
        const headers = { 'cache-control': 'no-cache' };
        site.page('/', { body: WITHOUT_FRAME, headers });
        site.page('/next', { body: WITHOUT_FRAME, headers });
        const visitor = await tab(RETURNS);
        await visitor.go();
        await decided(site, visitor, 'accept');
        await visitor.acknowledged();
        await visitor.go(); // where nothing is on its way to the endpoint any more
        await visitor.ran(4);
        await visitor.quiet();
        // last, and awaited: nothing of the driver's is left running in the page that is kept
        assert.equal(await visitor.allows('ads'), true);
        await visitor.go('/next');
        const other = elsewhere === 'on the next page' ? visitor : await tab();
        if (other !== visitor) await other.go();
        await withdraw(other);
        await site.stored(2);
        await other.acknowledged();

        await goBack(visitor, site);
        await visitor.page.waitForFunction(() => window.timebotConsent?.decision?.seq === 2);
        assert.equal(await visitor.allows('ads'), false);
        await visitor.press('div >>> [data-consent-open]');
        // the letter in the preferences names the record that is continued
        await visitor.page.waitForFunction(
          (id) => document.querySelector('timebot-consent')?.shadowRoot?.innerHTML.includes(id),
          {},
          site.records()[1]?.id ?? '?',
        );
        await visitor.press(control('accept-all'));
        const [given, withdrawn, again] = await site.stored(3);
        assert.deepEqual([withdrawn?.seq, again?.seq], [2, 3]);
        assert.deepEqual([withdrawn?.prev, again?.prev], [given?.id, withdrawn?.id]);
        assert.equal(again?.subject, given?.subject);
      },
    );
  }

  scenario(
    'left at the very moment the endpoint has failed: the record arrives all the same',
    async ({ site, tab }) => {
      site.page('/');
      site.page('/nothing', { widget: '' });
      const visitor = await tab();
      await visitor.go();
      await decided(site, visitor, 'accept');
      await visitor.go();
      await visitor.page.evaluate(() =>
        document.addEventListener('timebot-consent:delivery', () => location.assign('/nothing')),
      );
      site.fault((exchange) => {
        site.fault(); // the next request is answered
        return answers(503)(exchange);
      });
      await Promise.all([visitor.page.waitForNavigation(), withdraw(visitor)]);
      const [, withdrawn] = await site.stored(2);
      assert.equal(withdrawn?.action, 'withdrawn');
      assert.equal(site.count('/consents'), 3);
      assert.equal(await visitor.page.evaluate(() => location.pathname), '/nothing');
    },
  );

  for (const when of ['from the click on', 'when the answer comes']) {
    scenario(`a database that hangs ${when}: what is granted runs, the delivery is told`, async ({ site, tab }) => {
      site.page('/', { body: GATED });
      const visitor = await tab();
      await visitor.go();
      await decided(site, visitor, 'reject');
      await visitor.go();
      await visitor.quiet();
      await visitor.press('div >>> [data-consent-open]');
      await visitor.visible(control('accept-all'));
      const release = site.hold('/consents');
      if (when === 'from the click on') await visitor.page.evaluate(HANG);
      await visitor.accept();
      assert.equal((await visitor.ran(4)).length, 4);
      await site.seen('/consents', 2);
      if (when === 'when the answer comes') {
        assert.equal((await waiting(visitor)).length, 1);
        await visitor.page.evaluate(HANG);
      }
      release();
      await visitor.acknowledged();
      assert.equal(site.count('/consents'), 2, 'the first POST has sufficed');
    });
  }

  scenario('a slow database on the next visit: what it holds for the endpoint is delivered', async ({ site, tab }) => {
    site.page('/');
    await undelivered(site, await tab());
    const visitor = await tab(SLOW);
    await visitor.go();
    // nothing has come in time, so that there may be anything
    await site.seen(({ path }) => path.startsWith('/outbox-'), 2);
    site.fault();
    await visitor.page.evaluate(() => Reflect.get(window, 'release')());
    await visitor.acknowledged();
    assert.equal(site.records().length, 1);
  });
});
