/*
 * Vendors' servers, stood in for. The scripts in vendors/ do what the real ones do where consent matters: they take the
 * calls that waited, set the cookies that the manifest states, and send something. Where a vendor's real script is on npm, it
 * can be had instead. The scenarios of the demo and the end-to-end tests share them.
 */
import { readFile } from 'node:fs/promises';

/** What a vendor's server would answer. */
export interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body?: string | Buffer;
}

const FOLDER = new URL('vendors/', import.meta.url);

/** The stand-in for each script, by its address. */
const SCRIPTS: readonly (readonly [address: RegExp, file: string])[] = [
  [/^www\.googletagmanager\.com\/(gtag\/js|gtm\.js)$/, 'google'],
  [/^mc\.yandex\.ru\/metrika\/tag\.js$/, 'yandex-metrika'],
  [/^yandex\.ru\/ads\/system\/context\.js$/, 'yandex-ads'],
  [/^top-fwz1\.mail\.ru\/js\/code\.js$/, 'vk-ads'],
  [/^connect\.facebook\.net\/en_US\/fbevents\.js$/, 'meta-pixel'],
  [/^analytics\.tiktok\.com\/i18n\/pixel\/events\.js$/, 'tiktok-pixel'],
  [/^bat\.bing\.com\/bat\.js$/, 'microsoft-uet'],
  [/^www\.clarity\.ms\/tag\/\w+$/, 'microsoft-clarity'],
  [/^stats\.site\.test\/matomo\/matomo\.js$/, 'matomo'],
  [/^(eu|us)-assets\.i\.posthog\.com\/static\/array\.js$/, 'posthog'],
  [/^stats\.example\/count\.js$/, 'view-counter'],
];

const text = (name: string): Promise<string> => readFile(new URL(name, FOLDER), 'utf8');

/** A classic script, as vendors serve them. */
const scriptOf = async (file: string): Promise<string> => {
  const [shared, own] = await Promise.all([text('stand-in.js'), text(`${file}.js`)]);
  return `(() => {${shared.replace(/^export /gm, '')}${own.replace(/^import .*$/gm, '')}})();`;
};

/** The stand-in's answer: a script where there is one, a page in a frame, and nothing for all that only listens. */
export const standIn = async (host: string, path: string, framed: boolean): Promise<Answer> => {
  const file = SCRIPTS.find(([address]) => address.test(host + path))?.[1];
  if (file) return { status: 200, type: 'text/javascript', body: await scriptOf(file) };
  if (!framed) return { status: 204 };
  const body = `<!doctype html><title>Frame</title><body style="background:#cfdadc"><p>Stand-in for ${host}</p>`;
  return { status: 200, type: 'text/html', body };
};

/** A file of a package, as the vendor's own servers give it out. */
const fromNpm = (path: string): Promise<Buffer> => readFile(new URL(`../node_modules/${path}`, import.meta.url));

const js = (body: string | Buffer): Answer => ({ status: 200, type: 'text/javascript', body });
const json = (body: object): Answer => ({ status: 200, type: 'application/json', body: JSON.stringify(body) });

/** Vendors whose real scripts are on npm, by their hosts; what else these need of their servers is answered for a new project. */
const SDKS: readonly (readonly [host: RegExp, answer: (path: string) => Promise<Answer>])[] = [
  [
    /^(eu|us)(-assets)?\.i\.posthog\.com$/,
    async (path) => {
      if (!path.endsWith('.js')) return json({ featureFlags: {}, supportedCompression: [], status: 1 });
      const name = /^\/static\/([\w-]+\.js)$/.exec(path)?.[1];
      // a project's settings, as a script: none
      return js(name ? await fromNpm(`posthog-js/dist/${name}`) : '');
    },
  ],
  [
    /^\w+\.clarity\.ms$/,
    async (path) => {
      if (path.startsWith('/tag/')) return js(await scriptOf('clarity-tag'));
      if (path.endsWith('/clarity.js')) return js(await fromNpm('clarity-js/build/clarity.min.js'));
      return { status: 204 };
    },
  ],
  [
    /^[\w-]+\.amplitude\.com$/,
    async (path) => {
      if (!path.startsWith('/libs/')) return json({ code: 200, configs: {} });
      return js(await fromNpm('@amplitude/analytics-browser/lib/scripts/amplitude-min.js'));
    },
  ],
];

/** What a vendor's server would answer, with its real script where npm has it, else with the stand-in. */
export const vendorsAnswer = async (host: string, path: string, framed: boolean): Promise<Answer> => {
  const sdk = SDKS.find(([hosts]) => hosts.test(host))?.[1];
  return sdk ? sdk(path) : standIn(host, path, framed);
};
