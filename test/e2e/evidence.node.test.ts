/*
 * The evidence: the record in the database says exactly what was shown and chosen, and arrives exactly once.
 * Alone: npm run build && npx tsx --test test/e2e/evidence.node.test.ts (DIST=<folder> for another build)
 * One test: … --test-name-pattern "what the test is called"
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../src/entry/version.js';
import type { Notice } from '../../src/record/notice.js';
import type { FirstLayer, FurtherLayers } from '../../src/locales/texts.js';
import {
  WIDGET,
  answers,
  DIST,
  GATED,
  hangs,
  losesAnswer,
  resets,
  withConfig,
  withoutCors,
  type Fault,
} from './site.js';
import { control, scenario, suite, type Tab } from './visitor.js';

interface PublishedNotice {
  readonly hash: string;
  readonly notice: Notice & { readonly texts: { readonly first: FirstLayer; readonly further?: FurtherLayers } };
}

const notices: readonly PublishedNotice[] = JSON.parse(readFileSync(join(DIST, 'notices.json'), 'utf8'));

/** The published notice of a hash, found without the widget's own code. */
const noticeOf = (hash: string | undefined): PublishedNotice['notice'] => {
  const found = notices.find((entry) => entry.hash === hash);
  assert.ok(found, `${hash} is in notices.json`);
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted)
      : typeof value === 'object' && value
        ? Object.fromEntries(
            Object.entries(value)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([key, part]) => [key, sorted(part)]),
          )
        : value;
  const text = JSON.stringify(sorted(found.notice));
  assert.equal(createHash('sha256').update(text).digest('hex'), hash, 'the hash is that of the published notice');
  return found.notice;
};

const monthsAfter = (time: string, months: number): string => {
  const date = new Date(time);
  date.setUTCMilliseconds(0);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString();
};

const bodyAt = (kept: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.getOwnPropertyDescriptor(Object(kept[key]), 'body')?.value;

const keysOf = async (tab: Tab, prefix: string): Promise<readonly string[]> =>
  Object.keys(await tab.kept()).filter((key) => key.startsWith(prefix));

/** Waits of half a minute and more are a hundred times shorter. */
const HASTY = `{
  const wait = setTimeout;
  setTimeout = (run, ms, ...args) => wait(run, ms >= 30_000 ? ms / 100 : ms, ...args);
}`;

suite('evidence', () => {
  scenario('the record says exactly what was shown and chosen', async ({ site, tab }) => {
    site.page('/', { widget: WIDGET });
    const visitor = await tab();
    await visitor.go();
    await visitor.asked();
    const shown = (await visitor.text()).replace(/\s+/g, ' ');
    const before = Date.now();
    await visitor.accept();
    const [record] = await site.stored(1);
    const after = Date.now();
    assert.ok(record);

    const { id, subject, at, notice } = record;
    const { policy, texts } = noticeOf(notice.hash);
    assert.deepEqual(record, {
      v: 1,
      kind: 'decision',
      id,
      subject,
      seq: 1,
      prev: null,
      site: site.origin,
      action: 'given',
      actor: 'person',
      gpc: false,
      at,
      expires: monthsAfter(at, 12),
      policy: { id: 'timebot', edition: '2019-01-01', hash: policy.hash, accepted: true },
      notice: { lang: 'ru', layer: 'banner', hash: notice.hash },
      purposes: { necessary: true, personalisation: true, telemetry: true },
      services: {},
      operator: { name: 'ИП Джаикбаев А.М.', id: '520224300214' },
      transfer: { thirdParties: false, crossBorder: [], publication: false },
      data: ['ip', 'cookie', 'browser', 'time', 'page'],
      widget: version,
    });
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.match(subject, /^[0-9a-f]{32}$/);
    assert.ok(Date.parse(at) >= before && Date.parse(at) <= after, at);

    // the notice is what the visitor had before the eyes
    const { ui, policy: said } = texts.first;
    for (const text of [ui.title, said.summary, ui.rejects, ui.later, ui.acceptAll, ui.rejectAll, ui.customise]) {
      assert.ok(shown.includes(text), text);
    }
    for (const name of ['personalisation', 'telemetry']) assert.ok(shown.includes(said.purposes[name] ?? '?'));
    assert.ok(
      shown.includes(record.operator.name) && shown.includes(record.operator.id) && shown.includes('01.01.2019'),
    );

    // one serialisation: kept, posted and stored as the same bytes
    await visitor.acknowledged();
    const [bytes] = site.bytes();
    assert.equal(bodyAt(await visitor.kept(), `record/${id}`), bytes);
    assert.equal((await site.seen('/consents')).body, bytes);
    assert.deepEqual(await keysOf(visitor, 'outbox/'), []);
  });

  scenario('preferences in another language, services and recipients are in the record', async ({ site, tab }) => {
    const config = {
      purposes: { ads: { recipients: [{ name: 'Ads Ltd', country: 'US' }] } },
      services: [
        { id: 'counter', purpose: 'telemetry', name: 'Counter', recipient: 'Counter GmbH', country: 'DE' },
        { id: 'local', purpose: 'telemetry', recipient: 'Local LLP', country: 'KZ' },
      ],
      months: { granted: 3 },
    };
    site.page('/', { widget: withConfig(config) });
    const visitor = await tab();
    await visitor.go();
    await visitor.press(control('settings'));
    await visitor.press('timebot-consent >>> dialog [lang="kk"]');
    await visitor.visible('timebot-consent >>> dialog[lang="kk"]');
    const shown = await visitor.text();
    for (const name of ['Ads Ltd', 'Counter GmbH', 'Local LLP']) assert.ok(shown.includes(name), name);
    await visitor.press('timebot-consent >>> input[name="telemetry"]');
    await visitor.press('timebot-consent >>> input[name="policy"]');
    await visitor.press(control('save'));
    const [record] = await site.stored(1);
    assert.deepEqual(record?.purposes, { necessary: true, personalisation: false, telemetry: true, ads: false });
    assert.deepEqual(record?.services, { counter: true, local: true });
    assert.deepEqual(record?.transfer, { thirdParties: true, crossBorder: ['DE'], publication: false });
    assert.deepEqual([record?.notice.lang, record?.notice.layer], ['kk', 'preferences']);
    assert.equal(record?.policy.accepted, true);
    assert.equal(record?.expires, monthsAfter(record?.at ?? '', 3));
    assert.ok(!notices.some(({ hash }) => hash === record?.notice.hash), 'this offer is no other site’s');
  });

  scenario('the preferences’ notice of the default embed is published too', async ({ site, tab }) => {
    site.page('/', { lang: 'en', widget: WIDGET });
    const visitor = await tab();
    await visitor.go();
    await visitor.press(control('settings'));
    await visitor.visible(control('save'));
    const shown = (await visitor.text()).replace(/\s+/g, ' ');
    await visitor.press(control('save'));
    const [record] = await site.stored(1);
    const { lang, layer, texts } = noticeOf(record?.notice.hash);
    assert.deepEqual([lang, layer], ['en', 'preferences']);
    const { further } = texts;
    assert.ok(further);
    const said = [further.ui.title, further.ui.acceptPolicyHint, further.policy.term, further.policy.rights];
    for (const text of [...said, ...Object.values(further.policy.data)]) assert.ok(shown.includes(text), text);
  });

  scenario('a refusal is recorded, with Global Privacy Control and a term of six months', async ({ site, tab }) => {
    site.page('/');
    const visitor = await tab(`Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { value: true })`);
    await visitor.go();
    await visitor.reject();
    const [record] = await site.stored(1);
    assert.ok(record);
    assert.deepEqual(record.purposes, { necessary: true, personalisation: false, telemetry: false, ads: false });
    assert.deepEqual([record.action, record.policy.accepted, record.gpc], ['refused', false, true]);
    assert.equal(record.expires, monthsAfter(record.at, 6));
  });

  scenario('decisions make a chain: same subject, next number, the id of the one before', async ({ site, tab }) => {
    site.page('/', { body: '<a data-consent-open href="#">Cookies</a>' });
    const visitor = await tab();
    await visitor.go();
    await visitor.reject();
    await site.stored(1);
    await visitor.event('delivery');
    await visitor.go();
    await visitor.quiet();
    await visitor.press('a[data-consent-open]');
    await visitor.press(control('accept-all'));
    const [first, second] = await site.stored(2);
    assert.equal(second?.seq, 2);
    assert.equal(second?.prev, first?.id);
    assert.equal(second?.subject, first?.subject);
    assert.notEqual(second?.id, first?.id);
    assert.equal(second?.action, 'given');
  });

  scenario(
    'same origin: JSON with cookies; no custom headers, and the subject is in no address',
    async ({ site, tab }) => {
      site.page('/');
      const visitor = await tab();
      await visitor.go();
      await visitor.accept();
      const [record] = await site.stored(1);
      const { headers } = await site.seen('/consents');
      assert.equal(headers['content-type'], 'application/json');
      assert.match(headers.cookie ?? '', /timebot_consent=/);
      assert.equal(headers.origin, site.origin);
      assert.deepEqual(
        Object.keys(headers).filter((name) => name.startsWith('x-')),
        [],
      );
      assert.ok(!site.log.some(({ path }) => path.includes(record?.subject ?? '?')));
    },
  );

  scenario('another origin: plain text without cookies, so no preflight', async ({ site, tab }) => {
    site.page('/', {
      widget: `<script src="/timebot-consent.js" data-endpoint="${site.otherEndpoint}" async></script>`,
    });
    const visitor = await tab();
    await visitor.go();
    await visitor.accept();
    await site.stored(1);
    await visitor.acknowledged();
    assert.equal(
      site.count(({ method }) => method === 'OPTIONS'),
      0,
    );
    const { headers } = await site.seen('/consents');
    assert.equal(headers['content-type'], 'text/plain;charset=UTF-8');
    assert.equal(headers.cookie, undefined);
  });

  const outages: readonly (readonly [name: string, fault: Fault, other?: boolean])[] = [
    ['the connection breaks', resets],
    ['the endpoint answers 503', answers(503)],
    ['the record is stored but the answer is lost', losesAnswer],
    ['the record is stored but the answer may not be read (CORS)', withoutCors, true],
  ];
  for (const [name, fault, other] of outages) {
    const endpointOf = (otherEndpoint: string): string =>
      withConfig(
        {},
        `<script src="/timebot-consent.js" data-endpoint="${other ? otherEndpoint : '/consents'}" async></script>`,
      );

    scenario(`${name}: the record arrives once, from the same page`, async ({ site, tab }) => {
      site.page('/', { body: GATED, widget: endpointOf(site.otherEndpoint) });
      site.fault(fault);
      const visitor = await tab();
      await visitor.go();
      await visitor.accept();
      assert.equal(Object(await visitor.event('delivery')).delivery, 'pending');
      assert.equal((await visitor.ran(4)).length, 4, 'what was granted does not wait for the endpoint');
      assert.equal((await keysOf(visitor, 'outbox/')).length, 1);

      site.fault();
      await visitor.acknowledged();
      assert.equal(site.records().length, 1);
      assert.deepEqual(await keysOf(visitor, 'outbox/'), []);
      assert.equal(bodyAt(await visitor.kept(), `record/${site.records()[0]?.id}`), site.bytes()[0]);
    });

    scenario(`${name}: the record arrives once, from the next page`, async ({ site, tab }) => {
      site.page('/', { widget: endpointOf(site.otherEndpoint) });
      site.fault(fault);
      const visitor = await tab();
      await visitor.go();
      await visitor.reject();
      await visitor.event('delivery');
      await visitor.page.goto('about:blank');

      site.fault();
      await visitor.go();
      await visitor.acknowledged();
      assert.equal(site.records().length, 1);
      assert.equal(site.records()[0]?.action, 'refused');
      assert.deepEqual(await keysOf(visitor, 'outbox/'), []);
    });
  }

  scenario('offline at the click, online later: the record arrives once', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    const visitor = await tab(HASTY);
    await visitor.go();
    await visitor.asked();
    await visitor.compared();
    await visitor.page.setOfflineMode(true);
    await visitor.press(control('reject-all'));
    await visitor.gone(control('reject-all'));
    assert.equal(site.count('/consents'), 0);
    assert.equal(Object(await visitor.event('delivery')).delivery, 'pending');
    assert.deepEqual(site.records(), []);
    await visitor.page.setOfflineMode(false);
    await visitor.acknowledged();
    assert.equal(site.records().length, 1);
    assert.deepEqual(await keysOf(visitor, 'outbox/'), []);
  });

  scenario('the database is given a click before any other work of its task', async ({ site, tab }) => {
    const head = `<script>
      window.work = [];
      const { commit } = IDBTransaction.prototype;
      IDBTransaction.prototype.commit = function () {
        work.push('database', document.cookie);
        return commit.call(this);
      };
      const post = fetch;
      fetch = (url, init) => {
        if (init.method === 'POST') work.push('endpoint');
        return post(url, init);
      };
    </script>`;
    site.page('/', { head });
    const visitor = await tab();
    await visitor.go();
    await visitor.asked();
    await visitor.press(control('accept-all'));
    await site.stored(1);
    assert.deepEqual(await visitor.page.evaluate('work'), ['database', '', 'endpoint']);
  });

  const leavings: readonly (readonly [name: string, fault: Fault | undefined, busy?: number])[] = [
    ['click, then navigate in the same task', undefined],
    ['click, then navigate in the same task of a busy page, endpoint down', resets, 300],
    ['click, then navigate in the same task, endpoint down', resets],
    ['click, then navigate in the same task, answer lost', losesAnswer],
  ];
  for (const [name, fault, busy = 0] of leavings) {
    scenario(`${name}: the record arrives once`, async ({ site, tab }) => {
      // a page that goes on working after the click leaves the database no time of its own
      const leave = `<script>addEventListener('click', () => {
        location.href = '/next';
        for (const end = performance.now() + ${busy}; performance.now() < end; );
      });</script>`;
      site.page('/', { head: leave, body: GATED });
      site.page('/next', { body: GATED });
      site.fault(fault);
      const visitor = await tab();
      await visitor.go();
      await visitor.asked();
      await Promise.all([visitor.page.waitForNavigation(), visitor.press(control('accept-all'))]);
      site.fault();
      assert.equal(await visitor.page.evaluate(() => location.pathname), '/next');
      await visitor.quiet();
      assert.equal((await visitor.ran(4)).length, 4);
      const [record] = await site.stored(1);
      assert.equal(record?.actor, 'person');
      assert.equal(bodyAt(await visitor.kept(), `record/${record?.id}`), site.bytes()[0]);
      assert.equal(site.records().length, 1);
    });
  }

  scenario(
    'click, then the page freezes in the same task and is closed, endpoint down: the record arrives',
    async (world) => {
      const { site, tab } = world;
      // what needs an answer from the database before it writes would never get it here
      site.page('/', { head: "<script>addEventListener('click', () => { for (;;); })</script>" });
      site.page('/next');
      site.fault(resets);
      const visitor = await tab();
      const next = await tab();
      await visitor.go();
      await visitor.asked();
      const press = visitor.press(control('reject-all')).catch(() => undefined); // the page never says that it was clicked
      await site.seen('/consents');
      await visitor.page.close();
      await press;

      site.fault();
      await next.go('/next');
      await next.acknowledged();
      assert.equal(site.records()[0]?.action, 'refused');
      assert.equal(site.records().length, 1);
    },
  );

  scenario('the tab closes while the record is sent again: the next page sends it', async ({ site, tab }) => {
    site.page('/');
    site.fault(answers(503));
    const visitor = await tab();
    await visitor.go();
    await visitor.reject();
    await visitor.event('delivery');
    site.fault(hangs);
    await site.seen('/consents', 2);
    await visitor.page.close();

    site.fault();
    const next = await tab();
    await next.go();
    await next.acknowledged();
    assert.equal(site.records().length, 1);
    assert.deepEqual(await keysOf(next, 'outbox/'), []);
  });

  scenario('click, then the tab closes: the record arrives', async ({ site, tab }) => {
    site.page('/');
    const visitor = await tab();
    const other = await tab();
    await visitor.go();
    await visitor.asked();
    await visitor.page.evaluate(() => addEventListener('click', () => setTimeout(() => window.close())));
    const release = site.hold('/consents');
    await visitor.press(control('reject-all'));
    await site.seen('/consents');
    await visitor.page.close();
    release();
    assert.equal((await site.stored(1)).length, 1);
    await other.go();
    await other.quiet();
  });

  scenario('a page whose <base> leads to another origin: its records go to its own', async ({ site, tab }) => {
    const other = new URL(site.otherEndpoint).origin;
    site.page('/', {
      head: `<base href="${other}/elsewhere/">`,
      widget: WIDGET.replace('src="', `src="${site.origin}`),
    });
    const visitor = await tab();
    await visitor.go();
    await visitor.reject();
    const { headers } = await site.seen('/consents');
    assert.equal(`http://${headers.host}`, site.origin);
    assert.equal(headers['content-type'], 'application/json');
    await visitor.acknowledged();
  });
});
