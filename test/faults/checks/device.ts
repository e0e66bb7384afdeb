/* Cookies, several tabs, and the clock. */
import assert from 'node:assert/strict';
import { clockAhead } from '../../e2e/probes.js';
import { answers, resets, withConfig } from '../../e2e/site.js';
import { ALL, type Check, type Scene } from '../scene.js';
import { accepts, holdsForThisPage, remembers, worksWith } from './flows.js';

const DAY = 86_400_000;
const YEAR = 365 * DAY;

const COOKIES_DROPPED = `Object.defineProperty(Document.prototype, 'cookie', { configurable: true, get: () => '', set() {} });`;
const COOKIES_THROW = `Object.defineProperty(Document.prototype, 'cookie', { configurable: true,
  get() { throw new DOMException('denied', 'SecurityError'); }, set() { throw new DOMException('denied', 'SecurityError'); } });`;
const OPEN_THROWS = `IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); };`;
const DEAF = 'delete window.BroadcastChannel;';

/** The database holds the choice, and the withdrawal after it. */
const databaseHolds =
  (script: string): Check =>
  async (scene) => {
    const tab = await scene.asks({ script });
    await accepts(scene, tab);
    await tab.acknowledged();
    await remembers(tab);
    await tab.withdraw();
    await scene.site.stored(2);
    await tab.acknowledged();
    await tab.go();
    await tab.quiet();
    assert.deepEqual(await tab.ran(1), ['necessary']);
    assert.equal(await tab.allows('ads'), false);
  };

/** A page that decides under another clock, and one that knows better. */
const decidedAt = async (scene: Scene, ahead: number, choice: 'accept' | 'reject') => {
  const tab = await scene.asks({ script: clockAhead(ahead) });
  await tab[choice]();
  await scene.site.stored(1);
  await tab.acknowledged();
  scene.page();
  await tab.go();
  return tab;
};

/** Two tabs, each with the question. */
const twoAsked = async (scene: Scene, script = '') => {
  const one = await scene.asks({ script });
  const two = await scene.tab();
  await two.go();
  await two.asked();
  await scene.site.seen(({ path }) => path.startsWith('/page-'), 2);
  return [one, two] as const;
};

export const device = {
  'cookies-dropped': databaseHolds(COOKIES_DROPPED),
  'cookies-throw': databaseHolds(COOKIES_THROW),
  'cookies-and-idb-refused': async (scene) => {
    const tab = await scene.asks({ script: COOKIES_DROPPED + OPEN_THROWS });
    await holdsForThisPage(scene, tab);
  },
  'cookies-and-idb-refused-endpoint-down': async (scene) => {
    scene.site.fault(resets);
    const tab = await scene.asks({ script: COOKIES_THROW + OPEN_THROWS });
    await tab.accept();
    await tab.delivery();
    assert.equal(await tab.allows('ads'), false);
    assert.deepEqual(await tab.order(), ['necessary']);
    scene.site.fault();
    await tab.ran(4);
    assert.equal(scene.site.records().length, 1);
  },
  'cookie-domain': async (scene) => {
    const tab = await scene.asks({ widget: withConfig({ cookieDomain: 'somebody-else.example' }) });
    await accepts(scene, tab);
    await tab.acknowledged();
    assert.match(await tab.cookie(), /^1\.1\./);
    await tab.warned('cookieDomain');
    await remembers(tab);
  },
  'cookie-corrupt': async (scene) => {
    scene.page('/idle', { widget: '', body: '' });
    scene.page();
    const tab = await scene.tab();
    for (const value of [
      'garbage',
      '1.1.99999999999.2019-01-01..ads~telemetry.',
      '1.1.x.2019-01-01.abc.ads.',
      '%00',
      '1.-1.9.9.9.ads.',
    ]) {
      await tab.go('/idle');
      await tab.setCookie(value);
      await tab.go();
      await tab.asked();
      assert.deepEqual(await tab.ran(1), ['necessary'], value);
      assert.equal(await tab.allows('ads'), false, value);
    }
    await accepts(scene, tab);
  },
  'cookie-evicted': async (scene) => {
    const tab = await scene.asks();
    await accepts(scene, tab);
    await tab.acknowledged();
    scene.page('/idle', { widget: '', body: '' });
    await tab.go('/idle');
    await tab.evaluate(`void (document.cookie = 'timebot_consent=; Path=/; Max-Age=0')`);
    assert.equal(await tab.cookie(), '');
    await remembers(tab);
    assert.match(await tab.cookie(), /^1\.1\./, 'and the cookie is back');
    assert.equal(scene.site.records().length, 1);
  },

  'tabs-hear': async (scene) => {
    const [one, two] = await twoAsked(scene);
    await one.window.front();
    await accepts(scene, one);
    await two.until(`timebotConsent.allows('ads')`);
    await two.window.front();
    await two.until(`document.querySelector('timebot-consent').getAttribute('view') === 'closed'`);
    await one.acknowledged();
    await one.withdraw();
    await two.until(`!timebotConsent.allows('ads')`);
  },
  'tabs-fork': async (scene) => {
    const alone = `
      const { set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
      let mine = '';
      if (location.hash === '#alone') Object.defineProperty(Document.prototype, 'cookie', {
        configurable: true, get: () => mine, set(value) { mine = value.split(';')[0]; set.call(document, value); } });`;
    scene.page('/', { script: DEAF + alone });
    const [one, two] = [await scene.tab(), await scene.tab()];
    for (const tab of [one, two]) {
      await tab.go('/#alone');
      await tab.asked();
      await tab.until(`events.some(({ type }) => type === 'ready')`);
    }
    await scene.site.seen(({ path }) => path.startsWith('/page-'), 2);
    for (const tab of [one, two]) await tab.kept(); // a turn of the database later, it has been compared with the cookie
    await two.reject();
    await one.accept(); // the cookie is left with what grants more
    await one.ran(ALL.length);
    const records = await scene.site.stored(2);
    assert.deepEqual(
      records.map(({ seq }) => seq),
      [1, 1],
    );
    scene.page();
    const three = await scene.tab();
    await three.go();
    await three.quiet();
    await three.until(`!timebotConsent.allows('ads')`);
  },
  'tabs-deaf': async (scene) => {
    const [one, two] = await twoAsked(scene, DEAF);
    await one.window.front();
    await accepts(scene, one);
    await two.window.front();
    await two.evaluate(`dispatchEvent(new Event('visibilitychange'))`); // two windows do not hide each other
    await two.until(`timebotConsent.allows('ads')`);
    assert.equal(scene.site.records().length, 1);
  },
  'tabs-without-locks': async (scene) => {
    const script = `Object.defineProperty(Navigator.prototype, 'locks', { configurable: true, value: undefined });`;
    scene.site.fault(answers(503, { 'retry-after': '3600' }));
    const one = await scene.asks({ script });
    await one.reject();
    await one.delivery();
    scene.site.fault();
    scene.page('/', { script: script + clockAhead(3_700_000) });
    const two = await scene.tab();
    await Promise.all([one.go(), two.go()]);
    await scene.site.stored(1);
    await scene.site.seen('/consents', 2);
    await one.until(`timebotConsent.decision?.seq === 1`);
    assert.equal(scene.site.records().length, 1, 'twice sent is once stored');
    await one.filed(scene.site.records()[0]?.id ?? '');
    assert.deepEqual(await two.outbox(), []);
  },

  'clock-day-ahead': async (scene) => {
    const tab = await decidedAt(scene, DAY, 'accept');
    await tab.quiet();
    await tab.ran(4);
  },
  'clock-day-behind': async (scene) => {
    const tab = await decidedAt(scene, -DAY, 'accept');
    await tab.quiet();
    await tab.ran(4);
  },
  'clock-years-ahead': async (scene) => {
    const tab = await decidedAt(scene, 10 * YEAR, 'accept');
    await tab.asked();
    assert.deepEqual(await tab.ran(1), ['necessary']);
    assert.equal(await tab.allows('ads'), false, 'a grant from the future grants nothing');
    await tab.accept();
    const [, second] = await scene.site.stored(2);
    assert.equal(second?.seq, 2);
  },
  'clock-years-ahead-refusal': async (scene) => {
    const tab = await decidedAt(scene, 10 * YEAR, 'reject');
    await tab.quiet();
    assert.deepEqual(await tab.ran(1), ['necessary']);
    assert.notEqual(await tab.view(), 'banner', 'a refusal from the future stands');
  },
  'clock-years-behind': async (scene) => {
    const script = clockAhead(-10 * YEAR);
    const tab = await scene.asks({ script });
    await tab.accept();
    await scene.site.stored(1);
    await tab.acknowledged();
    scene.page();
    await tab.go();
    await tab.asked();
    assert.deepEqual(await tab.ran(1), ['necessary'], 'what has run out years ago grants nothing');
  },
  'clock-set-back-while-waiting': async (scene) => {
    // a pause that was noted under a clock years ahead must not last for years
    scene.site.fault(answers(503, { 'retry-after': '60' }));
    const tab = await scene.asks({ script: clockAhead(10 * YEAR) });
    await tab.reject();
    await tab.delivery();
    scene.site.fault();
    scene.page();
    await tab.go();
    await tab.acknowledged();
    assert.equal(scene.site.records().length, 1);
  },
  expired: async (scene) => {
    const tab = await scene.asks();
    await accepts(scene, tab);
    await tab.acknowledged();
    scene.page('/', { script: clockAhead(400 * DAY) });
    await tab.go();
    await tab.asked();
    assert.deepEqual(await tab.ran(1), ['necessary']);
    assert.equal(await tab.allows('ads'), false);
  },
  'no-channel-no-locks-no-uuid': worksWith({
    script: `${DEAF}
      Object.defineProperty(Navigator.prototype, 'locks', { configurable: true, value: undefined });
      delete Crypto.prototype.randomUUID;
      Object.defineProperty(Crypto.prototype, 'subtle', { configurable: true, value: undefined });`,
  }),
} satisfies Readonly<Record<string, Check>>;
