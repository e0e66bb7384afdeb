/*
 * Bad input and faults: the page works, the gate stays closed where in doubt, no click is lost, and the owner is told what to
 * do. (That no page ever throws is checked in every test: see visitor.ts.)
 * Alone: npm run build && npx tsx --test test/e2e/bad-input.node.test.ts (DIST=<folder> for another build)
 * One test: … --test-name-pattern "what the test is called"
 */
import assert from 'node:assert/strict';
import { ADS, answers, GATED, hangs, html, redirects, resets, withConfig, WIDGET, type Fault } from './site.js';
import { clockAhead, control, scenario, suite, type Tab } from './visitor.js';

const SECOND = 1000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ALL = ['necessary', 'telemetry', 'ads', 'ads-inline'];
const REVIVED = ['telemetry', 'ads', 'ads-inline', 'necessary'];
/** Where a config that says nothing of ads is in force, they are not on offer. */
const REVIVED_WITHOUT_ADS = ['telemetry', 'necessary'];

/** Puts values into the widget's database, as a page's own script or a damaged disk may. */
const put = (tab: Tab, values: Readonly<Record<string, unknown>>): Promise<void> =>
  tab.page.evaluate(
    (rows) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('timebot-consent-1');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('consent', 'readwrite');
          for (const [key, value] of rows) transaction.objectStore('consent').put(value, key);
          transaction.oncomplete = () => {
            opening.result.close();
            done();
          };
          transaction.onerror = () => failed(transaction.error ?? new Error('put'));
        };
      }),
    Object.entries(values),
  );

const field = (value: unknown, key: string): unknown => Object.getOwnPropertyDescriptor(Object(value), key)?.value;

const outboxOf = async (tab: Tab): Promise<readonly unknown[]> =>
  Object.entries(await tab.kept()).flatMap(([key, value]) => (key.startsWith('outbox/') ? [value] : []));

/** The widget asks, and the answer counts. */
const assertWorks = async (visitor: Tab, count = 4): Promise<void> => {
  await visitor.asked();
  await visitor.accept();
  assert.equal((await visitor.ran(count)).length, count);
};

const COOKIES_REFUSED = `Object.defineProperty(Document.prototype, 'cookie', { configurable: true, get: () => '', set() {} });`;
const COOKIES_THROW = `Object.defineProperty(Document.prototype, 'cookie', { configurable: true,
  get() { throw new DOMException('denied', 'SecurityError'); }, set() { throw new DOMException('denied', 'SecurityError'); } });`;
const DATABASE_THROWS = `Object.defineProperty(window, 'indexedDB', { configurable: true,
  get() { throw new DOMException('denied', 'SecurityError'); } });`;
const DATABASE_ABSENT = `Object.defineProperty(window, 'indexedDB', { configurable: true, value: undefined });`;
const DATABASE_REFUSES = `IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); };`;
const DATABASE_FAILS = `IDBFactory.prototype.open = () => {
  const request = new EventTarget();
  request.error = new DOMException('A mutation operation was attempted on a database that did not allow mutations.', 'InvalidStateError');
  setTimeout(() => request.onerror?.(new Event('error')));
  return request;
};`;
const DATABASE_HANGS = `IDBFactory.prototype.open = () => new EventTarget();`;
const DISK_FULL = `IDBObjectStore.prototype.put = function () { throw new DOMException('full', 'QuotaExceededError'); };`;

suite('bad input', () => {
  const json = (text: string): string =>
    `<script type="application/json" data-timebot-consent>${text}</script>${WIDGET}`;

  for (const text of ['{ "lang": "en", }', '', 'null', '[]', '"en"', '7']) {
    scenario(
      `inline JSON that is no config (${text}): it asks, but grants nothing on this page`,
      async ({ site, tab }) => {
        site.page('/', { body: GATED, widget: json(text) });
        const visitor = await tab();
        await visitor.go();
        await visitor.accept();
        const [record] = await site.stored(1);
        assert.equal(record?.action, 'given');
        await visitor.event('delivery');
        await visitor.quiet();
        assert.deepEqual(await visitor.order(), ['necessary']);
        assert.equal(await visitor.allows('ads'), false);
        assert.match(await visitor.warned(/inline JSON/), /correct/);

        site.page('/', { body: GATED, widget: json('{}') });
        await visitor.go();
        assert.deepEqual(await visitor.ran(2), REVIVED_WITHOUT_ADS, 'the choice counts as soon as the config is right');
      },
    );
  }

  scenario('inline JSON with names of every object’s own properties: they are no settings', async ({ site, tab }) => {
    site.page('/', {
      body: GATED,
      widget: json('{"__proto__": {"endpoint": "/evil"}, "constructor": 1, "toString": 2}'),
    });
    const visitor = await tab();
    await visitor.go();
    await assertWorks(visitor, 2);
    await site.stored(1);
    assert.equal(site.count('/evil'), 0);
  });

  scenario('an unknown purpose in the markup stays closed, with one warning', async ({ site, tab }) => {
    site.page('/', {
      body: `
        <script type="text/plain" data-consent="adds">ran('adds')</script>
        <script type="text/plain" data-consent="adds" src="/tag/adds.js"></script>
        <script type="text/plain" data-consent="">ran('empty')</script>
        <script type="text/plain" data-consent="constructor">ran('constructor')</script>
        <script type="text/plain" data-consent="__proto__">ran('proto')</script>
        <script type="text/plain" data-consent="policy">ran('policy')</script>
        <iframe data-consent="adds" data-src="/frame/adds"></iframe>
        <img data-consent="adds" data-src="/pixel/adds" alt="">${GATED}`,
    });
    const visitor = await tab();
    await visitor.go();
    await visitor.accept();
    assert.deepEqual(await visitor.ran(4), ALL);
    await visitor.quiet();
    assert.match(await visitor.warned(/"adds"/), /correct data-consent/);
    assert.equal(visitor.warnings.filter((text) => text.includes('"adds"')).length, 1);
    for (const path of ['/tag/adds.js', '/frame/adds', '/pixel/adds']) assert.equal(site.count(path), 0, path);
    assert.deepEqual(await visitor.order(), ALL);
    assert.equal(await visitor.allows('adds'), false);
  });

  const flaws: readonly (readonly [config: unknown, key: string, value: string, remedy: RegExp])[] = [
    [{ layot: 'box' }, 'layot', 'unknown', /known are .*layout/],
    [{ layout: 'floating' }, 'layout', 'floating', /bar\|box/],
    [{ lang: 7 }, 'lang', '7', /make it/],
    [{ months: { granted: 99 } }, 'months.granted', '99', /1 to 24/],
    [{ months: 12 }, 'months', '12', /object/],
    [{ services: {} }, 'services', '{}', /list/],
    [{ services: [{ id: 'Bad Id', purpose: 'ads' }] }, 'services[0].id', 'Bad Id', /a-z/],
    [{ services: [{ id: 'pixel', purpose: 'adds' }] }, 'pixel', 'adds', /known are .*ads/],
    [{ services: [{ id: 'ads', purpose: 'ads' }] }, 'ads', 'ads', /id of its own/],
    [{ purposes: { adds: {} } }, 'purposes.adds', 'unknown', /known are .*ads/],
    [{ cookieDomain: 'https://timebot.kz' }, 'cookieDomain', 'https://timebot.kz', /make it/],
    [{ texts: { en: { banner: { title: 1 } } } }, 'texts.en.banner.title', '1', /make it/],
    [{ policy: { edition: 'new' } }, 'policy.edition', 'new', /make it/],
  ];
  for (const [config, key, value, remedy] of flaws) {
    scenario(`config ${JSON.stringify(config)}: one warning names key, value and remedy`, async ({ site, tab }) => {
      site.page('/', { body: GATED, widget: withConfig(config) });
      const visitor = await tab();
      await visitor.go();
      await assertWorks(visitor);
      await visitor.quiet();
      const warning = await visitor.warned(/config/);
      assert.ok(warning.includes(key) && warning.includes(value), warning);
      assert.match(warning, remedy);
      assert.equal(visitor.warnings.length, 1, visitor.warnings.join('\n'));
      await site.stored(1);
    });
  }

  scenario('a wrong attribute: one warning, and the rest counts', async ({ site, tab }) => {
    site.page('/', { widget: WIDGET.replace('async', 'data-theme="black" data-lang="en" async') });
    const visitor = await tab();
    await visitor.go();
    await visitor.reject();
    assert.match(await visitor.warned(/"theme"/), /black.*dark/);
    await visitor.quiet();
    assert.equal(visitor.warnings.length, 1);
  });

  scenario('no endpoint: the choice holds, the record stays, the owner is told', async ({ site, tab }) => {
    site.page('/', { body: GATED, widget: withConfig({}, '<script src="/timebot-consent.js" async></script>') });
    const visitor = await tab();
    await visitor.go();
    await assertWorks(visitor);
    assert.match(await visitor.warned(/"endpoint"/), /data-endpoint/);
    assert.equal((await outboxOf(visitor)).length, 1);
    site.page('/', { body: GATED });
    await visitor.go();
    await visitor.acknowledged();
    assert.equal(site.records().length, 1, 'once there is one, it gets what was kept');
  });

  const IMPATIENT = `{ const timeout = AbortSignal.timeout; AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms / 50); }`;
  const BY_URL =
    '<script src="/timebot-consent.js" data-config="/consent.json" data-endpoint="/consents" async></script>';
  const unreachable = ['is not found', 'is HTML', 'does not answer'] as const;
  for (const fault of unreachable) {
    scenario(`config URL ${fault}: it asks, but grants nothing on this page`, async ({ site, tab }) => {
      site.page('/', { body: GATED, widget: BY_URL });
      if (fault === 'is HTML') site.page('/consent.json');
      if (fault === 'does not answer') site.hold('/consent.json');
      const visitor = await tab(fault === 'does not answer' ? IMPATIENT : '');
      await visitor.go();
      await visitor.accept();
      const [record] = await site.stored(1);
      assert.equal(record?.action, 'given');
      await visitor.quiet();
      await visitor.event('delivery');
      assert.deepEqual(await visitor.order(), ['necessary']);
      assert.equal(await visitor.allows('ads'), false);
      assert.match(await visitor.warned(/consent\.json/), /serve JSON/);

      site.json('/consent.json', {});
      site.page('/next', { body: GATED, widget: BY_URL.replace('/consent.json', '/consent.json?2') });
      if (fault === 'does not answer') return;
      await visitor.go('/next');
      assert.deepEqual(await visitor.ran(2), REVIVED_WITHOUT_ADS, 'the choice counts as soon as the config is there');
    });
  }

  scenario('config URL unreachable on a return visit: no question, no grants', async ({ site, tab }) => {
    site.json('/consent.json', { purposes: ADS });
    site.page('/', { body: GATED, widget: BY_URL });
    const visitor = await tab();
    await visitor.go();
    await visitor.accept();
    assert.deepEqual(await visitor.ran(4), ALL);
    await visitor.event('delivery');
    site.page('/consent.json');
    await visitor.go();
    await visitor.quiet();
    assert.deepEqual(await visitor.ran(1), ['necessary']);
    assert.equal(await visitor.allows('ads'), false);
    assert.equal(await visitor.page.$('timebot-consent'), null);
  });

  scenario('config URL unreachable: the last valid copy still tells language and endpoint', async ({ site, tab }) => {
    site.json('/consent.json', { lang: 'en', endpoint: '/consents' });
    site.page('/', {
      body: GATED,
      widget: '<script src="/timebot-consent.js" data-config="/consent.json" async></script>',
    });
    const visitor = await tab();
    await visitor.go();
    await visitor.asked();
    await visitor.page.waitForFunction(
      () =>
        new Promise((done) => {
          const opening = indexedDB.open('timebot-consent-1');
          opening.onsuccess = () => {
            const asking = opening.result.transaction('consent').objectStore('consent').get('config');
            asking.onsuccess = () => {
              opening.result.close();
              done(asking.result);
            };
          };
        }),
    );
    site.page('/consent.json');
    await visitor.go();
    await visitor.asked();
    assert.ok((await visitor.text()).includes('Accept all'));
    await visitor.accept();
    const [record] = await site.stored(1);
    assert.equal(record?.notice.lang, 'en');
    await visitor.quiet();
    assert.deepEqual(await visitor.order(), ['necessary']);
  });

  /** What the delivery table says of an answer. `wait`: milliseconds in which nothing may be sent. */
  const refusals: readonly (readonly [name: string, fault: Fault, delivery: string, wait: number])[] = [
    ['400', answers(400, {}, '{"error":"/at must be a time"}'), 'dead', DAY],
    ['409', answers(409), 'dead', DAY],
    ['413', answers(413), 'dead', DAY],
    ['HTML', html, 'misdirected', HOUR],
    ['a redirect', redirects, 'misdirected', HOUR],
    ['404', answers(404), 'misdirected', HOUR],
    ['200 with another id', answers(200, {}, '{"id":"00000000-0000-4000-8000-000000000000"}'), 'misdirected', HOUR],
    ['429 with Retry-After', answers(429, { 'retry-after': '120' }), 'pending', 120 * SECOND],
    ['503 with Retry-After', answers(503, { 'retry-after': '120' }), 'pending', 120 * SECOND],
  ];
  for (const [name, fault, delivery, wait] of refusals) {
    scenario(`endpoint answers ${name}: kept, told, and sent again when it is time`, async ({ site, tab }) => {
      site.page('/', { body: GATED });
      site.fault(fault);
      const visitor = await tab();
      await visitor.go();
      await visitor.asked();
      await site.seen(({ path }) => path.startsWith('/page-'));
      await visitor.accept();
      assert.equal((await visitor.ran(4)).length, 4, 'the choice holds all the same');
      assert.equal(field(await visitor.event('delivery'), 'delivery'), delivery);
      assert.equal((await outboxOf(visitor)).length, 1);
      if (delivery !== 'pending') {
        const warning = await visitor.warned(/endpoint "\/consents"/);
        assert.match(warning, /docs\/endpoint\.md/);
        assert.match(warning, delivery === 'dead' ? /daily/ : /hourly/);
      }

      // not yet
      const sent = site.count('/consents');
      const soon = await tab(clockAhead(wait - 60 * SECOND));
      await soon.go();
      await soon.quiet();
      await soon.drained();
      assert.equal(site.count('/consents'), sent);
      assert.equal((await outboxOf(soon)).length, 1);

      // now
      site.fault();
      const later = await tab(clockAhead(wait + 60 * SECOND));
      await later.go();
      await later.acknowledged();
      assert.equal(site.records().length, 1);
      assert.deepEqual(await outboxOf(later), []);
      assert.equal(site.count('/consents'), sent + 1);
    });
  }

  for (const [name, fault] of [
    ['500', answers(500, { 'content-type': 'text/html' }, '<h1>Oops</h1>')],
    ['429', answers(429)],
    ['nothing (connection broken)', resets],
  ] as const) {
    scenario(`endpoint answers ${name}: the record arrives once it is back`, async ({ site, tab }) => {
      site.page('/', { body: GATED });
      site.fault(fault);
      const visitor = await tab();
      await visitor.go();
      await visitor.accept();
      assert.deepEqual(await visitor.ran(4), ALL);
      assert.equal(field(await visitor.event('delivery'), 'delivery'), 'pending');
      await site.seen('/consents', 2);
      site.fault();
      await visitor.acknowledged();
      assert.equal(site.records().length, 1);
      assert.deepEqual(await outboxOf(visitor), []);
    });
  }

  scenario(
    'endpoint hangs: the choice holds at once, and the record arrives from the next page',
    async ({ site, tab }) => {
      site.page('/', { body: GATED });
      site.fault(hangs);
      const visitor = await tab();
      await visitor.go();
      await visitor.accept();
      assert.deepEqual(await visitor.ran(4), ALL);
      site.fault();
      await visitor.go();
      await visitor.acknowledged();
      assert.equal(site.records().length, 1);
    },
  );

  scenario('corrupt values in the database: told of, and they count for nothing', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    site.fault(resets);
    const visitor = await tab();
    await visitor.go();
    await visitor.reject();
    await visitor.event('delivery');
    const [key = ''] = Object.keys(await visitor.kept()).filter((name) => name.startsWith('record/'));
    const body = String(field((await visitor.kept())[key], 'body'));
    const forged = { ...JSON.parse(body), seq: 99, purposes: { necessary: true, ads: true }, at: 'yesterday' };
    await put(visitor, {
      'record/forged': { body: JSON.stringify(forged), delivery: 'pending' },
      'record/number': 7,
      'record/null': null,
      'record/text': '{"seq": 98, "purposes": {"ads": true}}',
      'record/half': { body: body.slice(0, 100), delivery: 'pending' },
      'record/list': { body: '[]', delivery: ['acknowledged'] },
      'outbox/number': 7,
      'outbox/half': { body: { not: 'text' }, tries: 'many' },
      drain: 'tomorrow',
      config: 'none',
      '': '',
    });

    site.fault();
    await visitor.page.deleteCookie({ name: 'timebot_consent', url: site.origin });
    await visitor.go();
    await visitor.quiet();
    assert.equal(await visitor.allows('ads'), false);
    assert.deepEqual(await visitor.ran(1), ['necessary']);
    await visitor.acknowledged();
    assert.equal(site.records().length, 1);
    assert.equal(site.bytes()[0], body, 'what is whole arrives');
    assert.match(await visitor.warned(/database: "record\/forged"/), /no record/);
    assert.equal((await visitor.cookies())['timebot_consent']?.split('.')[1], '1', 'the refusal holds');
  });

  scenario('a corrupt cookie grants nothing, and asks', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    for (const value of [
      'garbage',
      '1.1.99999999999.2019-01-01..ads~telemetry.',
      '1.1.x.2019-01-01.abc.ads.',
      '%00',
      '1.-1.9.9.9.ads.',
    ]) {
      const visitor = await tab();
      await visitor.page.setCookie({ name: 'timebot_consent', value, url: site.origin });
      await visitor.go();
      await visitor.asked();
      assert.deepEqual(await visitor.ran(1), ['necessary'], value);
      assert.equal(await visitor.allows('ads'), false, value);
      await visitor.page.close();
    }
  });

  const databases: readonly (readonly [name: string, script: string])[] = [
    ['reading `indexedDB` throws', DATABASE_THROWS],
    ['there is no `indexedDB`', DATABASE_ABSENT],
    ['opening throws', DATABASE_REFUSES],
    ['opening fails', DATABASE_FAILS],
    ['opening hangs', DATABASE_HANGS],
    ['the disk is full', DISK_FULL],
  ];
  for (const [name, script] of databases) {
    scenario(`database refused (${name}): the cookie holds the choice, the record arrives`, async ({ site, tab }) => {
      site.page('/', { body: GATED });
      const visitor = await tab(script);
      await visitor.go();
      await visitor.asked();
      assert.deepEqual(await visitor.ran(1), ['necessary']);
      await visitor.accept();
      assert.deepEqual(await visitor.ran(4), ALL);
      assert.equal((await site.stored(1))[0]?.action, 'given');
      await visitor.event('delivery');
      await visitor.go();
      await visitor.quiet();
      assert.deepEqual(await visitor.ran(4), REVIVED);
      assert.equal(await visitor.page.$('timebot-consent'), null);
    });

    scenario(
      `database refused (${name}) and endpoint down: the record arrives when it is back`,
      async ({ site, tab }) => {
        site.page('/', { body: GATED });
        site.fault(resets);
        const visitor = await tab(script);
        await visitor.go();
        await visitor.reject();
        await visitor.event('delivery');
        site.fault();
        await visitor.acknowledged();
        const [record] = site.records();
        assert.equal(record?.action, 'refused');
        assert.equal(site.records().length, 1);
      },
    );
  }

  for (const [name, script] of [
    ['not kept', COOKIES_REFUSED],
    ['throwing', COOKIES_THROW],
  ] as const) {
    scenario(`cookies refused (${name}): the database holds the choice`, async ({ site, tab }) => {
      site.page('/', { body: GATED });
      const visitor = await tab(script);
      await visitor.go();
      await visitor.asked();
      assert.deepEqual(await visitor.ran(1), ['necessary']);
      await visitor.accept();
      assert.deepEqual(await visitor.ran(4), ALL);
      await site.stored(1);
      await visitor.event('delivery');
      await visitor.go();
      await visitor.quiet();
      assert.equal((await visitor.ran(4)).length, 4);
      assert.notEqual(await visitor.view(), 'banner');
      assert.equal(site.records().length, 1);

      await visitor.press('div >>> [data-consent-open]');
      await visitor.press(control('withdraw'));
      await site.stored(2);
      await visitor.event('delivery');
      await visitor.go();
      await visitor.quiet();
      assert.deepEqual(await visitor.ran(1), ['necessary']);
    });

    scenario(
      `cookies (${name}) and database refused: granted once acknowledged, for this page only`,
      async ({ site, tab }) => {
        site.page('/', { body: GATED });
        const visitor = await tab(script, DATABASE_REFUSES);
        await visitor.go();
        await visitor.asked();
        const release = site.hold('/consents');
        await visitor.accept();
        await site.seen('/consents');
        // the page lives on meanwhile: what is necessary still comes, and nothing else
        await visitor.page.evaluate(() => {
          const late = document.createElement('script');
          late.type = 'text/plain';
          late.dataset['consent'] = 'necessary';
          late.text = "ran('late')";
          document.body.append(late);
        });
        assert.deepEqual(await visitor.ran(2), ['necessary', 'late']);
        assert.equal(await visitor.allows('ads'), false);

        release();
        assert.deepEqual(await visitor.ran(5), ['necessary', 'late', 'telemetry', 'ads', 'ads-inline']);
        assert.equal((await site.stored(1)).length, 1);

        await visitor.go();
        await visitor.asked();
        assert.deepEqual(await visitor.ran(1), ['necessary']);
      },
    );

    scenario(
      `cookies (${name}) and database refused, endpoint down at first: granted when it is back`,
      async ({ site, tab }) => {
        site.page('/', { body: GATED });
        site.fault(resets);
        const visitor = await tab(script, DATABASE_REFUSES);
        await visitor.go();
        await visitor.accept();
        await visitor.event('delivery');
        assert.equal(await visitor.allows('ads'), false);
        assert.deepEqual(await visitor.order(), ['necessary']);
        site.fault();
        assert.deepEqual(await visitor.ran(4), ALL);
        assert.equal(site.records().length, 1);
      },
    );

    scenario(`cookies (${name}) and database refused: a refusal holds on this page`, async ({ site, tab }) => {
      site.page('/', { body: GATED });
      const visitor = await tab(script, DATABASE_REFUSES);
      await visitor.go();
      await visitor.reject();
      await site.stored(1);
      await visitor.quiet();
      assert.deepEqual(await visitor.order(), ['necessary']);
    });
  }

  scenario(
    'a sandboxed frame has neither cookies nor a database: it asks, and grants for this page',
    async ({ site, tab }) => {
      site.page('/', {
        widget: '',
        body: '<iframe sandbox="allow-scripts" style="position: fixed; inset: 0; width: 100%; height: 100%" src="/inner"></iframe>',
      });
      site.page('/inner', {
        body: GATED,
        widget: withConfig(
          {},
          `<script src="/timebot-consent.js" data-endpoint="${site.otherEndpoint}" async></script>`,
        ),
      });
      const visitor = await tab();
      await visitor.go();
      const frame = await visitor.page.waitForFrame((candidate) => candidate.url().endsWith('/inner'));
      const button = await frame.waitForSelector(control('accept-all'), { visible: true });
      assert.deepEqual(await frame.evaluate(() => window.order), ['necessary']);
      await button?.click();
      await frame.waitForFunction(() => window.order.length === 4);
      assert.deepEqual(await frame.evaluate(() => window.order), ALL);
      assert.equal((await site.stored(1))[0]?.action, 'given');
    },
  );

  scenario('a chunk that was altered never runs: the gate stays closed, the owner is told', async ({ site, tab }) => {
    site.page('/', { body: GATED });
    const visitor = await tab();
    await visitor.page.setRequestInterception(true);
    visitor.page.on('request', (request) => {
      const banner = /\/banner-[\w-]+\.js$/.test(request.url());
      const body = 'window.altered = true; export const dialogueOf = () => {};';
      void (banner
        ? request.respond({ body, contentType: 'text/javascript', headers: { 'access-control-allow-origin': '*' } })
        : request.continue());
    });
    await visitor.go();
    await visitor.warned(/banner/);
    assert.deepEqual(await visitor.ran(1), ['necessary']);
    assert.equal(await visitor.page.evaluate('window.altered'), undefined);
    assert.equal(await visitor.allows('ads'), false);
  });

  scenario(
    'chunks that are missing: the page works, the gate stays closed, the owner is told',
    async ({ site, tab }) => {
      site.page('/', { body: GATED });
      const visitor = await tab();
      await visitor.page.setRequestInterception(true);
      visitor.page.on('request', (request) => {
        const chunk = /\/[\w-]+-[\w-]{8}\.js#*$/.test(request.url());
        void (chunk && !request.url().endsWith('timebot-consent.js')
          ? request.respond({ status: 404 })
          : request.continue());
      });
      await visitor.go();
      await visitor.warned(/\/page-[\w-]+\.js/);
      assert.deepEqual(await visitor.ran(1), ['necessary']);
      assert.equal(await visitor.allows('ads'), false);
      await visitor.page.evaluate(() => window.timebotConsent?.open().catch(() => undefined));
    },
  );

  scenario(
    'a Trusted Types list without Lit’s policy: no banner, but what was granted runs',
    async ({ site, tab, errors }) => {
      site.page('/', { body: GATED });
      const strict = { 'content-security-policy': `require-trusted-types-for 'script'; trusted-types timebot-consent` };
      site.page('/strict', { body: GATED, headers: strict });
      const visitor = await tab();
      await visitor.go('/strict');
      await visitor.warned(/banner/);
      assert.deepEqual(await visitor.ran(1), ['necessary']);
      // Lit's module script cannot be kept from reporting what kills it
      assert.match(errors.splice(0).join(), /^TypeError: .*lit-html[^,]*$/);
      await visitor.go();
      await visitor.accept();
      await visitor.event('delivery');
      await visitor.go('/strict');
      assert.deepEqual(await visitor.ran(4), REVIVED);
    },
  );

  scenario('markup that shadows the document’s properties is no way in', async ({ site, tab }) => {
    const names = [
      'cookie',
      'head',
      'body',
      'documentElement',
      'querySelectorAll',
      'currentScript',
      'dispatchEvent',
      'readyState',
    ];
    site.page('/', {
      head: names.map((name) => `<img name="${name}" alt="">`).join(''),
      body: `${GATED}<a id="timebotConsent"></a><a id="timebotConsentQueue"></a>`,
    });
    const visitor = await tab();
    await visitor.go();
    await visitor.asked();
    assert.deepEqual(await visitor.ran(1), ['necessary']);
    await visitor.accept();
    assert.deepEqual(await visitor.ran(4), ALL);
    await site.stored(1);
  });

  scenario(
    'markup that shadows what Lit needs: no banner, but what was granted runs',
    async ({ site, tab, errors }) => {
      site.page('/', { body: GATED });
      site.page('/shadowed', { head: '<img name="createElement" alt="">', body: GATED });
      const visitor = await tab();
      await visitor.go('/shadowed');
      assert.deepEqual(await visitor.ran(1), ['necessary']);
      await visitor.event('ready');
      await visitor.page.waitForFunction(() => document.querySelector('timebot-consent'));
      errors.length = 0; // Lit's own
      await visitor.go();
      await visitor.accept();
      await visitor.event('delivery');
      await visitor.go('/shadowed');
      assert.deepEqual(await visitor.ran(4), REVIVED);
    },
  );

  scenario(
    'calls with nonsense, and listeners that throw: told of, and nothing is granted by them',
    async ({ site, tab }) => {
      site.page('/', {
        body: GATED,
        head: `<script>
        (window.timebotConsentQueue ||= []).push(() => { throw new Error('queued'); }, 'not a function', null);
        timebotConsentQueue.push((api) => { api.subscribe(() => { throw new Error('subscriber'); }); });
      </script>`,
      });
      const visitor = await tab();
      await visitor.go();
      await visitor.asked();
      await visitor.warned(/queued/);
      await visitor.warned(/subscriber/);
      assert.equal(await visitor.page.evaluate('timebotConsent.allows()'), false);
      assert.equal(await visitor.page.evaluate('timebotConsent.allows({ toString: () => "ads" })'), false);
      await visitor.page.evaluate('timebotConsent.decide({ nobody: true, ads: "yes", telemetry: 1 }).then(() => 0)');
      const [record] = await site.stored(1);
      assert.deepEqual(record?.purposes, { necessary: true, personalisation: false, telemetry: false, ads: false });
      assert.match(await visitor.warned(/"nobody"/), /known are/);
      await visitor.page.evaluate('timebotConsent.decide(null).then(() => 0)');
      await site.stored(2);
      assert.deepEqual(await visitor.order(), ['necessary']);
    },
  );
});
