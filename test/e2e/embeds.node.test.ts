/*
 * Embeds: what the network sees of a vendor before, once, always and after a withdrawal.
 * Alone: npm run build && npx tsx --test test/e2e/embeds.node.test.ts (DIST=<folder> for another build)
 * One test: … --test-name-pattern "what the test is called"
 */
import assert from 'node:assert/strict';
import { noticesOf } from '../../src/command/notices.js';
import { manifest as youtube } from '../../src/services/youtube.js';
import { withExactly } from './site.js';
import { scenario, suite, type Tab, type World } from './visitor.js';
import { startVendors, type Vendors } from './vendors.js';

let vendors: Vendors;

const AT = 'timebot-embed >>> ';
const key = (action: string, which = ''): string => `timebot-embed${which} >>> [data-action="${action}"]`;
const FRAME = `${AT}iframe`;

const VIDEO = '<a href="https://youtu.be/M7lc1UVf-VE">On YouTube</a>';
const youtubeOf = (more = '', inner = VIDEO): string =>
  `<timebot-embed service="youtube" src="https://youtu.be/M7lc1UVf-VE" title="A talk" ${more}>${inner}</timebot-embed>`;

/** As docs/embeds.md asks for it. */
const STYLE =
  '<style>timebot-embed { display: block; width: 100%; aspect-ratio: 16 / 9; min-height: 220px; max-width: 400px }</style>';

const YOUTUBE = { use: 'youtube' };
/** Under the same purpose as YouTube. */
const OTHER = { id: 'taste', purpose: 'personalisation', name: 'Taste', recipient: 'Taste Inc', country: 'DE' };

const put = (site: World['site'], body: string, services: readonly unknown[] = [YOUTUBE, OTHER]): void =>
  site.page('/', { lang: 'en', head: STYLE, body, widget: withExactly({ services }) });

const isVideo = ({ host, path }: { host: string; path: string }): boolean =>
  host === 'www.youtube-nocookie.com' && path === '/embed/M7lc1UVf-VE';

/** A first visit that refuses everything: embeds are what is left to look at. */
const refused = async (visitor: Tab): Promise<void> => {
  await visitor.go();
  await visitor.reject();
  await visitor.visible(key('show-once'));
};

const frames = ({ page }: Tab): Promise<readonly (string | null)[]> =>
  page.$$eval(FRAME, (all) => all.map((f) => f.getAttribute('src')));

suite(
  'embeds',
  () => {
    scenario('nothing is asked of a vendor before; once shows this one, and records nothing', async ({ site, tab }) => {
      put(site, youtubeOf('id="one"') + youtubeOf('id="two"'));
      const visitor = await tab();
      await refused(visitor);
      await site.stored(1);
      await visitor.quiet();
      await vendors.settled(visitor);
      assert.deepEqual(vendors.asked(site.origin), []);
      assert.deepEqual(await visitor.tracked(), []);

      await visitor.press(key('show-once', '#one'));
      const { page } = await vendors.seen(site.origin, isVideo);
      assert.equal(page, site.origin, 'the vendor learns the site, not the page');
      assert.deepEqual(await frames(visitor), ['https://www.youtube-nocookie.com/embed/M7lc1UVf-VE']);
      assert.equal(await visitor.allows('youtube'), false);
      const focused = await visitor.page.$eval('#one', (embed) => embed.shadowRoot?.activeElement?.localName);
      assert.equal(focused, 'iframe');

      const from = vendors.asked(site.origin).length;
      await visitor.go();
      await visitor.visible(key('show-once', '#one'));
      await vendors.settled(visitor);
      assert.equal(vendors.asked(site.origin).length, from, 'this page only');
      assert.equal(site.records().length, 1);
      assert.deepEqual(visitor.warnings, []);
    });

    scenario('always: says what it takes, opens nothing else, and holds on the next page', async ({ site, tab }) => {
      put(site, youtubeOf());
      const visitor = await tab();
      await refused(visitor);
      await site.stored(1);

      await visitor.press(key('show-always'));
      await visitor.visible(key('allow'));
      const extent = await visitor.page.$eval(`${AT}.text p`, ({ textContent }) => textContent);
      assert.match(extent ?? '', /purpose “Personalisation” with the service YouTube/);
      await visitor.press(key('back'));
      await visitor.visible(key('show-once'));
      await vendors.settled(visitor);
      assert.deepEqual(vendors.asked(site.origin), [], 'nothing yet');

      await visitor.press(key('show-always'));
      await visitor.press(key('allow'));
      await vendors.seen(site.origin, isVideo);
      const [, record] = await site.stored(2);
      assert.deepEqual(record?.purposes, { necessary: true, personalisation: true, telemetry: false });
      assert.deepEqual(record?.services, { youtube: true, taste: false });
      assert.deepEqual([record?.actor, record?.action, record?.transfer.crossBorder], ['person', 'given', ['US']]);
      const notices = await noticesOf({ services: [{ ...youtube, id: 'youtube' }, OTHER] });
      const shown = notices.find(({ hash }) => hash === record?.notice.hash)?.notice;
      assert.match(JSON.stringify(shown?.texts), /with the service \{service\}/, 'the hash leads to what was read');

      const from = vendors.asked(site.origin).length;
      await visitor.go();
      await visitor.visible(FRAME);
      await visitor.page.waitForFunction(() =>
        document.querySelector('timebot-embed')?.shadowRoot?.querySelector('iframe'),
      );
      await vendors.settled(visitor);
      assert.equal(vendors.asked(site.origin).slice(from).filter(isVideo).length, 1);
      assert.equal(await visitor.allows('taste'), false);
    });

    scenario('always, after a change of the language: what is read is what the record names', async ({ site, tab }) => {
      put(site, youtubeOf());
      const visitor = await tab();
      await refused(visitor);
      await visitor.press(key('show-always'));
      await visitor.visible(key('allow'));
      const says = (text: RegExp): Promise<unknown> =>
        visitor.page.waitForFunction(
          (source) =>
            new RegExp(source).test(
              document.querySelector('timebot-embed')?.shadowRoot?.querySelector('.text p')?.textContent ?? '',
            ),
          {},
          text.source,
        );
      await visitor.press('div >>> [data-consent-open]');
      await visitor.press('timebot-consent >>> button[lang="ru"]');
      await says(/«Персонализация» и в ней сервис YouTube/);
      await visitor.press('timebot-consent >>> [data-action="close"]');
      await visitor.press(key('allow'));
      const [, record] = await site.stored(2);
      assert.equal(record?.notice.lang, 'ru');
      const notices = await noticesOf({ services: [{ ...youtube, id: 'youtube' }, OTHER] });
      const notice = notices.find(({ hash }) => hash === record?.notice.hash)?.notice;
      assert.match(JSON.stringify(notice?.texts), /\{service\}/);
      assert.equal(notice?.lang, 'ru');
    });

    scenario('always, by a visitor who was not asked yet: everything else stays off', async ({ site, tab }) => {
      put(site, youtubeOf());
      const visitor = await tab();
      await visitor.go();
      await visitor.asked();
      // by keyboard: the banner may lie over an embed
      for (const action of ['show-always', 'allow']) {
        await visitor.visible(key(action));
        await visitor.page.focus(key(action));
        await visitor.page.keyboard.press('Enter');
      }
      await vendors.seen(site.origin, isVideo);
      const [record] = await site.stored(1);
      assert.deepEqual(
        Object.entries(record?.purposes ?? {}).filter(([, granted]) => granted),
        [
          ['necessary', true],
          ['personalisation', true],
        ],
      );
      assert.equal(record?.policy.accepted, false);
    });

    scenario(
      'always, where only the service was refused: one click, and all that was granted stays',
      async ({ site, tab }) => {
        put(site, youtubeOf());
        const visitor = await tab();
        await visitor.go();
        await visitor.accept();
        await vendors.seen(site.origin, isVideo);
        await visitor.page.evaluate(() => window.timebotConsent?.decide({ youtube: false }));
        await visitor.press(key('show-always'));
        await visitor.visible(FRAME);
        const records = await site.stored(3);
        const [first, , last] = records;
        assert.deepEqual(last?.purposes, first?.purposes);
        assert.deepEqual(last?.services, { youtube: true, taste: true });
        assert.equal(last?.policy.accepted, true);
      },
    );

    scenario('a withdrawal empties frames in its own task, also one that was shown once', async ({ site, tab }) => {
      const CLIP = { id: 'clip', purpose: 'telemetry', hosts: ['clip.example'] };
      const clip = '<timebot-embed id="clip" service="clip" src="https://clip.example/1" title="Clip"></timebot-embed>';
      put(site, youtubeOf() + clip, [YOUTUBE, CLIP]);
      const visitor = await tab();
      await visitor.go();
      await visitor.visible(key('show-always', '#clip'));
      await visitor.press(key('show-always', '[service=youtube]'));
      await visitor.press(key('allow', '[service=youtube]'));
      await visitor.visible('timebot-embed[service=youtube] >>> iframe');
      await site.stored(1);
      await visitor.press(key('show-once', '#clip'));
      await vendors.seen(site.origin, ({ host }) => host === 'clip.example');
      assert.equal((await frames(visitor)).length, 2);

      await visitor.press('div >>> [data-consent-open]');
      await visitor.visible('timebot-consent >>> [data-action="withdraw"]');
      const left = await visitor.page.evaluate(() => {
        const withdraw = document
          .querySelector('timebot-consent')
          ?.shadowRoot?.querySelector('[data-action="withdraw"]');
        withdraw?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
        return [...document.querySelectorAll('timebot-embed')].filter((embed) =>
          embed.shadowRoot?.querySelector('iframe'),
        ).length;
      });
      assert.equal(left, 0);
      const from = vendors.asked(site.origin).length;
      await site.stored(2);
      await visitor.go();
      await visitor.visible(key('show-once', '#clip'));
      await vendors.settled(visitor);
      assert.equal(vendors.asked(site.origin).length, from);
    });

    scenario('another tab that hears of a withdrawal empties its frames', async ({ site, tab }) => {
      put(site, youtubeOf());
      const visitor = await tab();
      await visitor.go();
      await visitor.accept();
      await visitor.visible(FRAME);
      await site.stored(1);
      const other = await tab();
      await other.go();
      await other.visible(FRAME);
      await other.quiet();
      await visitor.page.evaluate(() => window.timebotConsent?.withdraw());
      await other.visible(key('show-once'));
      assert.deepEqual(await frames(other), []);
    });

    scenario('hostile markup: nothing of it is shown or run, and each is warned of once', async ({ site, tab }) => {
      const embeds = [
        'service="youtube" src="javascript:ran(1)"',
        'service="youtube" src="data:text/html,<script>parent.ran(2)</script>"',
        'service="youtube" src="https://evil.example/embed/M7lc1UVf-VE"',
        'service="youtube" src="https://www.youtube.com/redirect?q=https://evil.example"',
        'service="youtube" src="https://youtu.be/M7lc1UVf-VE" onfocus="ran(3)"',
        'service="youtube" src="https://youtu.be/M7lc1UVf-VE" srcdoc="<script>parent.ran(4)</script>"',
        'service="__proto__" src="https://youtu.be/M7lc1UVf-VE"',
        'service="constructor" src="https://youtu.be/M7lc1UVf-VE"',
        'service="taste" src="https://youtu.be/M7lc1UVf-VE"',
        'service="" src=""',
      ];
      const poster =
        '<timebot-embed id="poster" loading="eager" service="youtube" title="x" src="https://youtu.be/M7lc1UVf-VE" poster="https://i.ytimg.com/vi/1/0.jpg" allow="camera; autoplay"></timebot-embed>';
      put(
        site,
        [...embeds, ...embeds]
          .map((attributes) => `<timebot-embed title="x" ${attributes}>Text</timebot-embed>`)
          .join('') + poster,
      );
      const visitor = await tab();
      await visitor.go();
      await visitor.accept();
      await vendors.seen(site.origin, isVideo);
      await visitor.warned(/microphone|camera/);
      await vendors.settled(visitor);
      assert.deepEqual([...new Set(vendors.asked(site.origin).map(({ host }) => host))], ['www.youtube-nocookie.com']);
      const shown = await visitor.page.$$eval('timebot-embed', (all) =>
        all.map(({ id, shadowRoot }) => [id, shadowRoot?.querySelectorAll('iframe').length]),
      );
      assert.deepEqual(
        shown.filter(([, count]) => count),
        [['poster', 1]],
      );
      assert.deepEqual(await visitor.order(), []);
      const about = visitor.warnings.filter((warning) => warning.includes('timebot-embed'));
      assert.equal(about.length, embeds.length + 2);
      assert.equal(new Set(about).size, about.length);
    });

    scenario('a page that shadows what the document has', async ({ site, tab }) => {
      const names = ['createElement', 'querySelectorAll', 'baseURI', 'body', 'head', 'cookie', 'timebotConsent'];
      const shadows = names.map(
        (name) => `<img name="${name}" id="${name}" alt=""><form name="${name}" id="f-${name}"></form>`,
      );
      put(site, '');
      const visitor = await tab();
      await visitor.go();
      await visitor.reject();
      await site.stored(1);
      put(site, shadows.join('') + youtubeOf('id="attributes" name="shadowRoot"'));
      await visitor.go();
      await visitor.press(key('show-once'));
      await vendors.seen(site.origin, isVideo);
    });

    scenario(
      'nothing on the page moves, neither when an embed comes nor when its frame does',
      async ({ site, tab }) => {
        put(site, `${youtubeOf()}<p id="below">Below</p>`);
        const visitor = await tab(`
        window.shifts = [];
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value, sources }) => [value, sources.map(({ node }) => node?.id || node?.localName)])))
          .observe({ type: 'layout-shift', buffered: true });`);
        const shifts = (): Promise<unknown> => visitor.page.evaluate(() => Reflect.get(window, 'shifts'));
        const top = (): Promise<number> =>
          visitor.page.$eval('#below', (below) => below.getBoundingClientRect().top + scrollY);
        const release = site.hold('/timebot-consent.js');
        await visitor.go();
        const before = await top();
        release();
        await visitor.reject();
        await visitor.visible(key('show-once'));
        assert.equal(await top(), before);
        await visitor.press(key('show-once'));
        await vendors.seen(site.origin, isVideo);
        assert.equal(await top(), before);
        await visitor.page.evaluate(() => window.timebotConsent?.withdraw());
        await visitor.visible(key('show-once'));
        assert.equal(await top(), before);
        assert.deepEqual(await shifts(), []);
        // the probe sees what moves
        await visitor.page.$eval('timebot-embed', (embed) => embed.before('A line that pushes everything down'));
        await visitor.page.waitForFunction(() => Reflect.get(window, 'shifts').length > 0);
      },
    );

    scenario('where the visitor has colours of his own, answers have an edge', async ({ site, tab }) => {
      put(site, youtubeOf());
      const visitor = await tab();
      await refused(visitor);
      const devtools = await visitor.page.createCDPSession();
      await devtools.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
      const [forced, ...keys] = await visitor.page.evaluate(() => [
        String(matchMedia('(forced-colors: active)').matches),
        ...[...(document.querySelector('timebot-embed')?.shadowRoot?.querySelectorAll('.key') ?? [])].map((answer) => {
          const { borderTopColor, borderTopStyle, backgroundColor } = getComputedStyle(answer);
          return borderTopColor === backgroundColor ? 'none' : borderTopStyle;
        }),
      ]);
      assert.deepEqual([forced, keys], ['true', ['solid', 'solid']]);
    });

    scenario('an embed that a script adds, moves and changes', async ({ site, tab }) => {
      put(site, '<div id="here"></div><div id="there"></div>');
      const visitor = await tab();
      await visitor.go();
      await visitor.reject();
      await visitor.quiet();
      await visitor.page.evaluate(() => {
        const embed = document.createElement('timebot-embed');
        for (const [name, value] of Object.entries({
          service: 'youtube',
          title: 'A talk',
          src: 'https://youtu.be/M7lc1UVf-VE',
        }))
          embed.setAttribute(name, value);
        document.querySelector('#here')?.append(embed);
      });
      await visitor.press(key('show-once'));
      await vendors.seen(site.origin, isVideo);
      const after = await visitor.page.evaluate(() => {
        const embed = document.querySelector('timebot-embed');
        embed?.setAttribute('title', 'The talk');
        const renamed = embed?.shadowRoot?.querySelectorAll('iframe').length;
        embed?.setAttribute('src', 'https://youtu.be/aaaaaaaaaaa');
        return [renamed, embed?.shadowRoot?.querySelectorAll('iframe').length];
      });
      assert.deepEqual(after, [1, 0], 'another video is another wish');
      await visitor.press(key('show-once'));
      await vendors.seen(site.origin, ({ path }) => path === '/embed/aaaaaaaaaaa');
      const moved = await visitor.page.evaluate(() => {
        const embed = document.querySelector('timebot-embed');
        if (embed) document.querySelector('#there')?.append(embed);
        return embed?.shadowRoot?.querySelectorAll('iframe').length;
      });
      assert.equal(moved, 0);
      await visitor.visible(key('show-once'));
    });

    scenario('a site that declares nothing is told of an embed that nobody can show', async ({ site, tab }) => {
      site.page('/', { lang: 'en', body: youtubeOf() });
      const visitor = await tab();
      await visitor.go();
      await visitor.accept();
      await visitor.warned(/timebot-embed "youtube" stays closed: no service of that id has hosts/);
      const link = await visitor.page.$eval('timebot-embed a', (a) => a.checkVisibility());
      assert.equal(link, true, 'the plain link stays');
    });

    scenario('every ready-made embed by its name', async ({ site, tab }) => {
      const embeds = {
        youtube: ['youtube', 'https://youtu.be/M7lc1UVf-VE', 'www.youtube-nocookie.com'],
        vimeo: ['vimeo', 'https://vimeo.com/76979871', 'player.vimeo.com'],
        'vk-video': ['vk-video', 'https://vkvideo.ru/video-229351453_456239019', 'vkvideo.ru'],
        'google-maps': ['google-maps', 'https://www.google.com/maps/embed?pb=1', 'www.google.com'],
        'yandex-maps': ['yandex-maps', 'https://yandex.kz/map-widget/v1/?z=11', 'yandex.kz'],
        '2gis': ['double-gis', 'https://makemap.2gis.ru/widget?data=eJx', 'makemap.2gis.ru'],
      } as const;
      const body = Object.values(embeds).map(
        ([id, src]) => `<timebot-embed service="${id}" src="${src}" title="${id}" loading="eager"></timebot-embed>`,
      );
      put(
        site,
        body.join(''),
        Object.keys(embeds).map((use) => ({ use })),
      );
      const visitor = await tab();
      await refused(visitor);
      await vendors.settled(visitor);
      assert.deepEqual(vendors.asked(site.origin), []);
      await visitor.page.evaluate(() => window.timebotConsent?.acceptAll());
      for (const [, , host] of Object.values(embeds)) await vendors.seen(site.origin, (asked) => asked.host === host);
      assert.deepEqual(visitor.warnings, []);
    });
  },
  {
    flags: async () => (vendors = await startVendors()).flags,
    close: () => vendors.close(),
  },
);
