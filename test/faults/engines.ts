/*
 * Three engines behind the few things that a fault needs of a browser: a visitor of its own, a window, an address, an
 * expression in the page, a click as a person makes it. Chromium speaks CDP and Firefox BiDi, both through Puppeteer; WebKit
 * speaks plain WebDriver, with a display of its own.
 */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { puppeteerCore } from '@web/test-runner-chrome';
import { chromiumOptions, firefoxOptions } from '../../scripts/browsers.mjs';
import { launchWebKit } from '../../scripts/webkit.mjs';
import { PATIENCE } from '../e2e/site.js';
import type { EngineName } from './table.js';

/** A name that is not this machine's own, so that its pages are no secure contexts; browsers are told that it leads here. */
const PLAIN_HOST = 'site.test';
/** 127.0.0.1 as IPv6 has it: WebKit's driver cannot be told where a name leads, but WebKit takes this for no address of its own machine. */
const PLAIN_ADDRESS = '[::ffff:7f00:1]';

export interface Window {
  /** Goes to an address, until DOMContentLoaded. */
  readonly go: (url: string) => Promise<void>;
  /** What an expression gives in the page, as JSON has it; promises are awaited. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** A click of the mouse, which the page takes for a person's. */
  readonly click: (x: number, y: number) => Promise<void>;
  readonly front: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Somebody with cookies and databases of their own. */
export interface Visitor {
  readonly open: () => Promise<Window>;
  readonly end: () => Promise<void>;
}

/** A browser of its own, that may die. */
export interface OwnBrowser extends Visitor {
  /** Kills every process of it, as a power cut does. */
  readonly kill: () => Promise<void>;
}

export interface OwnOptions {
  /** Folder of the profile, which outlives the browser. */
  readonly profile?: string;
  /** The person has told the browser to keep nothing for any site. */
  readonly blocksStorage?: boolean;
  /** With the back/forward cache, which Puppeteer turns off. */
  readonly goesBack?: boolean;
}

export interface Engine {
  readonly name: EngineName;
  /** A host that leads here, and whose pages over http are no secure contexts. */
  readonly plainHost: string;
  readonly visitor: () => Promise<Visitor>;
  /** Undefined where the driver cannot do that. */
  readonly own?: (options: OwnOptions) => Promise<OwnBrowser>;
  readonly stop: () => Promise<void>;
}

type PuppeteerBrowser = Awaited<ReturnType<typeof puppeteerCore.launch>>;
type PuppeteerPage = Awaited<ReturnType<PuppeteerBrowser['newPage']>>;

const asJson = (expression: string): string =>
  `Promise.resolve().then(() => (${expression})).then((value) => JSON.stringify(value === undefined ? null : value))`;

const windowOf = (page: PuppeteerPage): Window => {
  page.setDefaultTimeout(PATIENCE);
  return {
    go: async (url) => void (await page.goto(url, { waitUntil: 'domcontentloaded' })),
    evaluate: async (expression) => JSON.parse(String(await page.evaluate(asJson(expression)))),
    click: (x, y) => page.mouse.click(x, y),
    front: () => page.bringToFront(),
    close: () => page.close(),
  };
};

/** The process is the head of a group of its own: killing the group leaves nothing behind. */
const killGroup = async (child: ChildProcess | null): Promise<void> => {
  if (!child?.pid || child.exitCode !== null || child.signalCode) return;
  const gone = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await gone;
};

type LaunchOptions = NonNullable<Parameters<typeof puppeteerCore.launch>[0]>;

const puppeteerEngine = async (
  name: EngineName,
  launchOptions: (options: OwnOptions) => LaunchOptions,
): Promise<Engine> => {
  const browser = await puppeteerCore.launch(launchOptions({}));
  return {
    name,
    plainHost: PLAIN_HOST,
    visitor: async () => {
      const context = await browser.createBrowserContext();
      return {
        // a window each: a tab behind another paints nothing
        open: async () => windowOf(await context.newPage({ type: 'window' })),
        end: () => context.close(),
      };
    },
    own: async (options) => {
      const launched = await puppeteerCore.launch(launchOptions(options));
      return {
        open: async () => windowOf(await launched.newPage()),
        end: () => launched.close(),
        kill: () => killGroup(launched.process()),
      };
    },
    stop: () => browser.close(),
  };
};

const profiles: string[] = [];
process.once('exit', () => {
  for (const profile of profiles) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
});

/** A folder for a profile, gone with the tests. */
export const createProfile = (): string => {
  const profile = mkdtempSync(join(tmpdir(), 'timebot-consent-profile-'));
  profiles.push(profile);
  return profile;
};

/** Chromium has no switch for it, but takes what its settings page would write. */
const blockingProfile = (): string => {
  const profile = createProfile();
  mkdirSync(join(profile, 'Default'));
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(settings));
  return profile;
};

const startChromium = (): Promise<Engine> =>
  puppeteerEngine('chromium', ({ profile, blocksStorage, goesBack }) => {
    const { args, ...options } = chromiumOptions();
    const folder = blocksStorage ? blockingProfile() : profile;
    return {
      ...options,
      args: [...args, `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`],
      ...(folder ? { userDataDir: folder } : {}),
      ...(goesBack ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
    };
  });

const startFirefox = (): Promise<Engine> =>
  puppeteerEngine('firefox', ({ profile, blocksStorage }) => ({
    ...firefoxOptions(),
    ...(profile ? { userDataDir: profile } : {}),
    extraPrefsFirefox: {
      'network.dns.localDomains': PLAIN_HOST,
      ...(blocksStorage ? { 'network.cookie.cookieBehavior': 2 } : {}),
    },
  }));

const field = (value: unknown, key: string): unknown => Object.getOwnPropertyDescriptor(Object(value), key)?.value;

const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 20));

const webkitVisitor = async (): Promise<Visitor> => {
  // with other strategies the driver waits for documents that never load, and with 'eager' sometimes for ever
  const { send, close } = await launchWebKit({ pageLoadStrategy: 'none' });
  const home = await send('GET', '/window');
  // commands go to the current window: one at a time, each with its window before it
  let last: Promise<unknown> = Promise.resolve();
  let current = home;
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };

  const open = async (): Promise<Window> => {
    const handle = await inTurn(async () => field(await send('POST', '/window/new', { type: 'window' }), 'handle'));
    const call = (method: string, path: string, body?: unknown): Promise<unknown> =>
      inTurn(async () => {
        if (current !== handle) await send('POST', '/window', { handle });
        current = handle;
        return send(method, path, body);
      });
    const evaluate = async (expression: string): Promise<unknown> => {
      // as text: a page may have changed what its arrays and objects are as JSON
      const script = `const done = arguments[0]; ${asJson(expression)}.then((text) => done('=' + text), (error) => done('!' + error))`;
      const answer = String(await call('POST', '/execute/async', { script, args: [] }));
      const text = answer.slice(1);
      if (!answer.startsWith('=')) throw new Error(text);
      return JSON.parse(text);
    };
    return {
      evaluate,
      go: async (url) => {
        const left = await evaluate('performance.timeOrigin');
        await call('POST', '/url', { url });
        const arrived = `performance.timeOrigin !== ${String(left)} && document.readyState !== 'loading'`;
        for (const end = performance.now() + PATIENCE; performance.now() < end; await pause()) {
          if (await evaluate(arrived).catch(() => false)) return;
        }
        throw new Error(`${url} did not come`);
      },
      click: async (x, y) => {
        const pointer = [
          { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ];
        await call('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions: pointer }] });
      },
      front: async () => void (await call('POST', '/window', { handle })),
      close: async () => {
        await call('DELETE', '/window');
        await send('POST', '/window', { handle: home }); // there has to be a current one
        current = home;
      },
    };
  };
  return { open, end: close };
};

const starts: Readonly<Record<EngineName, () => Promise<Engine>>> = {
  chromium: startChromium,
  firefox: startFirefox,
  webkit: async () => ({
    name: 'webkit',
    plainHost: PLAIN_ADDRESS,
    visitor: webkitVisitor,
    stop: async () => undefined,
  }),
};

/** Starts an engine that this machine has. */
export const startEngine = (name: EngineName): Promise<Engine> => starts[name]();
