/* Visitors with a real browser: one Chromium a file, and for every test a context and a site of its own. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { puppeteerCore } from '@web/test-runner-chrome';
import { chromiumOptions } from '../../scripts/browsers.mjs';
import type {} from '../../src/entry/api.js';
import { KEPT, PROBES } from './probes.js';
import { createWaits, PATIENCE, startSite, type Site } from './site.js';

export { clockAhead } from './probes.js';

type Browser = Awaited<ReturnType<typeof puppeteerCore.launch>>;
type Context = Awaited<ReturnType<Browser['createBrowserContext']>>;
export type Page = Awaited<ReturnType<Context['newPage']>>;

declare global {
  interface Window {
    /** What stand-ins for vendors' scripts have taken, in order. */
    heard?: readonly unknown[];
    /** Names of the tags that ran, in order. */
    order: readonly string[];
    /** Names of the widget's events, with what they told. */
    events: readonly { readonly type: string; readonly detail: unknown }[];
    /** How often the database was read whole. */
    readings: number;
    /** How often the outbox was gone through. */
    drains: number;
  }
}

/** Looks by a timer, since a tab behind another paints nothing. Milliseconds. */
const EVEN_HIDDEN = { polling: 20 };

const AT = 'timebot-consent >>> ';

/** For tabs that go back: each page tells the server when it is shown, and whether it was kept for that. */
export const RETURNS = `addEventListener('pageshow', ({ persisted }) => {
  window.isBack = persisted;
  navigator.sendBeacon('/shown/' + persisted);
});`;

/**
 * Back to the page before, as it was kept. Nothing is asked of a page on its way: what reaches it frozen throws it out of the
 * cache, and so does what the driver still runs in it.
 */
export const goBack = async ({ page }: Tab, site: Site): Promise<void> => {
  await page.bringToFront();
  await page.evaluate(() => void setTimeout(() => history.back()));
  await site.seen('/shown/true');
  // the driver takes a moment longer to see which page it is now
  await page.waitForFunction(() => Reflect.get(window, 'isBack') === true);
};

/** A control of the widget by its `data-action`. */
export const control = (action: string): string => `${AT}[data-action="${action}"]`;

export interface Tab {
  readonly page: Page;
  /** What the page has printed as warnings and errors of the widget. */
  readonly warnings: readonly string[];
  /** Opens a page of the site. */
  readonly go: (path?: string) => Promise<void>;
  /** Presses what a selector finds, as a person does: with the mouse, once it is visible. */
  readonly press: (selector: string) => Promise<void>;
  readonly visible: (selector: string) => Promise<void>;
  readonly gone: (selector: string) => Promise<void>;
  readonly asked: () => Promise<void>;
  /** Waits for the widget's last part: the trigger, which shows that nothing is asked. */
  readonly quiet: () => Promise<void>;
  readonly view: () => Promise<string | null | undefined>;
  /** Presses Accept all or Reject all, and waits for the banner to go. */
  readonly accept: () => Promise<void>;
  readonly reject: () => Promise<void>;
  /** Tags that ran, in order. */
  readonly order: () => Promise<readonly string[]>;
  /** Waits until so many tags ran; then which. */
  readonly ran: (count: number) => Promise<readonly string[]>;
  /** Waits for an event of the widget, the n-th of its name. */
  readonly event: (type: string, n?: number) => Promise<unknown>;
  /** Waits until the endpoint's acknowledgement is filed, which empties the outbox. */
  readonly acknowledged: () => Promise<void>;
  /**
   * Waits until an idle page has compared its records with the cookie, the last that it does unasked. For a database that is
   * empty and not broken, and before any `kept`: what else reads all of it is taken for that.
   */
  readonly compared: () => Promise<void>;
  /** Waits until the outbox has been gone through. */
  readonly drained: () => Promise<void>;
  /** Waits for a warning. */
  readonly warned: (pattern: RegExp) => Promise<string>;
  readonly allows: (id: string) => Promise<boolean | undefined>;
  /** An attribute of what a selector finds. */
  readonly attribute: (selector: string, name: string) => Promise<string | null>;
  /** Text that the element shows. */
  readonly text: () => Promise<string>;
  /** Names of all cookies that the visitor's browser holds, whoever set them, without the widget's own. */
  readonly tracked: () => Promise<readonly string[]>;
  /** The browser's cookies for this page, by name. */
  readonly cookies: () => Promise<Readonly<Record<string, string>>>;
  /** What the widget's database holds; empty where there is none. */
  readonly kept: () => Promise<Readonly<Record<string, unknown>>>;
}

/** Where a visitor goes. */
export interface Place {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

export interface World<P extends Place = Site> {
  readonly site: P;
  /** What pages have thrown. Whoever expects something takes it out: what is left fails the test. */
  readonly errors: unknown[];
  /** A tab of this test's visitor. `scripts` run before those of any page. */
  readonly tab: (...scripts: readonly string[]) => Promise<Tab>;
  /** A tab of somebody who was never here. */
  readonly stranger: () => Promise<Tab>;
}

const createTab = async (
  context: Context,
  site: Place,
  errors: unknown[],
  scripts: readonly string[],
): Promise<Tab> => {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('pageerror', (error) => errors.push(error));
  const warnings: string[] = [];
  const { changed, until } = createWaits();
  page.on('console', (message) => {
    if (message.text().startsWith('[timebot-consent]')) warnings.push(message.text());
    changed();
  });
  for (const script of [PROBES, ...scripts]) await page.evaluateOnNewDocument(script);

  const visible = async (selector: string): Promise<void> => {
    await page.waitForSelector(selector, { visible: true });
  };
  const gone = async (selector: string): Promise<void> => {
    await page.waitForSelector(selector, { hidden: true });
  };
  const press = async (selector: string): Promise<void> => {
    await page.bringToFront();
    const element = await page.waitForSelector(selector, { visible: true });
    await element?.click();
  };
  const choose = async (action: string): Promise<void> => {
    await press(control(action));
    await gone(control(action));
  };
  const order = (): Promise<readonly string[]> => page.evaluate(() => window.order);

  return {
    page,
    warnings,
    go: async (path = '/') => {
      await page.bringToFront(); // nothing is painted in the tabs behind
      await page.goto(site.origin + path, { waitUntil: 'domcontentloaded' });
    },
    press,
    visible,
    gone,
    asked: () => visible(control('accept-all')),
    quiet: () => visible('div >>> [data-consent-open]'),
    view: () => page.evaluate(() => document.querySelector('timebot-consent')?.getAttribute('view')),
    accept: () => choose('accept-all'),
    reject: () => choose('reject-all'),
    order,
    ran: async (count) => {
      await page.waitForFunction((n) => window.order.length >= n, EVEN_HIDDEN, count);
      return order();
    },
    acknowledged: async () => {
      const filed = (): boolean =>
        window.events.some(({ type, detail }) => type === 'delivery' && Object(detail).delivery === 'acknowledged');
      await page.waitForFunction(filed, EVEN_HIDDEN);
    },
    compared: async () => {
      await page.waitForFunction(() => window.readings > 0, EVEN_HIDDEN);
    },
    drained: async () => {
      await page.waitForFunction(() => window.drains > 0, EVEN_HIDDEN);
    },
    event: async (type, n = 1) => {
      const handle = await page.waitForFunction(
        (name, index) => window.events.filter((event) => event.type === name)[index],
        EVEN_HIDDEN,
        type,
        n - 1,
      );
      return page.evaluate((event) => event?.detail, handle);
    },
    warned: (pattern) =>
      until(
        () => warnings.find((warning) => pattern.test(warning)),
        () => `a warning ${pattern} (told: ${warnings.join('\n')})`,
      ),
    allows: (id) => page.evaluate((name) => window.timebotConsent?.allows(name), id),
    attribute: (selector, name) => page.$eval(selector, (element, key) => element.getAttribute(key), name),
    text: () => page.evaluate(() => document.querySelector('timebot-consent')?.shadowRoot?.textContent ?? ''),
    cookies: async () => Object.fromEntries((await page.cookies()).map(({ name, value }) => [name, value])),
    tracked: async () => (await context.cookies()).map(({ name }) => name).filter((name) => name !== 'timebot_consent'),
    kept: async () => ({ ...Object(await page.evaluate(KEPT)) }),
  };
};

let browser: Browser | undefined;

/** How many tests of a file run at a time: they wait more than they work, and share nothing but the browser. */
const CONCURRENCY = 3;

/** What the tests of a file need besides a browser. */
export interface Surroundings {
  /** Flags that the browser is started with. */
  readonly flags: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** The tests of a file, with a browser. */
export const suite = (name: string, tests: () => void, surroundings?: Surroundings): void => {
  describe(name, { concurrency: CONCURRENCY }, () => {
    before(async () => {
      const { args, ...options } = chromiumOptions();
      browser = await puppeteerCore.launch({ ...options, args: [...args, ...((await surroundings?.flags()) ?? [])] });
    });
    after(async () => {
      await browser?.close();
      await surroundings?.close();
    });
    tests();
  });
};

/** Tests with a place and a visitor of their own. No page may ever throw. */
export const scenariosAt =
  <P extends Place>(start: () => Promise<P>) =>
  (name: string, run: (world: World<P>) => Promise<void>): void => {
    it(name, async () => {
      assert.ok(browser, 'scenarios belong into a suite');
      const site = await start();
      const open = browser;
      const context = await open.createBrowserContext();
      const strangers: Context[] = [];
      const errors: unknown[] = [];
      try {
        await run({
          site,
          errors,
          tab: (...scripts) => createTab(context, site, errors, scripts),
          stranger: async () => {
            const other = await open.createBrowserContext();
            strangers.push(other);
            return createTab(other, site, errors, []);
          },
        });
        assert.deepEqual(errors, [], 'errors that pages threw');
      } finally {
        for (const each of [context, ...strangers]) await each.close();
        await site.close();
      }
    });
  };

/** A test on a site that it writes itself. */
export const scenario = scenariosAt(startSite);
