/*
 * Strict policies of pages: the widget works under them, and nothing that was altered runs.
 * Alone: npm run build && npx tsx --test test/e2e/policies.node.test.ts (DIST=<folder> for another build)
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DIST } from './site.js';
import { control, scenario, suite, type Tab } from './visitor.js';

const TRUSTED = "require-trusted-types-for 'script'; trusted-types timebot-consent lit-html";

/**
 * What the pages' own inline script would set up, where a policy forbids it; every violation of the policy, and every
 * script that the browser refused.
 */
const SETUP = `
  window.order = [];
  window.ran = (name) => order.push(name);
  window.violations = [];
  window.refused = [];
  document.addEventListener('error', ({ target }) => target instanceof HTMLScriptElement && refused.push(target.src), true);
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    violations.push(effectiveDirective + ' ' + blockedURI));`;

const GATED_FILES =
  '<script type="text/plain" data-consent="telemetry" src="/tag/telemetry"></script>' +
  '<img data-consent="telemetry" data-src="/pixel/telemetry" alt="">';

/** Violations, without those of the test site's own inline script. */
const violations = (visitor: Tab): Promise<readonly string[]> =>
  visitor.page.evaluate(() => Reflect.get(window, 'violations').filter((text: string) => !text.endsWith('inline')));

/** Everything that a visitor can do without an error: decide, come back, change it, withdraw. */
const live = async (visitor: Tab, stored: (count: number) => Promise<unknown>): Promise<void> => {
  await visitor.go();
  await visitor.asked();
  assert.deepEqual(await visitor.order(), []);
  await visitor.accept();
  await visitor.ran(1);
  await stored(1);
  await visitor.go();
  await visitor.ran(1);
  await visitor.quiet();
  await visitor.press('div >>> [data-consent-open]');
  await visitor.press('timebot-consent >>> input[name=telemetry]');
  await visitor.press(control('save'));
  await stored(2);
  await visitor.page.evaluate(async () => {
    await window.timebotConsent?.withdraw();
    await window.timebotConsent?.history();
  });
  await stored(3);
  assert.equal(await visitor.allows('telemetry'), false);
  assert.deepEqual(await violations(visitor), []);
};

suite('policies', () => {
  scenario('nothing but what is needed, with Trusted Types', async ({ site, tab }) => {
    const policy = `default-src 'none'; script-src 'self'; style-src 'none'; connect-src 'self'; img-src 'self' data:; ${TRUSTED}`;
    site.page('/', { body: GATED_FILES, headers: { 'content-security-policy': policy } });
    const visitor = await tab(SETUP);
    await live(visitor, site.stored);
  });

  scenario('a nonce and nothing else', async ({ site, tab }) => {
    const policy = `default-src 'none'; script-src 'nonce-of-this-page'; connect-src 'self'; img-src 'self' data:; ${TRUSTED}`;
    site.page('/', {
      nonce: 'of-this-page',
      body: GATED_FILES.replace('<script', '<script nonce="of-this-page"'),
      widget: '<script nonce="of-this-page" src="/timebot-consent.js" data-endpoint="/consents" async></script>',
      headers: { 'content-security-policy': policy },
    });
    const visitor = await tab(SETUP);
    await live(visitor, site.stored);
  });

  scenario('integrity on the script tag: the one that was built runs', async ({ site, tab }) => {
    const loader = await readFile(join(DIST, 'timebot-consent.js'));
    const integrity = `sha384-${createHash('sha384').update(loader).digest('base64')}`;
    site.page('/', {
      body: GATED_FILES,
      widget: `<script src="/timebot-consent.js" integrity="${integrity}" crossorigin data-endpoint="/consents" async></script>`,
    });
    const visitor = await tab(SETUP);
    await live(visitor, site.stored);
  });

  scenario('integrity on the script tag: another one does not, and nothing gated runs', async ({ site, tab }) => {
    const integrity = `sha384-${createHash('sha384').update('another').digest('base64')}`;
    site.page('/', {
      body: GATED_FILES,
      widget: `<script src="/timebot-consent.js" integrity="${integrity}" crossorigin onerror="window.refused = true"></script>`,
    });
    const visitor = await tab();
    await visitor.go();
    await visitor.page.waitForFunction(() => Reflect.get(window, 'refused') === true);
    assert.equal(await visitor.page.evaluate(() => typeof window.timebotConsent), 'undefined');
    assert.deepEqual(await visitor.order(), []);
  });

  // each is needed by something that a visitor does
  for (const [name, use] of [
    ['banner', async (visitor: Tab) => visitor.go()],
    ['ru', async (visitor: Tab) => visitor.go()],
    ['page', async (visitor: Tab) => visitor.go()],
    ['preferences', async (visitor: Tab) => visitor.go().then(() => visitor.press(control('settings')))],
    ['ru-more', async (visitor: Tab) => visitor.go().then(() => visitor.press(control('settings')))],
    ['script', async (visitor: Tab) => decideByScript(visitor)],
    ['history', async (visitor: Tab) => readHistory(visitor)],
  ] as const) {
    scenario(`the chunk ${name}, altered on its way, never runs, and nothing gated does`, async ({ site, tab }) => {
      site.page('/', { body: GATED_FILES });
      const visitor = await tab(SETUP);
      let asked = 0;
      await visitor.page.setRequestInterception(true);
      visitor.page.on('request', (request) => {
        const file = new RegExp(`/(${name}-[\\w-]{8}\\.js)$`).exec(request.url())?.[1];
        if (!file) {
          void request.continue();
          return;
        }
        asked += 1;
        const headers = { 'access-control-allow-origin': '*' };
        void readFile(join(DIST, file), 'utf8').then((code) =>
          request.respond({ contentType: 'text/javascript', headers, body: `window.altered=1;${code}` }),
        );
      });
      await use(visitor);
      await visitor.event('ready');
      const refused = (): Promise<unknown> =>
        visitor.page.waitForFunction(
          (chunk, count) =>
            Reflect.get(window, 'refused').filter((src: string) => src.includes(`/${chunk}-`)).length >= count,
          {},
          name,
          Math.max(asked, 1),
        );
      await refused();
      // whatever followed from the refusal was asked for before this; an import of the same file would be refused by nobody
      await visitor.page.evaluate(() => fetch('/probe'));
      await refused();
      assert.equal(await visitor.page.evaluate(() => Reflect.get(window, 'altered')), undefined);
      assert.equal(await visitor.allows('telemetry'), false);
      assert.deepEqual(await visitor.order(), []);
    });
  }
});

/** The call fails, as it must; what it fails with is the page's to see. */
const decideByScript = async (visitor: Tab): Promise<void> => {
  await visitor.go();
  await visitor.event('ready');
  await visitor.page.evaluate(() => void window.timebotConsent?.acceptAll().catch(() => undefined));
};

const readHistory = async (visitor: Tab): Promise<void> => {
  await visitor.go();
  await visitor.event('ready');
  await visitor.page.evaluate(() => void window.timebotConsent?.history().catch(() => undefined));
};
