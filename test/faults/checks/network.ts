/* The way to the endpoint, and its answers. */
import assert from 'node:assert/strict';
import { clockAhead } from '../../e2e/probes.js';
import {
  answers,
  hangs,
  html,
  losesAnswer,
  otherEndpoint,
  resets,
  withConfig,
  withoutCors,
  type Fault,
} from '../../e2e/site.js';
import { ALL, HASTY, type Check, type Tab } from '../scene.js';
import { arrivesLater, arrivesNextDay } from './flows.js';

const SECOND = 1000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const acceptsAnyhow = async (tab: Tab): Promise<void> => {
  await tab.accept();
  assert.deepEqual(await tab.ran(ALL.length), ALL, 'the choice holds all the same');
};

/** The endpoint cannot just now: the record waits, and arrives once. */
const pauses =
  (...faults: readonly Fault[]): Check =>
  async (scene) => {
    const { site } = scene;
    const [first, ...others] = faults;
    site.fault(first);
    const tab = await scene.asks();
    await acceptsAnyhow(tab);
    assert.equal(await tab.delivery(), 'pending');
    assert.equal((await tab.outbox()).length, 1);
    for (const fault of others) {
      const sent = site.count('/consents');
      site.fault(fault);
      // each on a page that is past the pause
      scene.page('/', { script: clockAhead(10 * 60 * SECOND * (1 + others.indexOf(fault))) });
      await tab.go();
      await site.seen('/consents', sent + 1);
      assert.equal(await tab.delivery(), 'pending');
    }
    site.fault();
    scene.page('/', { script: clockAhead(DAY / 2) });
    await tab.go();
    await tab.acknowledged();
    assert.equal(site.records().length, 1);
    assert.deepEqual(await tab.outbox(), []);
  };

/** The endpoint refuses: kept, told, not sent before `wait` milliseconds, and sent then. */
const refuses =
  (delivery: 'dead' | 'misdirected' | 'pending', wait: number, first: Fault, ...others: readonly Fault[]): Check =>
  async (scene) => {
    const { site } = scene;
    site.fault(first);
    const tab = await scene.asks();
    await tab.settled();
    await acceptsAnyhow(tab);
    assert.equal(await tab.delivery(), delivery);
    assert.equal((await tab.outbox()).length, 1);
    if (delivery !== 'pending') await tab.warned(delivery === 'dead' ? 'sent again daily' : 'sent again hourly');

    let now = wait - 60 * SECOND;
    const sent = site.count('/consents');
    scene.page('/', { script: clockAhead(now) });
    await tab.go();
    await tab.quiet();
    await tab.drained();
    assert.equal(site.count('/consents'), sent, 'not yet');

    for (const fault of others) {
      site.fault(fault);
      now += wait + 60 * SECOND;
      scene.page('/', { script: clockAhead(now) });
      const before = site.count('/consents');
      await tab.go();
      await site.seen('/consents', before + 1);
      await tab.drained();
      assert.equal((await tab.outbox()).length, 1);
    }
    site.fault();
    now += wait + 120 * SECOND;
    scene.page('/', { script: clockAhead(now) });
    await tab.go();
    await tab.acknowledged();
    assert.equal(site.records().length, 1);
    assert.deepEqual(await tab.outbox(), []);
  };

export const network = {
  offline: async (scene) => {
    const tab = await scene.asks({
      script: `window.heeded = [];
        const add = addEventListener;
        addEventListener = function (type, ...rest) { heeded.push(type); add.call(this, type, ...rest); };`,
    });
    await tab.until(`heeded.includes('online')`);
    const comesBack = await scene.site.down();
    await tab.reject();
    assert.equal(await tab.delivery(), 'pending');
    assert.deepEqual(scene.site.records(), []);
    assert.equal((await tab.outbox()).length, 1);
    await comesBack();
    // what delivers could not be loaded either; by itself that is tried again in half a minute, when nobody waits any more
    await tab.evaluate(`void dispatchEvent(new Event('online'))`);
    await arrivesLater(scene, tab);
  },
  'offline-chunks-missing': async (scene) => {
    // the network goes before what delivers has come
    scene.site.spoil(/^\/outbox-/, resets);
    scene.site.fault(resets);
    const tab = await scene.asks();
    await tab.settled();
    await tab.reject();
    await scene.site.seen(({ path }) => path.startsWith('/outbox-'));
    assert.equal(await tab.delivery(), 'pending');
    assert.equal((await tab.outbox()).length, 1);
  },
  dns: async (scene) => {
    const widget =
      '<script src="/timebot-consent.js" data-endpoint="http://no-such-host.invalid/consents" async></script>';
    const tab = await scene.asks({ widget: withConfig({}, widget) });
    await acceptsAnyhow(tab);
    assert.equal(await tab.delivery(), 'pending');
    scene.page('/', { script: clockAhead(HOUR) });
    await tab.go();
    await arrivesLater(scene, tab);
  },
  reset: async (scene) => {
    scene.site.fault(resets);
    const tab = await scene.asks();
    await acceptsAnyhow(tab);
    assert.equal(await tab.delivery(), 'pending');
    await arrivesLater(scene, tab);
  },
  'answer-lost': async (scene) => {
    scene.site.fault(losesAnswer);
    const tab = await scene.asks();
    await acceptsAnyhow(tab);
    assert.equal(await tab.delivery(), 'pending');
    await arrivesLater(scene, tab);
  },
  'answer-breaks-off': async (scene) => {
    scene.site.fault(async ({ response, collect }) => {
      const { status, headers, body } = await collect();
      response.writeHead(status, { ...headers, 'content-length': String(body.length + 100) }).write(body);
      setTimeout(() => response.destroy(), 50);
    });
    const tab = await scene.asks();
    await acceptsAnyhow(tab);
    assert.equal(await tab.delivery(), 'pending');
    await arrivesLater(scene, tab);
  },
  'no-answer': async (scene) => {
    scene.site.fault(hangs);
    const tab = await scene.asks({ script: HASTY });
    await acceptsAnyhow(tab); // nothing that a visitor sees waits for it
    assert.equal(await tab.delivery(), 'pending');
    await arrivesNextDay(scene, tab);
  },
  'answer-late': async (scene) => {
    // longer than the widget waits: what it gave up has been stored all the same
    const late: (() => void)[] = [];
    scene.site.fault(async ({ response, collect }) => {
      const { status, headers, body } = await collect();
      late.push(() => void response.writeHead(status, headers).end(body));
    });
    const tab = await scene.asks({ script: HASTY });
    await acceptsAnyhow(tab);
    assert.equal(await tab.delivery(), 'pending');
    for (const answer of late) answer();
    await arrivesNextDay(scene, tab);
  },
  cors: async (scene) => {
    scene.site.fault(withoutCors);
    const tab = await scene.asks({ widget: withConfig({}, otherEndpoint(scene.site)) });
    await acceptsAnyhow(tab);
    assert.equal(await tab.delivery(), 'pending');
    await arrivesLater(scene, tab);
  },
  'keepalive-quota': async (scene) => {
    // the page itself has used up what an engine allows for requests that outlive it: 64 KiB, to the last hundred bytes
    const tab = await scene.asks({
      script: `addEventListener('click', () => {
        for (const size of [8000, 100]) for (let i = 0; i < 16; i++)
          fetch('/ran/necessary', { method: 'POST', keepalive: true, body: 'x'.repeat(size) }).catch(() => {});
      }, true);`,
    });
    await acceptsAnyhow(tab);
    await tab.acknowledged();
    const only = `events.every(({ type, detail }) => type !== 'delivery' || detail.delivery === 'acknowledged')`;
    assert.equal(await tab.evaluate(only), true, 'no second attempt was needed');
    assert.equal(scene.site.records().length, 1);
  },
  'fetch-throws': async (scene) => {
    // at the click, and again when what delivers tries
    const tab = await scene.asks({
      script: `window.calls = 0;
        const own = fetch;
        window.fetch = (...args) => { if ((calls += 1) < 3) throw new Error('the page’s own'); return own(...args); };`,
    });
    await acceptsAnyhow(tab);
    assert.equal(await tab.delivery(), 'pending');
    assert.equal((await tab.outbox()).length, 1);
    await arrivesLater(scene, tab);
    assert.equal(await tab.evaluate('calls'), 3);
  },
  'csp-connect': async (scene) => {
    const tab = await scene.asks({ headers: { 'content-security-policy': `connect-src 'none'` } });
    await acceptsAnyhow(tab);
    assert.equal(await tab.delivery(), 'pending');
    scene.page();
    await tab.go();
    await arrivesLater(scene, tab);
  },
  'captive-portal': refuses('misdirected', HOUR, html),
  redirect: async (scene) => {
    const location = '/elsewhere';
    await refuses('misdirected', HOUR, answers(302, { location }), answers(307, { location }))(scene);
    assert.equal(scene.site.count(location), 0);
  },
  'not-there': refuses('misdirected', HOUR, answers(404), answers(405), answers(410)),
  'not-allowed': refuses('misdirected', HOUR, answers(401), answers(403)),
  'other-success': refuses('misdirected', HOUR, answers(204, {}, ''), answers(202)),
  'wrong-id': refuses(
    'misdirected',
    HOUR,
    answers(200, {}, '{"id":"00000000-0000-4000-8000-000000000000"}'),
    answers(201, {}, '{"ok":true}'),
    answers(200, {}, 'null'),
  ),
  'refused-record': refuses('dead', DAY, answers(400), answers(413), answers(415), answers(422)),
  conflict: refuses('dead', DAY, answers(409)),
  'server-error': pauses(
    answers(500, { 'content-type': 'text/html' }, '<h1>Oops</h1>'),
    answers(502),
    answers(503),
    answers(504),
  ),
  'too-many': pauses(answers(429), answers(408), answers(425)),
  'retry-after': refuses(
    'pending',
    120 * SECOND,
    answers(503, { 'retry-after': '120' }),
    answers(429, { 'retry-after': '120' }),
  ),
  'retry-after-nonsense': pauses(
    answers(429, { 'retry-after': 'tomorrow' }),
    answers(503, { 'retry-after': '-5' }),
    answers(503, { 'retry-after': '0' }),
  ),
  'retry-after-for-ever': async (scene) => {
    scene.site.fault(answers(429, { 'retry-after': '99999999999' }));
    const tab = await scene.asks();
    await tab.reject();
    assert.equal(await tab.delivery(), 'pending');
    scene.site.fault();
    scene.page('/', { script: clockAhead(DAY + 60 * SECOND) });
    await tab.go();
    await tab.acknowledged();
    assert.equal(scene.site.records().length, 1);
  },
  'seen-before': async (scene) => {
    // stored by the first POST, whose answer is lost; the second is answered 200
    const given: number[] = [];
    scene.site.fault(async ({ request, response, collect }) => {
      const { status, headers, body } = await collect();
      if (given.push(status) === 1) request.socket.destroy();
      else response.writeHead(status, headers).end(body);
    });
    const tab = await scene.asks();
    await acceptsAnyhow(tab);
    await tab.acknowledged();
    assert.deepEqual(given.slice(0, 2), [201, 200]);
    assert.equal(scene.site.records().length, 1);
  },
  'no-endpoint': async (scene) => {
    const tab = await scene.asks({ widget: withConfig({}, '<script src="/timebot-consent.js" async></script>') });
    await acceptsAnyhow(tab);
    await tab.warned('"endpoint"');
    assert.equal((await tab.outbox()).length, 1);
    scene.page();
    await tab.go();
    await arrivesLater(scene, tab);
  },
  'bad-endpoint': async (scene) => {
    // oxlint-disable-next-line no-script-url -- that is the fault
    for (const endpoint of ['javascript:alert(1)', 'http://', 'data:text/plain,x']) {
      scene.page(`/${endpoint.slice(0, 4)}`, {
        widget: withConfig({ endpoint }, '<script src="/timebot-consent.js" async></script>'),
      });
    }
    const tab = await scene.tab();
    await tab.go('/java');
    await tab.asked();
    await acceptsAnyhow(tab);
    assert.equal((await tab.outbox()).length, 1);
    for (const path of ['/http', '/data']) {
      await tab.go(path);
      await tab.quiet();
      assert.equal((await tab.outbox()).length, 1);
    }
    scene.page('/', { script: clockAhead(DAY * 2) });
    await tab.go();
    await arrivesLater(scene, tab);
  },
} satisfies Readonly<Record<string, Check>>;
