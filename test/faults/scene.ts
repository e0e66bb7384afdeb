/*
 * What a fault is provoked in: a site, a visitor with a real browser, and what holds for every fault. Everything that tests
 * put into a page is part of its markup, since not every driver can run a script before it.
 */
import assert from 'node:assert/strict';
import { PATIENCE, GATED, isGated, startSite, withConfig, type PageOptions, type Site } from '../e2e/site.js';
import { KEPT, PROBES } from '../e2e/probes.js';
import type { Engine, Visitor, Window } from './engines.js';

/** What GATED runs when all of it is granted after a click, and on a return visit. */
export const ALL = ['necessary', 'telemetry', 'ads', 'ads-inline'];
export const REVIVED = ['telemetry', 'ads', 'ads-inline', 'necessary'];

/** First in every page: the warnings that it prints, and a word to the server of all that is thrown in it. */
const TELLS = `
  window.warnings = [];
  {
    const print = console.warn;
    console.warn = (...args) => { warnings.push(args.map(String).join(' ')); print.apply(console, args); };
    const beacon = navigator.sendBeacon.bind(navigator);
    const tell = (error) => beacon('/thrown', String(error));
    addEventListener('error', ({ message }) => { if (message) tell(message); });
    addEventListener('unhandledrejection', ({ reason }) => tell(reason));
  }`;

/** Waits of seconds and more are a hundred times shorter. */
export const HASTY = `{
  const wait = setTimeout;
  setTimeout = (run, ms, ...args) => wait(run, ms >= 5000 ? ms / 100 : ms, ...args);
  const timeout = AbortSignal.timeout;
  AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms / 100);
}`;

/** An element by its selector, in the document or in a shadow root of the widget's. */
const find = (selector: string): string => `(() => {
  const all = (root, text) => [...Object.getPrototypeOf(root).querySelectorAll.call(root, text)];
  const roots = all(document, 'timebot-consent,div').flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [document, ...roots].flatMap((root) => all(root, ${JSON.stringify(selector)}))[0];
})()`;

const isVisible = (selector: string): string =>
  `(() => { const found = ${find(selector)}; return !!found && found.getClientRects().length > 0 && getComputedStyle(found).visibility === 'visible'; })()`;

/** Where to press, once nothing covers it. */
const middleOf = (selector: string): string => `(() => {
  const found = ${find(selector)};
  if (!found) return null;
  let box = found.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight) found.scrollIntoView({ block: 'center', behavior: 'instant' });
  box = found.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const hit = found.getRootNode().elementFromPoint(x, y);
  return hit && (hit === found || found.contains(hit)) ? x + ' ' + y : null;
})()`;

/** A control of the widget by its `data-action`. */
export const control = (action: string): string => `[data-action="${action}"]`;
export const TRIGGER = 'button[data-consent-open]';

export const field = (value: unknown, key: string): unknown =>
  Object.getOwnPropertyDescriptor(Object(value), key)?.value;

/** A page may have changed what its arrays are as JSON. */
const words = (value: unknown): readonly string[] => String(value).split(' ').filter(Boolean);

export interface Tab {
  readonly window: Window;
  readonly go: (path?: string) => Promise<void>;
  readonly evaluate: Window['evaluate'];
  /** Waits until an expression gives something. */
  readonly until: (expression: string) => Promise<unknown>;
  readonly visible: (selector: string) => Promise<unknown>;
  readonly gone: (selector: string) => Promise<unknown>;
  readonly press: (selector: string) => Promise<void>;
  /** Presses a control that decides, and waits for nothing. */
  readonly click: (selector: string) => Promise<void>;
  /** Waits for the question. */
  readonly asked: () => Promise<unknown>;
  /** Waits for the widget's last part: the trigger, which shows that nothing is asked. */
  readonly quiet: () => Promise<unknown>;
  /** Waits for what the idle page loads. */
  readonly settled: () => Promise<unknown>;
  readonly accept: () => Promise<void>;
  readonly reject: () => Promise<void>;
  readonly withdraw: () => Promise<void>;
  /** Tags that ran, in order. */
  readonly order: () => Promise<readonly string[]>;
  /** Waits until so many tags ran; then which. */
  readonly ran: (count: number) => Promise<readonly string[]>;
  readonly allows: (id: string) => Promise<boolean>;
  /** Waits for the delivery of a record to be told, and tells it. */
  readonly delivery: () => Promise<string>;
  readonly acknowledged: () => Promise<unknown>;
  readonly drained: () => Promise<unknown>;
  readonly warned: (part: string) => Promise<string>;
  readonly view: () => Promise<unknown>;
  readonly text: () => Promise<string>;
  readonly cookie: () => Promise<string>;
  readonly setCookie: (value: string) => Promise<unknown>;
  readonly kept: () => Promise<Readonly<Record<string, unknown>>>;
  /** Waits until the database says that a record is acknowledged. */
  readonly filed: (id: string) => Promise<unknown>;
  /** Ids of what waits in the outbox. */
  readonly outbox: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

export interface ScenePage extends PageOptions {
  /** Runs before anything else of the page. */
  readonly script?: string;
}

export interface Scene {
  readonly engine: Engine;
  readonly site: Site;
  /** Puts up a page with gated tags of every kind, unless it says otherwise. */
  readonly page: (path?: string, options?: ScenePage) => void;
  /** A window of this scene's visitor. */
  readonly tab: () => Promise<Tab>;
  /** A window, at a page that asks. */
  readonly asks: (options?: ScenePage) => Promise<Tab>;
  /** Another visitor, who shares nothing with this one. */
  readonly visitor: (visitor: Visitor) => Promise<Tab>;
  /** The same on a host that is no secure context, or another. */
  readonly elsewhere: (host: string) => Promise<Scene>;
  /** Says that pages throw something that is not ours to prevent. */
  readonly forgive: (pattern: RegExp) => void;
}

export type Check = (scene: Scene) => Promise<void>;

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const createTab = async (window: Window, site: Site, clicked: () => void): Promise<Tab> => {
  const until = async (expression: string): Promise<unknown> => {
    let problem: unknown;
    for (const end = performance.now() + PATIENCE; performance.now() < end; await wait(20)) {
      try {
        const found = await window.evaluate(expression);
        if (found !== null && found !== false) return found;
        problem = found;
      } catch (error) {
        problem = error; // between two pages
      }
    }
    throw new Error(`waited in vain for ${expression.slice(0, 400)}: ${String(problem)}`);
  };
  const press = async (selector: string): Promise<void> => {
    await window.front();
    const [x, y] = words(await until(middleOf(selector))).map(Number);
    assert.ok(x !== undefined && y !== undefined);
    await window.click(x, y);
  };
  const visible = (selector: string): Promise<unknown> => until(isVisible(selector));
  const gone = (selector: string): Promise<unknown> => until(`!${isVisible(selector)}`);
  const click = async (selector: string): Promise<void> => {
    await until(middleOf(selector));
    clicked();
    await press(selector);
  };
  const choose = async (action: string): Promise<void> => {
    await click(control(action));
    await gone(control(action));
  };
  const order = async (): Promise<readonly string[]> => words(await window.evaluate(`order.join(' ')`));
  const kept = async (): Promise<Readonly<Record<string, unknown>>> => ({ ...Object(await window.evaluate(KEPT)) });
  return {
    window,
    go: async (path = '/') => {
      await window.front();
      await window.go(site.origin + path);
    },
    evaluate: window.evaluate,
    until,
    visible,
    gone,
    press,
    click,
    asked: () => visible(control('accept-all')),
    quiet: () => visible(TRIGGER),
    settled: () => site.seen(({ path }) => path.startsWith('/page-')),
    accept: () => choose('accept-all'),
    reject: () => choose('reject-all'),
    withdraw: async () => {
      await press(TRIGGER);
      await click(control('withdraw'));
    },
    order,
    ran: async (count) => {
      await until(`order.length >= ${count}`);
      return order();
    },
    allows: async (id) => (await window.evaluate(`timebotConsent.allows(${JSON.stringify(id)})`)) === true,
    delivery: async () =>
      String(await until(`events.filter(({ type }) => type === 'delivery').at(-1)?.detail.delivery`)),
    acknowledged: () =>
      until(`events.some(({ type, detail }) => type === 'delivery' && detail.delivery === 'acknowledged')`),
    drained: () => until('drains > 0'),
    warned: async (part) => String(await until(`warnings.find((text) => text.includes(${JSON.stringify(part)}))`)),
    view: () => window.evaluate(`${find('timebot-consent')}?.getAttribute('view')`),
    text: async () => String(await window.evaluate(`${find('timebot-consent')}?.shadowRoot?.textContent`)),
    cookie: async () => /timebot_consent=([^;]*)/.exec(String(await window.evaluate('document.cookie')))?.[1] ?? '',
    setCookie: (value) =>
      window.evaluate(`void (document.cookie = ${JSON.stringify(`timebot_consent=${value}; Path=/`)})`),
    kept,
    filed: (id) => until(`${KEPT}.then((kept) => kept['record/${id}']?.delivery === 'acknowledged')`),
    outbox: async () =>
      Object.keys(await kept()).flatMap((key) => (key.startsWith('outbox/') ? [key.slice('outbox/'.length)] : [])),
    close: () => window.close(),
  };
};

/** Runs a check in a scene of its own, and holds it to what no fault may break. */
export const inScene = async (engine: Engine, check: Check): Promise<void> => {
  const ends: (() => Promise<void>)[] = [];
  const forgiven: RegExp[] = [];
  const sites: Site[] = [];
  let clicks = 0;
  let lastTab: Tab | undefined;
  /** How much of a site had been requested when the first click came. */
  const before = new Map<Site, number>();

  const sceneOn = async (site: Site, visitor: Visitor): Promise<Scene> => {
    const page: Scene['page'] = (path = '/', { script = '', head = '', nonce = '', ...options } = {}) =>
      site.page(path, {
        body: GATED,
        widget: withConfig({}),
        ...options,
        nonce,
        head: `<script nonce="${nonce}">${PROBES}${TELLS}\n${script}</script>${head}`,
      });
    const tabOf = async (owner: Visitor): Promise<Tab> => {
      lastTab = await createTab(await owner.open(), site, () => {
        clicks += 1;
        if (!before.has(site)) before.set(site, site.log.length);
      });
      return lastTab;
    };
    return {
      engine,
      site,
      page,
      tab: () => tabOf(visitor),
      asks: async (options) => {
        page('/', options);
        const tab = await tabOf(visitor);
        await tab.go();
        await tab.asked();
        assert.deepEqual(await tab.ran(1), ['necessary']);
        assert.equal(await tab.allows('ads'), false);
        return tab;
      },
      visitor: async (other) => {
        ends.push(() => other.end());
        return tabOf(other);
      },
      elsewhere: async (host) => sceneOn(await start(host), visitor),
      forgive: (pattern) => void forgiven.push(pattern),
    };
  };
  const start = async (host?: string): Promise<Site> => {
    const site = await startSite(host);
    sites.push(site);
    ends.push(() => site.close());
    return site;
  };

  try {
    const visitor = await engine.visitor();
    ends.unshift(() => visitor.end());
    await check(await sceneOn(await start(), visitor));
    for (const site of sites) {
      // (a) nothing is granted before anybody has said yes
      const early = site.log.slice(0, before.get(site)).filter(isGated);
      assert.deepEqual(
        early.map(({ path }) => path),
        [],
        'what ran without a choice',
      );
      // (b) no exception reaches the page
      const thrown = site.log.flatMap(({ path, body }) => (path === '/thrown' ? [body] : []));
      assert.deepEqual(
        thrown.filter((text) => !forgiven.some((pattern) => pattern.test(text))),
        [],
        'what pages threw',
      );
    }
    // (c) every click is on the server or in the outbox
    const stored = new Set(sites.flatMap((site) => site.records().map(({ id }) => id)));
    if (stored.size < clicks) for (const id of (await lastTab?.outbox()) ?? []) stored.add(id);
    assert.ok(stored.size >= clicks, `${clicks} clicks, of which only ${stored.size} are to be found`);
  } finally {
    for (const end of ends) await end().catch(() => undefined);
  }
};
