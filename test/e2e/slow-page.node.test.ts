/*
 * Pages that arrive slowly: the parser stops in the middle of gated scripts.
 * Alone: npm run build && npx tsx --test test/e2e/slow-page.node.test.ts (DIST=<folder> for another build)
 * One test: … --test-name-pattern "what the test is called"
 */
import assert from 'node:assert/strict';
import { PAUSE, withConfig, type Site } from './site.js';
import { scenario, suite, type Tab } from './visitor.js';

const gated = (text: string, attributes = ''): string =>
  `<script type="text/plain" data-consent="ads" ${attributes}>${text}</script>`;

/** Complete ones before one that the parser has read to the half, and others behind it. */
const BODY = `
  ${gated(`ran('early')`)}
  ${gated('', 'src="/tag/before.js"')}
  ${gated(`ran('first'); ${PAUSE} ran('second')`)}
  ${gated('', 'src="/tag/after.js"')}
  ${gated(`ran('last')`)}`;
const BEFORE = ['early', 'before'];
const WHOLE = ['early', 'before', 'first', 'second', 'after', 'last'];

const LOADERS = {
  async: withConfig({ endpoint: '/consents' }),
  sync: withConfig({ endpoint: '/consents' }, '<script src="/timebot-consent.js"></script>'),
};

/** Makes what the browser knows of this visitor an acceptance. */
const accepted = async (site: Site, visitor: Tab): Promise<void> => {
  site.page('/accept');
  await visitor.go('/accept');
  await visitor.accept();
  await site.stored(1);
};

/** Opens a page whose rest is held; resolves when its first part is there, with what resolves when all of it is. */
const begin = async (visitor: Tab, path: string): Promise<{ readonly end: Promise<void> }> => {
  const end = visitor.go(path);
  await visitor.page.waitForFunction((at) => location.pathname === at && 'order' in window, {}, path);
  return { end };
};

/** The page's own code puts a node behind what the parser is reading; the gate has looked at it when this resolves. */
const addNode = async (visitor: Tab): Promise<void> => {
  const state = await visitor.page.evaluate(() => {
    document.body.append(document.createElement('div'));
    return document.readyState;
  });
  assert.equal(state, 'loading');
};

suite('a slow page', () => {
  for (const [kind, widget] of Object.entries(LOADERS)) {
    scenario(`return visit, ${kind}: no half of an inline script runs, all run once and in order`, async (world) => {
      const { site, tab } = world;
      site.page('/slow', { body: BODY, widget });
      const release = site.hold('/slow#1');
      const visitor = await tab();
      await accepted(site, visitor);
      const { end } = await begin(visitor, '/slow');
      assert.deepEqual(await visitor.ran(2), BEFORE, 'what is complete does not wait for the rest of the page');
      await addNode(visitor);
      assert.deepEqual(await visitor.order(), BEFORE);
      release();
      await end;
      await visitor.ran(WHOLE.length);
      await visitor.quiet();
      assert.deepEqual(await visitor.order(), WHOLE);
    });

    scenario(`first visit, ${kind}: neither does one where the visitor accepts meanwhile`, async ({ site, tab }) => {
      site.page('/slow', { body: BODY, widget });
      const release = site.hold('/slow#1');
      const visitor = await tab();
      const { end } = await begin(visitor, '/slow');
      // the banner is behind the half script by itself
      await visitor.accept();
      assert.deepEqual(await visitor.ran(2), BEFORE);
      await addNode(visitor);
      assert.deepEqual(await visitor.order(), BEFORE);
      release();
      await end;
      await visitor.ran(WHOLE.length);
      await visitor.quiet();
      assert.deepEqual(await visitor.order(), WHOLE);
    });
  }

  scenario('an inline script runs as soon as it is complete, not at the end of the page', async ({ site, tab }) => {
    const body = `${gated(`ran('first'); ${PAUSE} ran('second')`)}<p>Text</p>${PAUSE}${gated(`ran('last')`)}`;
    site.page('/slow', { body, widget: LOADERS.async });
    const releases = [site.hold('/slow#1'), site.hold('/slow#2')];
    const visitor = await tab();
    await accepted(site, visitor);
    const { end } = await begin(visitor, '/slow');
    await visitor.event('ready');
    await addNode(visitor);
    assert.deepEqual(await visitor.order(), []);
    releases[0]?.();
    assert.deepEqual(await visitor.ran(2), ['first', 'second']);
    assert.equal(await visitor.page.evaluate(() => document.readyState), 'loading');
    releases[1]?.();
    await end;
    assert.deepEqual(await visitor.ran(3), ['first', 'second', 'last']);
  });

  scenario('an inline script with `async` waits for the end of the page', async ({ site, tab }) => {
    site.page('/slow', { body: gated(`ran('first'); ${PAUSE} ran('second')`, 'async'), widget: LOADERS.async });
    const release = site.hold('/slow#1');
    const visitor = await tab();
    await accepted(site, visitor);
    const { end } = await begin(visitor, '/slow');
    await visitor.event('ready');
    await addNode(visitor);
    assert.deepEqual(await visitor.order(), []);
    release();
    await end;
    assert.deepEqual(await visitor.ran(2), ['first', 'second']);
  });

  scenario('an external script runs before its end tag has come, and stays where it stands', async ({ site, tab }) => {
    const body = `${gated(PAUSE, 'src="/tag/open.js"')}<p id="behind">Text</p>${gated(`ran('last')`)}`;
    site.page('/slow', { body, widget: LOADERS.async });
    const release = site.hold('/slow#1');
    const visitor = await tab();
    await accepted(site, visitor);
    const { end } = await begin(visitor, '/slow');
    assert.deepEqual(await visitor.ran(1), ['open']);
    release();
    await end;
    assert.deepEqual(await visitor.ran(2), ['open', 'last']);
    const before = await visitor.page.$eval('#behind', (element) =>
      element.previousElementSibling?.getAttribute('src'),
    );
    assert.equal(before, `${site.origin}/tag/open.js`);
    assert.equal(await visitor.page.$$eval('script[src*="/tag/"]', (scripts) => scripts.length), 1);
  });
});
