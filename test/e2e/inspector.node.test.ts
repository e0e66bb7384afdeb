/*
 * The inspector: what people who look after a site see of it, and nobody else.
 * Alone: npm run build && npx tsx --test test/e2e/inspector.node.test.ts (DIST=<folder> for another build)
 */
import assert from 'node:assert/strict';
import { hangs, WIDGET, type Site } from './site.js';
import { scenario, suite, type Tab } from './visitor.js';

const CONFIG = {
  endpoint: '/consents',
  purposes: { ads: { recipients: [{ name: 'Ads', country: 'KZ' }] } },
  services: [
    {
      id: 'counter',
      purpose: 'telemetry',
      name: 'Counter',
      recipient: 'Counter',
      country: 'KZ',
      keeps: [{ in: 'cookie', name: 'counter_*' }],
    },
  ],
};

const BODY = `
  <script type="text/plain" data-consent="telemetry" data-service="counter" src="/tag/counter"></script>
  <script type="text/plain" data-consent="ads" src="/tag/ads"></script>
  <script type="text/plain" data-consent="typo" src="/tag/typo"></script>
  <script>
    document.cookie = 'counter_id=1';
    document.cookie = 'stray=1';
    localStorage.setItem('stray-key', '1');
  </script>`;

const pageOf = (site: Site, config: object = CONFIG): void =>
  site.page('/', {
    widget: WIDGET,
    body: `<script type="application/json" data-timebot-consent>${JSON.stringify(config)}</script>${BODY}`,
  });

const PANEL = '[data-timebot-consent-inspector] >>> ';

/** What the inspector says, once it says something that fits. */
const says = async (visitor: Tab, pattern: RegExp): Promise<string> => {
  const handle = await visitor.page.waitForFunction(
    (source) => {
      const root = document.querySelector('[data-timebot-consent-inspector]')?.shadowRoot;
      const rows = Array.from(root?.querySelectorAll('tr,label,li,p') ?? [], (row) =>
        row.localName === 'tr'
          ? Array.from(row.children, (cell) => cell.textContent).join(' | ')
          : (row.textContent ?? ''),
      );
      const text = rows.join('\n');
      return new RegExp(source, 'm').test(text) && text;
    },
    { polling: 50 },
    pattern.source,
  );
  return String(await handle.jsonValue());
};

suite('inspector', () => {
  scenario('is there for whoever asks for it, and costs visitors nothing', async ({ site, tab }) => {
    pageOf(site);
    const visitor = await tab();
    await visitor.go();
    await visitor.reject();
    await visitor.quiet();
    assert.ok(!site.files().includes('inspector'));
    await visitor.go('/?timebot-consent-debug');
    await says(visitor, /not granted/);
  });

  scenario('`debug` in the config opens it, too', async ({ site, tab }) => {
    pageOf(site, { ...CONFIG, debug: true });
    const visitor = await tab();
    await visitor.go();
    await says(visitor, /no decision yet/);
    assert.deepEqual(
      visitor.warnings.filter((warning) => warning.includes('debug')),
      [],
    );
  });

  scenario('says of each tag whether it is open, and why', async ({ site, tab }) => {
    pageOf(site);
    const visitor = await tab();
    await visitor.go('/?timebot-consent-debug');
    const before = await says(visitor, /tag\/typo/);
    assert.match(before, /^script \/tag\/counter \| telemetry, counter \| closed \| the visitor has not decided$/m);
    assert.match(before, /^script \/tag\/typo \| typo \| closed \| not offered on this page: .*$/m);
    await visitor.accept();
    await says(visitor, /^script http.*\/tag\/counter \| telemetry, counter \| has run \| granted$/);
    await visitor.page.evaluate(() => window.timebotConsent?.decide({ counter: false }));
    await says(visitor, /^counter \| closed \| not loaded \| refused by itself, or new and not asked about yet$/);
  });

  scenario('names what no service declares, and nothing that one does', async ({ site, tab }) => {
    pageOf(site);
    const visitor = await tab();
    await visitor.go('/?timebot-consent-debug');
    const text = await says(visitor, /^local \| stray-key$/);
    assert.match(text, /^cookie \| stray$/m);
    assert.doesNotMatch(text, /^cookie \| (counter_id|timebot_consent)$/m);
    await visitor.page.evaluate(() => void fetch('http://127.0.0.1:1/hit', { mode: 'no-cors' }).catch(() => undefined));
    await says(visitor, /^host \| 127\.0\.0\.1:1$/);
  });

  scenario('a press on the words of a switch is a press on the switch', async ({ site, tab }) => {
    pageOf(site);
    const visitor = await tab();
    await visitor.go('/?timebot-consent-debug');
    await says(visitor, /ads: the visitor/);
    const isOn = (): Promise<boolean> =>
      visitor.page.$eval(`${PANEL}input[name=ads]`, (input) => Reflect.get(input, 'checked') === true);
    await visitor.press(`${PANEL}#ads-words`);
    await visitor.ran(1);
    assert.deepEqual([await isOn(), await visitor.allows('ads')], [true, true]);
    await visitor.press(`${PANEL}#ads-words`);
    await visitor.page.waitForFunction(() => window.timebotConsent?.allows('ads') === false);
    assert.equal(await isOn(), false);
    // what cannot be refused stays on
    await visitor.press(`${PANEL}#necessary-words`);
    assert.equal(await visitor.allows('necessary'), true);
  });

  scenario('tries nothing while a real choice is on its way', async ({ site, tab }) => {
    pageOf(site);
    // nothing keeps the evidence but the endpoint, which does not answer
    const visitor = await tab(
      "Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => {} });" +
        "indexedDB.open = () => { throw new Error('refused'); };",
    );
    site.fault(hangs);
    await visitor.go('/?timebot-consent-debug');
    await says(visitor, /ads: the visitor/);
    await visitor.accept();
    await visitor.press(`${PANEL}input[name=ads]`);
    assert.equal(await visitor.allows('ads'), false);
    site.fault(undefined);
  });

  scenario('a choice that is tried opens and closes, and is recorded nowhere', async ({ site, tab }) => {
    pageOf(site);
    const visitor = await tab();
    const other = await tab();
    await other.go();
    await visitor.go('/?timebot-consent-debug');
    await visitor.press(`${PANEL}input[name=ads]`);
    await visitor.ran(1);
    assert.deepEqual(await visitor.order(), ['ads']);
    assert.equal(await visitor.allows('telemetry'), false);
    assert.equal((await visitor.cookies())['timebot_consent'], undefined);
    assert.deepEqual(await visitor.kept(), {});
    await visitor.press(`${PANEL}input[name=ads]`);
    await visitor.page.waitForFunction(() => window.timebotConsent?.allows('ads') === false);
    assert.equal(await other.allows('ads'), false);
    assert.equal(site.count('/consents'), 0);
    // by a script it is none
    await visitor.page.evaluate(() =>
      document
        .querySelector('[data-timebot-consent-inspector]')
        ?.shadowRoot?.querySelector<HTMLInputElement>('input[name=telemetry]')
        ?.click(),
    );
    assert.equal(await visitor.allows('telemetry'), false);
    // a choice that is made afterwards is the first one
    await visitor.page.evaluate(() => window.timebotConsent?.acceptAll());
    const [record] = await site.stored(1);
    assert.deepEqual([record?.seq, record?.action], [1, 'given']);
  });
});
