/* One visitor with a slow phone: a context of its own, so nothing is cached, stored or decided before. */
import { setTimeout as sleep } from 'node:timers/promises';
import { puppeteerCore } from '@web/test-runner-chrome';
import { probe, type Seen } from './probe.js';
import type { Embed } from './site.js';

export type Browser = Awaited<ReturnType<typeof puppeteerCore.launch>>;
type Context = Awaited<ReturnType<Browser['createBrowserContext']>>;
type Page = Awaited<ReturnType<Context['newPage']>>;

/** Bytes per second and milliseconds. */
const NETWORK = { download: 1_600_000 / 8, upload: 750_000 / 8, latency: 150 };
const CPU_SLOWDOWN = 4;
const ACCEPT = 'timebot-consent >>> [data-action="accept-all"], #cc-main .cm [data-role="all"]';

/** Milliseconds after which a page has come to rest, and what one waits for at most where a machine is busy. */
const FIRST_REST = 2000;
const RETURN_REST = 1500;
const CLICK_REST = 600;
const PATIENCE = 20_000;

/** Milliseconds of the main thread, by the browser's own count. */
export interface Work {
  readonly task: number;
  readonly script: number;
}

/** A file that a page took. */
export interface Resource {
  readonly name: string;
  /** Milliseconds since the navigation began. */
  readonly start: number;
  readonly end: number;
  /** Compressed bytes without headers; 0 from the cache. */
  readonly bytes: number;
}

export interface Load extends Seen, Work {
  readonly resources: readonly Resource[];
}

export interface Visit {
  /** The first page, with the click if there is a banner. */
  readonly first: Load;
  /** The next page after the decision, what is cacheable in the cache. */
  readonly next: Load | undefined;
  /** A page after the decision, when the cache is empty again. */
  readonly later: Load | undefined;
}

const openPage = async (context: Context): Promise<Page> => {
  const page = await context.newPage();
  // tsx keeps the names of functions by a helper that is in its own module, not in the page
  await page.evaluateOnNewDocument('globalThis.__name = (value) => value;');
  await page.evaluateOnNewDocument(probe);
  await page.emulateCPUThrottling(CPU_SLOWDOWN);
  await page.emulateNetworkConditions(NETWORK);
  return page;
};

/** Waits, without running anything in the page, so long that the page is at rest, and longer where it is late. */
const settle = async (page: Page, rest: number, done: (seen: Seen) => boolean): Promise<Seen> => {
  const start = performance.now();
  for (let wait = rest; ; wait = 200) {
    await sleep(wait);
    const seen = await page.evaluate(() => window.bench);
    if (done(seen)) return seen;
    if (performance.now() - start > PATIENCE) throw new Error(`${page.url()}: waited in vain: ${JSON.stringify(seen)}`);
  }
};

const resourcesOf = (page: Page): Promise<readonly Resource[]> =>
  page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].flatMap((entry) =>
      entry instanceof PerformanceResourceTiming
        ? {
            name: new URL(entry.name).pathname,
            start: Math.round(entry.startTime),
            end: Math.round(entry.responseEnd),
            bytes: entry.transferSize && entry.encodedBodySize,
          }
        : [],
    ),
  );

/** Opens a page in a new tab and lets it come to rest. */
const load = async (context: Context, url: string, rest: number, done: (seen: Seen) => boolean) => {
  const page = await openPage(context);
  const session = await page.createCDPSession();
  // the thread's own time: what other programs take from a busy machine is not counted
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(url, { waitUntil: 'load' });
  const seen = await settle(page, rest, done);
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string): number => 1000 * (metrics.find((found) => found.name === name)?.value ?? Number.NaN);
  const work: Work = { task: metric('TaskDuration'), script: metric('ScriptDuration') };
  return { page, result: { ...seen, ...work, resources: await resourcesOf(page) } };
};

const accept = async (page: Page): Promise<Seen> => {
  const button = await page.$(ACCEPT);
  if (!button) throw new Error(`${page.url()}: no button to accept`);
  await button.click();
  return settle(page, CLICK_REST, ({ gone, granted }) => gone !== undefined && granted !== undefined);
};

const painted = ({ firstPaint }: Seen): boolean => firstPaint !== undefined;
const asked = (seen: Seen): boolean => painted(seen) && seen.banner !== undefined;
const ran = (seen: Seen): boolean => painted(seen) && seen.granted !== undefined;

const within = async <T>(browser: Browser, run: (context: Context) => Promise<T>): Promise<T> => {
  const context = await browser.createBrowserContext();
  try {
    return await run(context);
  } finally {
    await context.close();
  }
};

/** First visit, click on "Accept all" where there is a banner, next page, later visit. */
const whole = (browser: Browser, url: string, hasBanner: boolean): Promise<Visit> =>
  within(browser, async (context) => {
    const { page, result } = await load(context, url, FIRST_REST, hasBanner ? asked : painted);
    // what blocks after the click is the click's own figure
    const first = hasBanner ? { ...result, ...(await accept(page)), blocking: result.blocking } : result;
    await page.close();
    const { page: again, result: next } = await load(context, url, RETURN_REST, hasBanner ? ran : painted);
    if (!hasBanner) return { first, next, later: undefined };
    const session = await again.createCDPSession();
    await session.send('Network.clearBrowserCache');
    await again.close();
    const { result: later } = await load(context, url, 0, ran);
    return { first, next, later };
  });

/** The first view only. */
const look = (browser: Browser, url: string, rest: number, done: (seen: Seen) => boolean): Promise<Visit> =>
  within(browser, async (context) => {
    const { result: first } = await load(context, url, rest, done);
    return { first, next: undefined, later: undefined };
  });

/** A visit by a new visitor. */
export const visit = (browser: Browser, url: string, { depth, gate }: Embed): Promise<Visit> => {
  if (depth === 'whole') return whole(browser, url, gate !== undefined);
  return depth === 'banner' ? look(browser, url, 700, asked) : look(browser, url, 0, painted);
};
