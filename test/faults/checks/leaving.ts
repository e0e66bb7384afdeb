/* The click is the last thing that a page sees: it navigates, closes, or its browser dies. And the way back. */
import assert from 'node:assert/strict';
import { GATED, hangs, losesAnswer, otherEndpoint, resets, withConfig, type Fault } from '../../e2e/site.js';
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

/** One visitor after the other. A measurement tells how many clicks were lost, not only that one was. */
const visits = async ({ site }: Scene, visit: (stored: number) => Promise<unknown>): Promise<void> => {
  const losses: unknown[] = [];
  for (let n = 0; n < CLICKS; n++) {
    await visit(site.records().length + 1).catch((error: unknown) => losses.push(error));
  }
  if (losses.length) throw new AggregateError(losses, `${losses.length} of ${CLICKS} clicks failed`);
};

/**
 * Visitors who click once and are gone. Where the endpoint works, the record arrives by itself; where it does not, it is in the
 * outbox, as the next page shows.
 */
const clickAndGo =
  (script: string, go: (tab: Tab) => Promise<unknown>, fault?: Fault): Check =>
  async (scene) => {
    const { site, engine, page } = scene;
    page('/idle', { widget: '', body: '' });
    await visits(scene, async (stored) => {
      const visitor = await engine.visitor();
      page('/', { script });
      site.fault(fault);
      const tab = await scene.visitor(visitor);
      await tab.go();
      await tab.asked();
      await tab.click(control('accept-all'));
      const stays = await go(tab);
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

const navigated = (tab: Tab): Promise<unknown> => tab.until(`location.pathname === '/idle'`);

const WRITTEN = `{
  const { commit } = IDBTransaction.prototype;
  IDBTransaction.prototype.commit = function () {
    this.addEventListener('complete', () => { window.written = true; });
    return commit.call(this);
  };
}`;

/**
 * The same with browsers that are killed. What is on disk then is all that the next one has. Until the database has told that
 * it has a click, that may still be on its way from the page's process to the one that writes.
 */
const clickAndDie =
  (fault?: Fault): Check =>
  async (scene) => {
    const { site, engine, page } = scene;
    const { own } = engine;
    assert.ok(own);
    page('/', { script: WRITTEN });
    await visits(scene, async (stored) => {
      const profile = createProfile();
      site.fault(fault);
      const victim = await own({ profile });
      const tab = await scene.visitor(victim);
      await tab.go();
      await tab.asked();
      await tab.accept();
      await tab.until('window.written');
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
  // without a frame, which keeps Chromium from keeping the page
  const body = GATED.replace(/<iframe.*/, '');
  // engines say in several ways that a page is back: here only the oldest is heard, which all of them have
  const script = `addEventListener('pageshow', ({ persisted }) => navigator.sendBeacon('/shown/' + persisted));
    const add = addEventListener;
    addEventListener = (type, ...rest) => void (/^(visibilitychange|resume)$/.test(type) || add.call(window, type, ...rest));`;
  scene.page('/', { script, headers, body });
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
  'click-close': clickAndGo('', (tab) => tab.close()),
  'click-close-endpoint-down': clickAndGo('', (tab) => tab.close(), resets),
  'click-close-no-answer': clickAndGo('', (tab) => tab.close(), hangs),
  'click-close-slow-preflight': async (scene) => {
    const { site, page } = scene;
    page('/', { widget: withConfig({}, otherEndpoint(site)) });
    page('/idle', { widget: '', body: '' });
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
