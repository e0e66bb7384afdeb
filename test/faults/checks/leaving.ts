/* The click is the last thing that a page sees: it navigates, closes, or its browser dies. And the way back. */
import assert from 'node:assert/strict';
import { hangs, losesAnswer, otherEndpoint, resets, withConfig, WITHOUT_FRAME, type Fault } from '../../e2e/site.js';
import { createProfile } from '../engines.js';
import { control, REVIVED, type Check, type Scene, type Tab } from '../scene.js';
import { accepts } from './flows.js';

/** How many visitors click and are gone, a fault. `FAULT_CLICKS=200 npm run faults -- --only click` makes a measurement of it. */
const CLICKS = Number(process.env['FAULT_CLICKS'] ?? 1);

/** Navigates in the click's own task; a busy page leaves the database no time of its own. */
const leaves = (to: string, busy = 0): string => `addEventListener('click', () => {
  ${to};
  for (const end = performance.now() + ${busy}; performance.now() < end; );
});`;

const NAVIGATES = leaves(`location.href = '/idle'`);

/** Where it goes: says that it is there, since nothing is asked of a page on its way, which may never answer. */
const IDLE = { widget: '', body: '', script: `addEventListener('load', () => navigator.sendBeacon('/arrived'));` };

/** One visitor after the other. A measurement tells how many clicks were lost, not only that one was. */
const visits = async ({ site }: Scene, visit: (stored: number) => Promise<unknown>): Promise<void> => {
  const losses: unknown[] = [];
  for (let n = 0; n < CLICKS; n++) {
    await visit(site.records().length + 1).catch((error: unknown) => losses.push(error));
  }
  if (losses.length) throw new AggregateError(losses, `${losses.length} of ${CLICKS} clicks failed`);
};

/**
 * How a visitor goes, and whether the tab is still there then.
 *
 * @param arrived how often somebody has come to the next page before
 */
type Go = (tab: Tab, scene: Scene, arrived: number) => Promise<boolean>;

/** Waits until the visitor is on the page that the click leads to. */
const navigated: Go = async (tab, { site }, arrived) => {
  await site.seen('/arrived', arrived + 1);
  await tab.until(`location.pathname === '/idle'`);
  return true;
};

const closes: Go = async (tab) => {
  await tab.close();
  return false;
};

/**
 * Visitors who click once and are gone. Where the endpoint works, the record arrives by itself; where it does not, it is in the
 * outbox, as the next page shows.
 */
const clickAndGo =
  (script: string, go: Go, fault?: Fault): Check =>
  async (scene) => {
    const { site, engine, page } = scene;
    page('/idle', IDLE);
    await visits(scene, async (stored) => {
      const visitor = await engine.visitor();
      page('/', { script });
      site.fault(fault);
      const tab = await scene.visitor(visitor);
      await tab.go();
      await tab.asked();
      const arrived = site.count('/arrived');
      await tab.click(control('accept-all'));
      const stays = await go(tab, scene, arrived);
      if (fault) {
        const next = stays ? tab : await scene.visitor(visitor);
        await next.go('/idle');
        assert.equal((await next.outbox()).length, 1);
        site.fault();
        page();
        await next.go();
      }
      await site.stored(stored);
      await visitor.end();
    });
  };

/** Reading all of the database takes a second. */
const SLOW_READING = `{
  const { getAll } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.getAll = function (...args) {
    const late = {};
    const end = performance.now() + 1000;
    const failed = (error) => { late.error = error; late.onerror(); };
    const hold = () => {
      const isLast = performance.now() > end;
      try {
        const request = isLast ? getAll.apply(this, args) : this.count();
        request.onsuccess = isLast ? () => { late.result = request.result; late.onsuccess(); } : hold;
        request.onerror = () => failed(request.error);
      } catch (error) {
        failed(error); // it gave way
      }
    };
    hold();
    return late;
  };
}`;

/** The widget is reading the database when the click comes, and the page navigates in its task. */
const clickWhileReading: Check = async (scene) => {
  const { site, page, asks } = scene;
  page('/idle', IDLE);
  const reads = `addEventListener('click', () => void timebotConsent.history(), true);`;
  const tab = await asks({ script: SLOW_READING + reads + NAVIGATES });
  await tab.evaluate('void timebotConsent.history().then(() => { window.read = true; })');
  await tab.until('window.read'); // the part that reads is there from now on
  site.fault(resets);
  await tab.click(control('accept-all'));
  await navigated(tab, scene, 0);
  assert.equal((await tab.outbox()).length, 1);
  site.fault();
  page();
  await tab.go();
  await site.stored(1);
};

/** Resolves when a frame has been painted, and the next begins: what was gone from the page before, a person does not see any more. */
const PAINTED = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

/**
 * The same with browsers that are killed as soon as the visitor can see that the click was taken. What has been written then
 * is all that the next one has.
 */
const clickAndDie =
  (fault?: Fault): Check =>
  async (scene) => {
    const { site, engine, page } = scene;
    const { own } = engine;
    assert.ok(own);
    page();
    await visits(scene, async (stored) => {
      const profile = createProfile();
      site.fault(fault);
      const victim = await own({ profile });
      const tab = await scene.visitor(victim);
      await tab.go();
      await tab.asked();
      await tab.accept();
      await tab.evaluate(PAINTED);
      await victim.kill();
      site.fault();
      const heir = await own({ profile });
      const later = await scene.visitor(heir);
      await later.go();
      const [record] = (await site.stored(stored)).slice(-1);
      assert.equal(record?.actor, 'person');
      await heir.end();
    });
  };

/** Yes on one page, withdrawn in another tab while it is frozen, and back to it as it was. */
const goesBack = async (scene: Scene, tab: Tab, elsewhere: Tab): Promise<void> => {
  const headers = { 'cache-control': 'no-cache' };
  // engines say in several ways that a page is back: here only the oldest is heard, which all of them have
  const script = `addEventListener('pageshow', ({ persisted }) => navigator.sendBeacon('/shown/' + persisted));
    const add = addEventListener;
    addEventListener = (type, ...rest) => void (/^(visibilitychange|resume)$/.test(type) || add.call(window, type, ...rest));`;
  scene.page('/', { script, headers, body: WITHOUT_FRAME });
  scene.page('/next', { script, headers, body: '', widget: '' });
  await tab.go();
  await accepts(scene, tab);
  await tab.acknowledged();
  await tab.quiet();
  await tab.evaluate(`void setTimeout(() => { location.href = '/next'; })`);
  // nothing is asked of a page on its way: an expression that reaches it frozen throws it out of the cache
  await scene.site.seen('/shown/false', 2);
  await elsewhere.go();
  await elsewhere.quiet();
  await elsewhere.withdraw();
  await scene.site.stored(2);
  await tab.evaluate('void setTimeout(() => history.back())');
  await scene.site.seen('/shown/true');
  await tab.until(`location.pathname === '/'`);
  await tab.until(`!timebotConsent.allows('ads')`);
};

export const leaving = {
  'click-navigate': clickAndGo(NAVIGATES, navigated),
  'click-navigate-endpoint-down': clickAndGo(NAVIGATES, navigated, resets),
  'click-navigate-answer-lost': clickAndGo(NAVIGATES, navigated, losesAnswer),
  'click-navigate-busy': clickAndGo(leaves(`location.href = '/idle'`, 300), navigated, resets),
  'click-navigate-reading': clickWhileReading,
  'click-reload': async (scene) => {
    const tab = await scene.asks({ script: leaves('location.reload()') });
    scene.site.fault(resets);
    scene.page();
    await tab.click(control('accept-all'));
    await tab.until(`order.length === 4`);
    assert.deepEqual(await tab.order(), REVIVED);
    scene.site.fault();
    await tab.acknowledged();
    assert.equal(scene.site.records().length, 1);
  },
  'click-close': clickAndGo('', closes),
  'click-close-endpoint-down': clickAndGo('', closes, resets),
  'click-close-no-answer': clickAndGo('', closes, hangs),
  'click-close-slow-preflight': async (scene) => {
    const { site, page } = scene;
    page('/', { widget: withConfig({}, otherEndpoint(site)) });
    page('/idle', IDLE);
    site.fault(async ({ request, response, collect }) => {
      if (request.method === 'OPTIONS') return; // nobody would live to see it answered
      const { status, headers, body } = await collect();
      response.writeHead(status, headers).end(body);
    });
    const tab = await scene.tab();
    const other = await scene.tab();
    await other.go('/idle');
    await tab.go();
    await tab.asked();
    await tab.click(control('reject-all'));
    await tab.close();
    await site.stored(1);
    assert.equal(
      site.count(({ method }) => method === 'OPTIONS'),
      0,
    );
  },
  'click-close-crowded': async (scene) => {
    const { site, page } = scene;
    // browsers open six connections to a host at most
    site.spoil(/^\/busy\//, hangs);
    page('/', {
      widget: withConfig({}, otherEndpoint(site)),
      script: `for (let i = 0; i < 12; i++) fetch('${new URL(site.otherEndpoint).origin}/busy/' + i).catch(() => {});`,
    });
    page('/idle', IDLE);
    const tab = await scene.tab();
    const other = await scene.tab();
    await other.go('/idle');
    await tab.go();
    await site.seen(({ path }) => path.startsWith('/busy/'), 6);
    await tab.asked();
    await tab.click(control('reject-all'));
    assert.equal(site.count('/consents'), 0, 'it waits for its turn');
    await tab.close();
    await site.stored(1);
  },
  'browser-killed': clickAndDie(),
  'browser-killed-endpoint-down': clickAndDie(resets),
  bfcache: async (scene) => {
    const { own } = scene.engine;
    const visitor = await own?.({ goesBack: true });
    const open = (): Promise<Tab> => (visitor ? scene.visitor(visitor) : scene.tab());
    await goesBack(scene, await open(), await open());
  },
  prerender: async (scene) => {
    const { site, page } = scene;
    const rules = { prerender: [{ source: 'list', urls: ['/next'], eagerness: 'immediate' }] };
    page('/', { widget: '', body: '', head: `<script type="speculationrules">${JSON.stringify(rules)}</script>` });
    const script = `addEventListener('load', () => navigator.sendBeacon('/state/' + typeof timebotConsent));`;
    page('/next', { script });
    const tab = await scene.tab();
    await tab.go();
    const { headers } = await site.seen('/next');
    assert.match(String(headers['sec-purpose']), /prerender/);
    assert.equal((await site.seen(({ path }) => path.startsWith('/state/'))).path, '/state/undefined', 'it waits');
    await tab.evaluate(`void (location.href = '/next')`);
    const activated = `performance.getEntriesByType('navigation')[0].activationStart`;
    await tab.until(`location.pathname === '/next' && ${activated} > 0`);
    await tab.asked();
    await accepts(scene, tab);
    assert.equal(site.count('/next'), 1);
  },
} satisfies Readonly<Record<string, Check>>;
