/* What the owner wrote, and what others put in its place. */
import assert from 'node:assert/strict';
import { ADS, withConfig, withExactly, WIDGET } from '../../e2e/site.js';
import { control, HASTY, type Check } from '../scene.js';
import { accepts } from './flows.js';

const json = (text: string): string => `<script type="application/json" data-timebot-consent>${text}</script>${WIDGET}`;

const BY_URL =
  '<script src="/timebot-consent.js" data-config="/consent.json" data-endpoint="/consents" async></script>';

/** It asks, since that is safe; and grants nothing on this page, since what is restricted is not known. */
const asksOnly =
  (widget: string, warning: string, ...others: readonly string[]): Check =>
  async (scene) => {
    const tab = await scene.asks({ widget });
    for (const other of others) {
      scene.page('/', { widget: other });
      await tab.go();
      await tab.asked();
      assert.deepEqual(await tab.ran(1), ['necessary'], other);
    }
    await tab.accept();
    assert.equal((await scene.site.stored(1))[0]?.action, 'given');
    await tab.acknowledged();
    await tab.warned(warning);
    assert.deepEqual(await tab.order(), ['necessary']);
    assert.equal(await tab.allows('ads'), false);
    // the defaults are what was asked about: without a recipient ads are not among them
    scene.page('/', { widget: WIDGET });
    await tab.go();
    assert.deepEqual(await tab.ran(2), ['telemetry', 'necessary'], 'the choice counts as soon as the config is right');
    await tab.quiet();
    assert.deepEqual(await tab.order(), ['telemetry', 'necessary']);
  };

/** By an address that does not give a config. */
const unreachable =
  (prepare: (scene: Parameters<Check>[0]) => void): Check =>
  async (scene) => {
    prepare(scene);
    await asksOnly(BY_URL, 'consent.json')(scene);
  };

const FLAWS: readonly unknown[] = [
  { layot: 'box' },
  { layout: 'floating' },
  { lang: 7 },
  { months: 12 },
  { months: { granted: 99 } },
  { services: {} },
  { services: [{ id: 'Bad Id', purpose: 'ads' }, null, 7, { id: 'x'.repeat(5000), purpose: 'ads' }] },
  { services: [{ id: 'pixel', purpose: 'adds' }] },
  { purposes: { adds: {} } },
  { purposes: [] },
  { texts: { en: { banner: { title: 1 } } } },
  { policy: { edition: 'new' } },
  // oxlint-disable-next-line no-script-url -- that is the fault
  { policy: 'javascript:alert(1)', policyUrl: 'javascript:alert(1)' },
  { theme: { toString: 'black' }, position: null, trigger: [] },
];

/** What a visitor meets with, in the page: the banner's attributes, language, words and links. */
const BANNER = `(() => {
  const element = document.querySelector('timebot-consent');
  const root = element.shadowRoot;
  return [
    ...element.getAttributeNames().sort().map((name) => name + '=' + element.getAttribute(name)),
    ...Array.from(root.querySelectorAll('[lang]'), ({ lang }) => lang),
    ...Array.from(root.querySelectorAll('a'), ({ href }) => href),
    root.textContent,
  ];
})()`;

export const config = {
  'config-json-broken': asksOnly(
    json('{ "lang": "en", }'),
    'inline JSON',
    ...['', 'null', '[]', '"en"', '7', '{"a":'.repeat(2000)].map(json),
  ),
  'config-own-properties': async (scene) => {
    const evil = '{"endpoint": "/evil", "lang": "en", "edition": "2031-01-01", "ads": true}';
    const text =
      `{"purposes": ${JSON.stringify(ADS)}, "policy": {"__proto__": ${evil}}, ` +
      `"__proto__": ${evil}, "constructor": {"prototype": ${evil}}, "toString": 2}`;
    const tab = await scene.asks({ widget: json(text) });
    assert.deepEqual(await tab.evaluate('[({}).endpoint ?? null, ({}).lang ?? null]'), [null, null]);
    await accepts(scene, tab);
    await tab.acknowledged();
    for (const key of ['__proto__', 'constructor', 'toString', 'policy.__proto__'])
      await tab.warned(`"${key}" is unknown`);
    const [record] = scene.site.records();
    assert.deepEqual([record?.notice.lang, record?.policy.edition], ['ru', '2019-01-01']);
    assert.equal(scene.site.count('/evil'), 0);
  },
  'config-flaws': async (scene) => {
    const { page } = scene;
    const tab = await scene.tab();
    const bannerOf = async (widget: string): Promise<unknown> => {
      page('/', { widget });
      await tab.go();
      await tab.asked();
      assert.deepEqual(await tab.ran(1), ['necessary']);
      return tab.evaluate(BANNER);
    };
    const banners = {
      withAds: await bannerOf(withExactly({ purposes: ADS })),
      without: await bannerOf(withExactly({})),
    };
    for (const flaw of FLAWS) {
      const statesPurposes = Object.hasOwn(Object(flaw), 'purposes');
      const banner = await bannerOf(statesPurposes ? withExactly(flaw) : withConfig(flaw));
      assert.deepEqual(banner, statesPurposes ? banners.without : banners.withAds, JSON.stringify(flaw));
      await tab.warned('config: ');
    }
    // all at once, and what is right counts beside them
    assert.deepEqual(
      await bannerOf(withConfig(Object.assign({}, ...FLAWS, { purposes: { adds: {} } }))),
      banners.withAds,
    );
    await accepts(scene, tab);
    await tab.acknowledged();
    const [record] = scene.site.records();
    assert.ok(record);
    assert.deepEqual([record.notice.lang, record.policy.edition, record.services], ['ru', '2019-01-01', {}]);
    const days = (Date.parse(record.expires) - Date.parse(record.at)) / 86_400_000;
    assert.ok(days > 360 && days < 370, `${days} days`);
  },
  'config-markup': async (scene) => {
    const evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
    const tab = await scene.asks({
      widget: withConfig({
        policyUrl: 'https://example.org/policy',
        services: [{ id: 'pixel', purpose: 'ads', name: evil, recipient: evil, country: 'US' }],
        texts: { ru: { banner: { title: evil, summary: evil } } },
      }).replaceAll('</script>"', '<\\/script>"'),
    });
    await tab.press(control('settings'));
    await tab.visible(control('save'));
    assert.equal(await tab.evaluate('window.hacked ?? null'), null);
    assert.equal(
      await tab.evaluate(`document.querySelector('timebot-consent').shadowRoot.querySelector('img, script')`),
      null,
    );
    await tab.click(control('save'));
    await scene.site.stored(1);
  },
  'config-url-missing': unreachable(() => undefined),
  'config-url-html': unreachable(({ page }) => page('/consent.json')),
  'config-url-hangs': async (scene) => {
    const release = scene.site.hold('/consent.json');
    scene.page('/', { widget: BY_URL, script: HASTY });
    const tab = await scene.tab();
    await tab.go();
    await tab.asked();
    await tab.accept();
    await scene.site.stored(1);
    await tab.acknowledged();
    assert.deepEqual(await tab.order(), ['necessary']);
    assert.equal(await tab.allows('ads'), false);
    release();
  },
  'config-url-lost-later': async (scene) => {
    scene.site.json('/consent.json', { lang: 'en', endpoint: '/consents' });
    const widget = '<script src="/timebot-consent.js" data-config="/consent.json" async></script>';
    const tab = await scene.asks({ widget });
    await tab.until(`timebotConsent && indexedDB.databases().then((all) => all.length > 0)`);
    const kept = async (): Promise<boolean> => 'config' in (await tab.kept());
    await tab.settled();
    while (!(await kept()));
    scene.page('/consent.json');
    await tab.go();
    await tab.asked();
    await tab.accept();
    const [record] = await scene.site.stored(1);
    assert.equal(record?.notice.lang, 'en', 'the last valid copy tells language and endpoint');
    assert.deepEqual(await tab.order(), ['necessary']);
  },
  'config-late': async (scene) => {
    const tab = await scene.asks();
    await accepts(scene, tab);
    await tab.acknowledged();
    const pixel = { id: 'pixel', purpose: 'ads', recipient: 'Pixel Inc', country: 'US' };
    scene.page('/', {
      widget: WIDGET.replace(' async', ''),
      body: `<script type="text/plain" data-consent="ads" data-service="pixel">ran('pixel')</script>
        <script type="text/plain" data-consent="necessary">ran('necessary')</script>${withConfig({ services: [pixel] }, '')}`,
    });
    await tab.go();
    await tab.asked();
    assert.deepEqual(await tab.ran(1), ['necessary'], 'what the later config declares is new, and closed');
  },
  'markup-unknown-purpose': async (scene) => {
    const names = ['adds', '', 'constructor', '__proto__', 'policy', 'toString'];
    const gated = names.map((name) => `<script type="text/plain" data-consent="${name}">ran('bad')</script>`).join('');
    const tab = await scene.asks({
      body: `${gated}<script type="text/plain" data-consent="necessary">ran('necessary')</script>`,
    });
    await tab.accept();
    await scene.site.stored(1);
    await tab.acknowledged();
    await tab.warned('"adds"');
    assert.deepEqual(await tab.order(), ['necessary']);
  },
  'api-nonsense': async (scene) => {
    const tab = await scene.asks({
      head: `<script>
        (window.timebotConsentQueue ||= []).push(() => { throw new Error('queued'); }, 'not a function', null);
        timebotConsentQueue.push((api) => { api.subscribe(() => { throw new Error('subscriber'); }); });
      </script>`,
    });
    await tab.warned('queued');
    await tab.warned('subscriber');
    assert.equal(await tab.evaluate('timebotConsent.allows()'), false);
    assert.equal(await tab.evaluate('timebotConsent.allows({ toString: () => "ads" })'), false);
    await tab.evaluate('timebotConsent.decide({ nobody: true, ads: "yes", telemetry: 1 })');
    const [record] = await scene.site.stored(1);
    assert.deepEqual(record?.purposes, { necessary: true, personalisation: false, telemetry: false, ads: false });
    await tab.evaluate('timebotConsent.decide(null)');
    await scene.site.stored(2);
    assert.deepEqual(await tab.order(), ['necessary']);
  },
} satisfies Readonly<Record<string, Check>>;
