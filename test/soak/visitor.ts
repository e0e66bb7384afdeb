/* A visitor: a profile on disk that outlives its browsers, two tabs, and no patience. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { puppeteerCore } from '@web/test-runner-chrome';
import { chromiumOptions } from '../../scripts/browsers.mjs';
import type {} from '../../src/entry/api.js';
import { clockAhead } from '../e2e/probes.js';
import type { Chance } from './chance.js';
import type { Note } from './story.js';
import type { Click } from './verdict.js';

type Browser = Awaited<ReturnType<typeof puppeteerCore.launch>>;
type Page = Awaited<ReturnType<Browser['newPage']>>;

/** Milliseconds that a page or a click may take where the machine is busy. */
const PATIENCE = 30_000;
/**
 * Milliseconds between a click and a SIGKILL, at least. What a page has given to the browser is still on its way from one
 * process to the other for a moment, and no page can do anything for it.
 */
const ON_ITS_WAY = 300;
/** Milliseconds after which everything that was refused is due again: dead letters are tried daily. */
const LATER = 2 * 86_400_000;

export interface Tally {
  sessions: number;
  browserKills: number;
  /** Clicks by what came right after them. */
  readonly afterwards: Record<string, number>;
  /** Sessions that ended early because page or browser did not answer in time. */
  readonly troubles: string[];
}

interface Tab {
  readonly page: Page;
  /** The next click that the page tells of, and what is to come right after it. */
  readonly nextClick: (afterwards: string) => Promise<boolean>;
}

const launch = (profile: string): Promise<Browser> =>
  puppeteerCore.launch({ ...chromiumOptions(), userDataDir: profile, protocolTimeout: PATIENCE });

/** Runs in the page: the first tab's clock shows even milliseconds only, the second's odd ones, by which records tell them apart. */
const sideClock = (tab: number): void => {
  const { now } = Date;
  Date.now = () => {
    const time = now();
    return time - (time % 2) + tab;
  };
};

/** Runs in the page: makes a control ready that decides, and says which. */
const prepare = async (preferences: boolean, which: number): Promise<string> => {
  if (preferences) await window.timebotConsent?.open('preferences');
  const root = document.querySelector('timebot-consent')?.shadowRoot;
  const inputs = root?.querySelectorAll<HTMLInputElement>('input:not([disabled])') ?? [];
  for (const [index, input] of [...inputs].entries()) if ((which >> index) % 2) input.click();
  const decides = '[data-action=accept-all],[data-action=reject-all],[data-action=save],[data-action=withdraw]';
  const controls = root?.querySelectorAll<HTMLElement>(decides) ?? [];
  return controls[which % controls.length]?.dataset['action'] ?? '';
};

/** Runs in the page. False where the control has gone, since another tab has decided meanwhile. */
const press = (action: string, leaving: string): boolean => {
  Reflect.set(window, 'leaving', leaving);
  const root = document.querySelector('timebot-consent')?.shadowRoot;
  const control = root?.querySelector<HTMLElement>(`[data-action=${action}]`);
  control?.click();
  return Boolean(control);
};

/** Runs in the page: how many records wait for the endpoint. */
const waiting = async (): Promise<number> => {
  if (!(await indexedDB.databases()).some(({ name }) => name === 'timebot-consent-1')) return 0;
  return new Promise((done, failed) => {
    const opening = indexedDB.open('timebot-consent-1');
    opening.onerror = () => failed(opening.error ?? new Error('open'));
    opening.onsuccess = () => {
      const range = IDBKeyRange.bound('outbox/', 'outbox0');
      const counting = opening.result.transaction('consent').objectStore('consent').count(range);
      counting.onerror = () => failed(counting.error ?? new Error('count'));
      counting.onsuccess = () => {
        opening.result.close();
        done(counting.result);
      };
    };
  });
};

export interface Visitor {
  /** One session of the browser: clicks, then closes it or kills it. */
  readonly session: () => Promise<void>;
  /** Opens both tabs once more, days later, and waits until nothing waits for the endpoint. */
  readonly drain: () => Promise<void>;
}

export const createVisitor = (
  origin: string,
  profile: string,
  chance: Chance,
  tally: Tally,
  onClick: (click: Click) => void,
  onNote: (note: Note) => void,
): Visitor => {
  const note = (text: string): void => onNote({ site: origin, at: Date.now(), text });

  const openTab = async (browser: Browser, tab: number): Promise<Tab> => {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    // a name that tsx gives to functions, which pages do not know
    await page.evaluateOnNewDocument('globalThis.__name = (value) => value;');
    await page.evaluateOnNewDocument(sideClock, tab);
    let heard = (): void => undefined;
    let afterwards = '';
    const cdp = await page.createCDPSession();
    await cdp.send('Runtime.enable');
    await cdp.send('Runtime.addBinding', { name: 'clicked' });
    cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name !== 'clicked') return;
      onClick({ ...JSON.parse(payload), tab, afterwards });
      heard();
    });
    await page.goto(origin, { waitUntil: 'domcontentloaded' });
    return {
      page,
      nextClick: (next) => {
        afterwards = next;
        return Promise.race([
          new Promise<boolean>((done) => {
            heard = () => done(true);
          }),
          sleep(PATIENCE, false, { ref: false }),
        ]);
      },
    };
  };

  /** A decision in a tab, and what comes right after it. */
  const decide = async ({ page, nextClick }: Tab, ways: readonly string[]): Promise<string> => {
    await page.waitForFunction(() => window.timebotConsent !== undefined, { polling: 50 });
    await page.evaluate(() => window.timebotConsent?.ready);
    const banner = await page.evaluate(
      () => document.querySelector('timebot-consent')?.getAttribute('view') === 'banner',
    );
    const action = await page.evaluate(prepare, !banner || chance.percent(50), chance.between(0, 63));
    if (!action) return 'nothing to click';
    const way = chance.of(ways);
    const told = nextClick(way);
    const leaving = way === 'navigates in the same task' ? '/next' : '';
    // where the page leaves in the click's own task, nobody is left to answer
    if (!(await page.evaluate(press, action, leaving).catch(() => true))) return 'nothing to click';
    if (!(await told)) throw new Error(`a click on ${action} was not told of`);
    if (way === 'navigates') await page.goto(`${origin}/next`, { waitUntil: 'domcontentloaded' });
    if (way === 'navigates in the same task') {
      await page.waitForFunction(() => location.pathname === '/next' && document.readyState !== 'loading', {
        polling: 50,
      });
    }
    if (way === 'closes the tab') await page.close();
    tally.afterwards[way] = (tally.afterwards[way] ?? 0) + 1;
    return way;
  };

  const STAYING = ['stays', 'navigates', 'navigates in the same task'];

  const acts = async (browser: Browser): Promise<void> => {
    const tabs = [await openTab(browser, 0), await openTab(browser, 1)];
    for (let left = chance.between(3, 6); left > 0; left--) {
      if (chance.percent(30)) {
        await Promise.all(tabs.map((tab) => decide(tab, STAYING)));
        continue;
      }
      const index = chance.between(0, 1);
      const tab = tabs[index];
      if (!tab) continue;
      await tab.page.bringToFront();
      if ((await decide(tab, [...STAYING, 'closes the tab'])) === 'closes the tab')
        tabs[index] = await openTab(browser, index);
    }
  };

  const kill = async (browser: Browser): Promise<void> => {
    const process = browser.process();
    if (!process || process.exitCode !== null || process.signalCode !== null) return;
    const exited = once(process, 'exit');
    process.kill('SIGKILL');
    await exited;
    tally.browserKills += 1;
  };

  return {
    session: async () => {
      tally.sessions += 1;
      note('browser starts');
      const browser = await launch(profile);
      try {
        await acts(browser);
      } catch (error) {
        tally.troubles.push(`${origin}: ${error instanceof Error ? error.message : String(error)}`);
      }
      await sleep(chance.between(ON_ITS_WAY, 3 * ON_ITS_WAY));
      const end = chance.percent(50) ? 'killed' : 'closed';
      note(`browser is ${end}`);
      await (end === 'killed' ? kill(browser) : browser.close());
    },

    drain: async () => {
      const browser = await launch(profile);
      try {
        for (const page of [await browser.newPage(), await browser.newPage()]) {
          await page.evaluateOnNewDocument('globalThis.__name = (value) => value;');
          await page.evaluateOnNewDocument(clockAhead(LATER));
          await page.goto(origin, { waitUntil: 'domcontentloaded' });
        }
        const [page] = (await browser.pages()).slice(-1);
        for (const end = Date.now() + PATIENCE; ; await sleep(200)) {
          const count = await page?.evaluate(waiting);
          if (!count) return;
          if (Date.now() > end) throw new Error(`${origin}: ${count} records still wait for the endpoint`);
        }
      } finally {
        await browser.close();
      }
    },
  };
};
