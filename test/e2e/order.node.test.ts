/*
 * What comes late, in another order or not at all undoes no choice.
 * Alone: npm run build && npx tsx --test test/e2e/order.node.test.ts (DIST=<folder> for another build)
 * One test: … --test-name-pattern "what the test is called"
 */
import assert from 'node:assert/strict';
import { GATED, type Site } from './site.js';
import { control, scenario, suite, type Tab } from './visitor.js';

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
    await visitor.page.setRequestInterception(true);
    visitor.page.on('request', (request) =>
      /history-/.test(request.url()) ? void request.abort() : void request.continue(),
    );
    await visitor.go();
    await visitor.quiet();
    await visitor.press('div >>> [data-consent-open]');
    await visitor.press(control('withdraw'));
    const [, withdrawn] = await site.stored(2);
    assert.equal(withdrawn?.action, 'withdrawn');
    assert.equal(await visitor.allows('ads'), false);
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
    const loaded = visitor.page.waitForResponse((response) => /preferences-/.test(response.url()));
    release();
    await loaded;
    await visitor.page.waitForNetworkIdle({ idleTime: 100 });
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
});
