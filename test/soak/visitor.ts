/* A visitor: a profile on disk that outlives its browsers, two tabs, and no patience. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { puppeteerCore } from '@web/test-runner-chrome';
import { chromiumOptions } from '../../scripts/browsers.mjs';
import type {} from '../../src/entry/api.js';
import { clockAhead, KEPT } from '../e2e/probes.js';
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

/**
 * Runs in the page: clicks on a control that decides, as soon as there is one, whatever else the page is still about. False
 * where there is none, since another tab has decided meanwhile.
 */
const press = async (preferences: boolean, which: number, leaving: string): Promise<boolean> => {
  Reflect.set(window, 'leaving', leaving);
  if (preferences) await window.timebotConsent?.open('preferences');
  const root = document.querySelector('timebot-consent')?.shadowRoot;
  const inputs = root?.querySelectorAll<HTMLInputElement>('input:not([disabled])') ?? [];
  for (const [index, input] of [...inputs].entries()) if ((which >> index) % 2) input.click();
  const decides = '[data-action=accept-all],[data-action=reject-all],[data-action=save],[data-action=withdraw]';
  const controls = [...(root?.querySelectorAll<HTMLElement>(decides) ?? [])];
  controls[which % controls.length]?.click();
  return controls.length > 0;
};

export interface Visitor {
  /** One session of the browser: clicks, then closes it or kills it. */
  readonly session: () => Promise<void>;
  /**
   * Opens both tabs once more, days later, and waits until nothing waits for the endpoint. Gives the ids of the records that
   * the visitor's own database holds then.
   */
  readonly drain: () => Promise<readonly string[]>;
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
    for (const name of ['clicked', 'noted']) await cdp.send('Runtime.addBinding', { name });
    cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
      const told = JSON.parse(payload);
      if (name === 'noted') onNote({ site: origin, at: told.at, text: `tab ${tab + 1}: ${told.what}` });
      if (name !== 'clicked') return;
      onClick({ ...told, tab, afterwards });
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
    const way = chance.of(ways);
    const told = nextClick(way);
    const leaving = way === 'navigates in the same task' ? '/next' : '';
    const pressing = page.evaluate(press, !banner || chance.percent(50), chance.between(0, 63), leaving);
    // where the page leaves in the click's own task, nobody is left to answer
    if (!(await pressing.catch(() => true))) return 'nothing to click';
    if (!(await told)) throw new Error('a click was not told of');
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
          const keys = Object.keys(Object(await page?.evaluate(KEPT)));
          const idsIn = (part: string): readonly string[] =>
            keys.flatMap((key) => (key.startsWith(part) ? key.slice(part.length) : []));
          const count = idsIn('outbox/').length;
          if (!count) return idsIn('record/');
          if (Date.now() > end) throw new Error(`${origin}: ${count} records still wait for the endpoint`);
        }
      } finally {
        await browser.close();
      }
    },
  };
};
