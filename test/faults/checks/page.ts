/* The host page: its markup, styles, policies and scripts; and the widget's own files. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { OLD_CLASSES } from '../../e2e/probes.js';
import { answers, DIST, GATED, hangs, resets, WIDGET, withConfig, type Fault } from '../../e2e/site.js';
import { ALL, control, HASTY, REVIVED, TRIGGER, type Check, type Scene } from '../scene.js';
import { accepts, remembers, staysClosed } from './flows.js';

const UNABLE = 'cannot be shown';

const img = (name: string): string => `<img name="${name}" alt="">`;

/** A file of the build with something of its own at the end, so that its integrity no longer holds. */
const altered: Fault = async ({ request, response }) => {
  const text = readFileSync(join(DIST, request.url ?? ''), 'utf8');
  response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' });
  response.end(`${text}\nwindow.altered = true;`);
};

/** No banner under a fault of its file; what was granted before runs all the same. */
const withoutBanner =
  (fault: Fault): Check =>
  async (scene) => {
    scene.site.spoil(/^\/banner-/, fault);
    scene.page();
    const tab = await scene.tab();
    await tab.go();
    await staysClosed(tab, UNABLE);
    assert.equal(await tab.evaluate('window.altered ?? null'), null);
  };

/** What was granted on a page that is right runs on one where Lit cannot live, and nobody is asked there. */
const diesWithLit = async (scene: Scene, options: Parameters<Scene['page']>[1], thrown: RegExp): Promise<void> => {
  scene.page('/bad', options);
  const tab = await scene.tab();
  await tab.go('/bad');
  scene.forgive(thrown); // a module script cannot be kept from reporting what kills it
  assert.deepEqual(await tab.ran(1), ['necessary']);
  await tab.until(`events.some(({ type }) => type === 'ready')`);
  assert.equal(await tab.allows('ads'), false);
  scene.page();
  await tab.go();
  await tab.asked();
  await accepts(scene, tab);
  await tab.acknowledged();
  await tab.go('/bad');
  assert.deepEqual(await tab.ran(REVIVED.length), REVIVED);
};

export const page = {
  'clobbered-document': async (scene) => {
    const names =
      'cookie head body documentElement querySelectorAll querySelector currentScript dispatchEvent readyState baseURI ' +
      'defaultView addEventListener removeEventListener hidden prerendering getElementById getElementsByTagName ' +
      'createEvent location domain visibilityState fonts title';
    const tab = await scene.asks({ body: `${names.split(' ').map(img).join('')}${GATED}` });
    await accepts(scene, tab);
    await tab.acknowledged();
  },
  'clobbered-window': async (scene) => {
    const tab = await scene.asks({
      body: `${GATED}<a id="timebotConsent"></a><a id="timebotConsent" name="allows"></a><a id="timebotConsentQueue"></a>
        <a id="trustedTypes"></a><a id="dataLayer"></a><a id="config"></a>`,
      // all of them are there when it starts; and it has something to say to Google, by a service that nobody knows
      widget: withConfig({ services: [{ use: 'google-none', mode: 'advanced' }] }, WIDGET.replace('async', 'defer')),
    });
    assert.deepEqual(await tab.evaluate('[...dataLayer[0]].slice(0, 2)'), ['consent', 'default']);
    assert.equal(
      await tab.evaluate('new Promise((done) => timebotConsentQueue.push((api) => done(api === timebotConsent)))'),
      true,
    );
    await accepts(scene, tab);
    await tab.acknowledged();
    await remembers(tab);
  },
  'clobbered-current-script': async (scene) => {
    const tab = await scene.asks({
      head: `<form name="currentScript"><input name="tagName"><input name="src" value="https://evil.example/x.js"><input name="dataset"></form>`,
    });
    await accepts(scene, tab);
    await tab.acknowledged();
  },
  'clobbered-config': async (scene) => {
    // markup that visitors may write, before the config: no script element, hence none itself
    const tab = await scene.asks({
      head: `<form id="config" data-timebot-consent><input name="endpoint" value="/evil"></form>
        <div type="application/json" data-timebot-consent>{"endpoint": "/evil"}</div>
        <a id="timebotConsentConfig" href="/evil" data-endpoint="/evil"></a>`,
    });
    await accepts(scene, tab);
    await tab.acknowledged();
    assert.equal(scene.site.count('/evil'), 0);
  },
  'clobbered-form': async (scene) => {
    // a form's own `closest` is its field
    const tab = await scene.asks({
      body: `${GATED}<form id="form" style="width: 99px; height: 99px"><input name="closest" hidden><input name="matches" hidden></form>`,
    });
    await tab.evaluate(
      `void document.getElementById('form').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))`,
    );
    await accepts(scene, tab);
    await tab.acknowledged();
  },
  'clobbered-lit': (scene) =>
    diesWithLit(scene, { head: img('createElement'), body: GATED }, /createElement|createComment|createTreeWalker/),
  'prototype-polluted': async (scene) => {
    const tab = await scene.asks({
      widget: WIDGET.replace('async', 'data-theme="blue" async'),
      script: `Object.assign(Object.prototype, { ads: true, telemetry: true, purposes: { ads: true }, services: { ads: true },
        endpoint: '/evil', granted: 24, raw: {}, restricted: false, id: 'x', delivery: 'acknowledged', accepted: true });`,
    });
    await tab.warned('"theme"'); // what tells the owner is not misled either
    await tab.reject();
    await scene.site.stored(1);
    assert.equal(scene.site.count('/evil'), 0);
    assert.equal(await tab.allows('ads'), false);
    assert.deepEqual(await tab.order(), ['necessary']);
  },
  'natives-extended': async (scene) => {
    // as old libraries do: methods on every array and object, one of which changes JSON
    const tab = await scene.asks({
      script: `Array.prototype.last = function () { return this[this.length - 1]; };
        Object.prototype.each = function () {};
        Array.prototype.toJSON = function () { return '[' + this.join() + ']'; };`,
    });
    await tab.accept();
    await tab.ran(ALL.length);
    assert.equal(await tab.delivery(), 'acknowledged');
    await scene.site.stored(1);
  },
  'classes-taken': async (scene) => {
    const tab = await scene.asks({ script: OLD_CLASSES });
    await accepts(scene, tab);
    await tab.acknowledged();
    await tab.withdraw();
    await scene.site.stored(2);
    assert.equal(await tab.allows('ads'), false);
  },
  'names-taken': async (scene) => {
    const tab = await scene.tab();
    for (const name of ['MutationObserver', 'URL', 'WeakSet']) {
      scene.page('/', { script: `const ${name} = { make() {} };` });
      await tab.go();
      await tab.warned(name);
      assert.ok((await tab.order()).every((each) => each === 'necessary'));
      assert.notEqual(await tab.evaluate(`window.timebotConsent?.allows('ads') ?? false`), true);
    }
    assert.deepEqual(scene.site.records(), []);
  },
  'host-css': async (scene) => {
    const tab = await scene.asks({
      head: `<style>body{visibility:hidden!important}body *{all:unset!important;display:none!important}</style>`,
    });
    await accepts(scene, tab);
    await tab.acknowledged();
  },
  'csp-style-none': async (scene) => {
    const headers = { 'content-security-policy': `style-src 'none'` };
    const tab = await scene.asks({ headers });
    assert.equal(
      await tab.evaluate(
        `getComputedStyle(document.querySelector('timebot-consent').shadowRoot.querySelector('section')).position !== ''`,
      ),
      true,
    );
    await accepts(scene, tab);
    await tab.quiet();
    assert.equal(
      await tab.evaluate(
        `getComputedStyle([...document.querySelectorAll('div')].find((div) => div.shadowRoot)).position`,
      ),
      'fixed',
    );
  },
  'csp-nonce': async (scene) => {
    const nonce = 'c29tZSBub25jZQ';
    const gated = GATED.replaceAll('<script ', `<script nonce="${nonce}" `);
    const tab = await scene.asks({
      nonce,
      headers: {
        'content-security-policy': `default-src 'self'; script-src 'nonce-${nonce}' 'strict-dynamic'; object-src 'none'; base-uri 'none'`,
      },
      widget: withConfig({}, WIDGET.replace('async', `nonce="${nonce}" async`)),
      body: gated,
    });
    await accepts(scene, tab);
    await tab.acknowledged();
  },
  'csp-blocks-chunks': async (scene) => {
    scene.page('/', {
      nonce: 'bm9uY2U',
      headers: { 'content-security-policy': `script-src 'nonce-bm9uY2U' 'unsafe-inline'` },
      widget: WIDGET.replace('src=', 'id="loader" src='),
    });
    // a loader without the nonce does not even start: the page lives, and nothing that is gated runs
    const tab = await scene.tab();
    await tab.go();
    await tab.until(`document.readyState === 'complete'`);
    assert.deepEqual(await tab.order(), []);
    assert.equal(await tab.evaluate('typeof timebotConsent'), 'undefined');
  },
  'trusted-types': (scene) =>
    diesWithLit(
      scene,
      { headers: { 'content-security-policy': `require-trusted-types-for 'script'; trusted-types timebot-consent` } },
      /lit-html|Policy|policy|trusted/i,
    ),
  'trusted-types-twice': (scene) =>
    diesWithLit(
      scene,
      {
        headers: {
          'content-security-policy': `require-trusted-types-for 'script'; trusted-types timebot-consent lit-html`,
        },
        head: `<script>window.theirs = trustedTypes.createPolicy('lit-html', { createHTML: (text) => text });</script>`,
      },
      /lit-html|Policy|policy|trusted/i,
    ),
  'trusted-types-without-ours': async (scene) => {
    // our own name is missing: then nothing can be loaded or opened, and nothing is thrown
    scene.page('/', {
      headers: { 'content-security-policy': `require-trusted-types-for 'script'; trusted-types lit-html` },
    });
    const tab = await scene.tab();
    await tab.go();
    await tab.until(`events.some(({ type }) => type === 'ready')`);
    assert.equal(await tab.allows('ads'), false);
    assert.deepEqual(await tab.order(), []);
  },
  'element-name-taken': async (scene) => {
    scene.page('/', { script: `customElements.define('timebot-consent', class extends HTMLElement {});` });
    const tab = await scene.tab();
    await tab.go();
    await staysClosed(tab, UNABLE);
    assert.equal(await tab.evaluate(`events.some(({ type }) => type === 'shown')`), false);
  },
  'script-twice': async (scene) => {
    const tab = await scene.asks({ widget: withConfig({}, WIDGET + WIDGET) });
    await tab.warned('has the script twice');
    await accepts(scene, tab);
    await tab.acknowledged();
    assert.equal(await tab.evaluate(`document.querySelectorAll('timebot-consent').length`), 1);
    assert.deepEqual(await tab.order(), ALL, 'and each tag ran once');
    assert.equal(scene.site.records().length, 1);
  },
  'two-versions': async (scene) => {
    const other = readFileSync(join(DIST, 'timebot-consent.js'), 'utf8');
    const { version } = createRequire(import.meta.url)('../../../package.json') as { version: string };
    scene.site.spoil(/^\/other-version\.js$/, ({ response }) => {
      response.writeHead(200, { 'content-type': 'text/javascript' });
      response.end(other.replaceAll(version, '9.9.9'));
    });
    const tab = await scene.asks({
      widget: withConfig(
        {},
        `${WIDGET.replace(' async', '')}<script src="/other-version.js" data-endpoint="/consents"></script>`,
      ),
    });
    await tab.warned('version 9.9.9 stays off');
    await accepts(scene, tab);
    await tab.acknowledged();
    assert.deepEqual(await tab.order(), ALL);
    assert.equal(scene.site.records()[0]?.widget, version);
  },
  'element-removed': async (scene) => {
    const tab = await scene.asks();
    await tab.settled();
    await tab.evaluate(`void (document.body.innerHTML = '<p>the next view of an app</p>')`);
    await tab.asked();
    assert.equal(await tab.allows('ads'), false);
    await tab.reject();
    await scene.site.stored(1);
  },
  'element-removed-for-ever': async (scene) => {
    // a page that fights for it gets it: it asks again on the next page, and nothing is granted
    const tab = await scene.asks({
      script: `window.removed = 0;
        new MutationObserver(() => document.querySelectorAll('timebot-consent').forEach((element) => {
          if (location.hash) { element.remove(); removed += 1; }
        })).observe(document, { childList: true, subtree: true });`,
    });
    await tab.settled();
    await tab.evaluate(`void (location.hash = 'fight', document.querySelector('timebot-consent').remove())`);
    await tab.until('removed >= 3');
    assert.equal(await tab.allows('ads'), false);
    assert.deepEqual(await tab.order(), ['necessary']);
    await tab.go('/');
    await tab.asked();
    await tab.reject();
    await scene.site.stored(1);
  },
  'element-moved': async (scene) => {
    const tab = await scene.asks({ body: `${GATED}<div id="there"></div>` });
    await tab.evaluate(`void document.getElementById('there').append(document.querySelector('timebot-consent'))`);
    await tab.asked();
    await accepts(scene, tab);
    await tab.acknowledged();
    assert.equal(await tab.evaluate(`document.querySelectorAll('timebot-consent').length`), 1);
  },
  'trigger-removed': async (scene) => {
    const tab = await scene.asks();
    await accepts(scene, tab);
    await tab.quiet();
    await tab.evaluate(`void (document.body.innerHTML = '<a id="own" data-consent-open href="#">Cookies</a>')`);
    await tab.visible(TRIGGER);
    await tab.press('#own');
    await tab.click(control('withdraw'));
    await scene.site.stored(2);
    assert.equal(await tab.allows('ads'), false);
  },
  'head-replaced': async (scene) => {
    const tab = await scene.asks();
    await tab.evaluate(`void (document.head.innerHTML = '')`);
    await tab.press(control('settings'));
    await tab.visible(control('save'));
    await tab.click(control('accept-all'));
    await scene.site.stored(1);
    await tab.ran(ALL.length);
  },

  'chunk-missing': withoutBanner(answers(404, { 'content-type': 'text/html' }, '<h1>Not found</h1>')),
  'chunk-blocked': withoutBanner(resets),
  'chunk-altered': withoutBanner(altered),
  'chunk-hangs': async (scene) => {
    scene.site.spoil(/^\/banner-/, hangs);
    scene.page('/', { script: HASTY });
    const tab = await scene.tab();
    await tab.go();
    await tab.ran(1);
    await tab.until(`typeof timebotConsent === 'object'`);
    assert.deepEqual(await tab.order(), ['necessary']);
    assert.equal(await tab.allows('ads'), false);
  },
  'page-chunk-missing': async (scene) => {
    scene.site.spoil(/^\/page-/, answers(404));
    const tab = await scene.asks({ widget: WIDGET });
    await tab.accept();
    assert.deepEqual(await tab.ran(2), ['necessary', 'telemetry'], 'all that a page without a config offers');
    assert.equal((await scene.site.stored(1))[0]?.action, 'given');
    await scene.site.seen('/consents');
    assert.equal((await tab.outbox()).length, 1, 'nobody files the answer: it is sent again');
  },
  'history-chunk-missing': async (scene) => {
    const tab = await scene.asks();
    await accepts(scene, tab);
    await tab.acknowledged();
    scene.site.spoil(/^\/history-/, answers(404));
    await tab.setCookie('');
    await tab.go();
    await tab.asked();
    assert.deepEqual(await tab.ran(1), ['necessary'], 'a record that cannot be checked grants nothing');
    assert.equal(await tab.allows('ads'), false);
  },
  'preferences-chunk-missing': async (scene) => {
    scene.site.spoil(/^\/preferences-/, answers(404));
    const tab = await scene.asks();
    await tab.press(control('settings'));
    await tab.warned(UNABLE);
    await accepts(scene, tab);
    await tab.acknowledged();
  },
  'locale-missing': async (scene) => {
    scene.site.spoil(/^\/kk-/, answers(404));
    const tab = await scene.asks({ lang: 'kk' });
    assert.equal(
      await tab.evaluate(`document.querySelector('timebot-consent').shadowRoot.querySelector('[lang]').lang`),
      'ru',
    );
    await accepts(scene, tab);
    const [record] = scene.site.records();
    assert.equal(record?.notice.lang, 'ru', 'the record says what was shown');
    await tab.acknowledged();
  },
  'locale-unknown': async (scene) => {
    const tab = await scene.asks({ lang: 'xx', widget: withConfig({ lang: 'xx' }) });
    await accepts(scene, tab);
    assert.equal(scene.site.records()[0]?.notice.lang, 'ru');
    await tab.acknowledged();
  },
  'plain-http': async (scene) => {
    const there = await scene.elsewhere(scene.engine.plainHost);
    const tab = await there.asks();
    assert.equal(
      await tab.evaluate('isSecureContext || !!navigator.locks || !!crypto.subtle || !!crypto.randomUUID'),
      false,
    );
    await accepts(there, tab);
    await tab.acknowledged();
    await remembers(tab);
    await tab.withdraw();
    await there.site.stored(2);
    // texts of a site's own are hashed without `subtle`
    const own = { texts: { ru: { banner: { title: 'Печенье' } } } };
    there.page('/own', { widget: withConfig({ ...own, policy: { edition: '2027-02-01' } }) });
    await tab.go('/own');
    await tab.asked();
    await tab.reject();
    await there.site.stored(3);
  },
} satisfies Readonly<Record<string, Check>>;
