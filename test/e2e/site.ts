/*
 * A site as end-to-end tests need it: pages that a test writes, tags that report that they ran, the built files, and the
 * real collector behind a switch for faults. The built files are taken from `dist`, or from the folder in DIST.
 */
import { once } from 'node:events';
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Fastify from 'fastify';
import { collectorPlugin } from '../../src/collector/collector.js';
import { driverClass } from '../../src/collector/database.js';
import { parseRecord } from '../../src/record/parse.js';
import type { ConsentRecord } from '../../src/record/record.js';

export const DIST = resolve(process.env['DIST'] ?? 'dist');

/** How long a test waits for what has to come, milliseconds. A test that passes never waits that long. */
export const PATIENCE = 10_000;

export interface Entry {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** The request, the way to answer it, and what the collector would answer. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: string;
  readonly collect: () => Promise<{ status: number; headers: Record<string, string>; body: string }>;
}

/** What stands between widget and collector. */
export type Fault = (exchange: Exchange) => void | Promise<void>;

/** Answers without asking the collector. */
export const answers =
  (status: number, headers: Record<string, string> = {}, body = '{}'): Fault =>
  ({ response }) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);

/** What a web server shows that knows nothing of consents. */
export const html: Fault = answers(200, { 'content-type': 'text/html' }, '<!doctype html><title>Home</title>');

export const redirects: Fault = answers(302, { location: '/' });

/** No answer, until the site closes. */
export const hangs: Fault = () => undefined;

/** The connection breaks before anything is stored. */
export const resets: Fault = ({ request }) => void request.socket.destroy();

/** The record is stored, but the answer is lost. */
export const losesAnswer: Fault = async ({ request, collect }) => {
  await collect();
  request.socket.destroy();
};

/** The record is stored, but a page of another origin may not read the answer. */
export const withoutCors: Fault = async ({ response, collect }) => {
  const { status, headers, body } = await collect();
  const kept = Object.entries(headers).filter(([name]) => !name.startsWith('access-control-'));
  response.writeHead(status, Object.fromEntries(kept)).end(body);
};

export interface PageOptions {
  readonly lang?: string;
  readonly head?: string;
  readonly body?: string;
  /** The widget's own markup. */
  readonly widget?: string;
  /** Of every script that is not gated. */
  readonly nonce?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const WIDGET = '<script src="/timebot-consent.js" data-endpoint="/consents" async></script>';

/** The widget of a page whose endpoint is on another origin. */
export const otherEndpoint = (site: Pick<Site, 'otherEndpoint'>): string =>
  `<script src="/timebot-consent.js" data-endpoint="${site.otherEndpoint}" async></script>`;

/** Where the server stops in a page's text: what follows the n-th one can be held as `<path>#<n>`. */
export const PAUSE = '<!-- pause -->';

/** What a site declares that has ads: they are not offered otherwise. */
export const ADS = { ads: { recipients: [{ name: 'Example Ads', country: 'US' }] } };

/** The widget with an inline config before it. */
export const withExactly = (config: unknown, widget = WIDGET): string =>
  `<script type="application/json" data-timebot-consent>${JSON.stringify(config)}</script>${widget}`;

/** Likewise, with ads declared. */
export const withConfig = (config: unknown, widget = WIDGET): string =>
  withExactly({ ...Object(config), purposes: { ...ADS, ...Object(config).purposes } }, widget);

/**
 * Gated markup of every kind. What is necessary comes last: scripts run in document order, so once it has run, everything
 * before it has had its turn.
 */
export const GATED = `
  <script type="text/plain" data-consent="telemetry" src="/tag/telemetry.js"></script>
  <script type="text/plain" data-consent="ads" src="/tag/ads.js"></script>
  <script type="text/plain" data-consent="ads">ran('ads-inline')</script>
  <iframe data-consent="ads" data-src="/frame/ads"></iframe>
  <img data-consent="personalisation" data-src="/pixel/personalisation" alt="">
  <script type="text/plain" data-consent="necessary">ran('necessary')</script>`;

/** The same without its frame, which now and then keeps Chromium from keeping the page for the way back. */
export const WITHOUT_FRAME = GATED.replace(/<iframe.*/, '');

/** Everything of GATED that the network shows, and the keys under which its tags store something. */
export const isGated = ({ path }: Entry): boolean =>
  /^\/(tag|frame|pixel)\//.test(path) || (path.startsWith('/ran/') && path !== '/ran/necessary');

const prelude = (nonce: string): string => `<script nonce="${nonce}">
  var order = [];
  function ran(name) {
    order.push(name);
    navigator.sendBeacon('/ran/' + name);
    if (name === 'necessary') return;
    try { document.cookie = 'tag_' + name + '=1'; localStorage.setItem('tag_' + name, '1'); } catch {}
  }
</script>`;

const documentOf = ({ lang = 'ru', head = '', body = '', widget = withConfig({}), nonce = '' }: PageOptions): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<link rel="icon" href="data:,"><title>Site</title>${prelude(nonce)}${head}${widget}</head>` +
  `<body><main><h1>Site</h1><p id="text">Text</p>${body}</main></body></html>`;

/** What a tag of a vendor would do. */
export const tagScript = (name: string): string => `ran(${JSON.stringify(name)});`;

const Database = await driverClass();

const textOf = (row: unknown, column: string): string =>
  String(Object.getOwnPropertyDescriptor(Object(row), column)?.value);

/** Answers that wait for more of what happens. */
export const createWaits = () => {
  const waits = new Set<() => void>();
  return {
    changed: () => {
      for (const check of waits) check();
    },
    /** The first defined value of `look`; looks again whenever something has happened. */
    until: <T>(look: () => T | undefined, missing: () => string): Promise<T> =>
      new Promise((done, failed) => {
        const timer = setTimeout(() => {
          waits.delete(check);
          failed(new Error(`${missing()} did not come`));
        }, PATIENCE);
        const check = (): void => {
          const found = look();
          if (found === undefined) return;
          waits.delete(check);
          clearTimeout(timer);
          done(found);
        };
        waits.add(check);
        check();
      }),
  };
};

export interface Site {
  /** http://localhost:…, or another host's */
  readonly origin: string;
  /** The endpoint as another origin. */
  readonly otherEndpoint: string;
  /** Everything that was requested, oldest first. */
  readonly log: readonly Entry[];
  readonly page: (path: string, options?: PageOptions) => void;
  /** Serves JSON. */
  readonly json: (path: string, value: unknown) => void;
  /** Puts a fault before the collector, or takes it away. */
  readonly fault: (fault?: Fault) => void;
  /** Requests of a path, or the rest of a page behind a PAUSE, wait until what this returns is called. */
  readonly hold: (path: string) => () => void;
  /** Puts a fault before every file whose path matches. */
  readonly spoil: (match: RegExp, fault: Fault) => void;
  /** Refuses connections, as a server that is off, until what this returns is called. */
  readonly down: () => Promise<() => Promise<void>>;
  /** The n-th request that matches; waits for it. */
  readonly seen: (match: string | ((entry: Entry) => boolean), n?: number) => Promise<Entry>;
  readonly count: (match: string | ((entry: Entry) => boolean)) => number;
  /** Names of the built files that were requested since an index of the log, without their hashes. */
  readonly files: (from?: number) => readonly string[];
  /** What the collector's database holds, oldest first: exact bytes. */
  readonly bytes: () => readonly string[];
  readonly records: () => readonly ConsentRecord[];
  /** Waits until the collector has stored so many records, and returns them. */
  readonly stored: (count: number) => Promise<readonly ConsentRecord[]>;
  readonly close: () => Promise<void>;
}

/** A site on a free port, with an empty database. @param host a name by which browsers find this machine */
export const startSite = async (host = 'localhost'): Promise<Site> => {
  const folder = await mkdtemp(join(tmpdir(), 'timebot-consent-e2e-'));
  const database = join(folder, 'consents.db');
  const log: Entry[] = [];
  const pages = new Map<
    string,
    { readonly type: string; readonly text: string; readonly headers: PageOptions['headers'] }
  >();
  const held = new Map<string, Promise<void>>();
  const { changed, until } = createWaits();
  const spoilt: { readonly match: RegExp; readonly fault: Fault }[] = [];
  let fault: Fault | undefined;
  let created = 0;

  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const origin = `http://${host}:${port}`;

  const app = Fastify();
  await app.register(collectorPlugin, {
    database,
    origins: [origin, 'null'],
    onRecord: (_record, verdict) => {
      if (verdict === 'created') created += 1;
      changed();
    },
  });
  await app.ready();

  const file = async (path: string): Promise<{ type: string; text: string | Buffer } | undefined> => {
    const [, kind, name = ''] = /^\/(tag|frame|pixel|ran)\/([\w-]+)/.exec(path) ?? [];
    if (kind === 'tag') return { type: 'text/javascript', text: tagScript(name) };
    if (kind === 'frame') return { type: 'text/html', text: `<!doctype html><title>${name}</title>` };
    if (kind === 'pixel') return { type: 'image/svg+xml', text: '<svg xmlns="http://www.w3.org/2000/svg"/>' };
    if (kind === 'ran') return { type: 'text/plain', text: '' };
    if (!/^\/[\w-]+\.js$/.test(path)) return undefined;
    try {
      return { type: 'text/javascript', text: await readFile(join(DIST, path)) };
    } catch {
      return undefined;
    }
  };

  const collect = async (request: IncomingMessage, body: string) => {
    const headers = Object.fromEntries(
      Object.entries(request.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
    );
    const answer = await app.inject({
      method: request.method === 'OPTIONS' ? 'OPTIONS' : 'POST',
      url: '/consents',
      headers,
      payload: body,
    });
    const given = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
    return { status: answer.statusCode, headers: Object.fromEntries(given), body: answer.body };
  };

  const consents = async (request: IncomingMessage, response: ServerResponse, body: string): Promise<void> => {
    if (fault) return fault({ request, response, body, collect: () => collect(request, body) });
    const { status, headers, body: text } = await collect(request, body);
    response.writeHead(status, headers).end(text);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', headers } = request;
    const path = (request.url ?? '').split('?')[0] ?? '';
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    try {
      await once(request, 'end');
    } catch {
      return; // the page was closed in the middle of its request
    }
    const body = Buffer.concat(chunks).toString();
    log.push({ method, path, headers, body });
    changed();
    await held.get(path);
    if (path === '/consents') return consents(request, response, body);
    const spoiling = spoilt.find(({ match }) => match.test(path));
    if (spoiling) return spoiling.fault({ request, response, body, collect: () => collect(request, body) });
    const found = pages.get(path) ?? (await file(path));
    // everything is asked for anew, so that the log shows what a page takes; and to any origin, as a CDN answers
    const always = { 'cache-control': 'no-store', 'access-control-allow-origin': '*' };
    if (!found)
      return void response.writeHead(404, { 'content-type': 'text/html', ...always }).end('<h1>Not found</h1>');
    const own = 'headers' in found ? found.headers : {};
    response.writeHead(200, { 'content-type': `${found.type}; charset=utf-8`, ...always, ...own });
    const parts = typeof found.text === 'string' ? found.text.split(PAUSE) : [found.text];
    for (const [index, part] of parts.entries()) {
      await held.get(`${path}#${index}`);
      response.write(part);
    }
    response.end();
  };

  const matching = (match: string | ((entry: Entry) => boolean)): Entry[] =>
    log.filter((entry) => (typeof match === 'string' ? entry.path === match : match(entry)));

  const bytes = (): readonly string[] => {
    const connection = new Database(database);
    try {
      return connection
        .prepare('SELECT bytes FROM records ORDER BY received, seq')
        .all()
        .map((row) => textOf(row, 'bytes'));
    } finally {
      connection.close();
    }
  };
  const records = (): readonly ConsentRecord[] => bytes().map(parseRecord);

  return {
    origin,
    otherEndpoint: `http://127.0.0.1:${port}/consents`,
    log,
    page: (path, options = {}) =>
      pages.set(path, { type: 'text/html', text: documentOf(options), headers: options.headers }),
    json: (path, value) => pages.set(path, { type: 'application/json', text: JSON.stringify(value), headers: {} }),
    fault: (next) => (fault = next),
    hold: (path) => {
      let release = (): void => undefined;
      held.set(path, new Promise((done) => (release = done)));
      return () => {
        held.delete(path);
        release();
      };
    },
    spoil: (match, next) => void spoilt.push({ match, fault: next }),
    down: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      return async () => {
        server.listen(port, '127.0.0.1');
        await once(server, 'listening');
      };
    },
    seen: (match, n = 1) =>
      until(
        () => matching(match)[n - 1],
        () =>
          `request ${n} of ${String(match)} (seen: ${log.map(({ method, path }) => `${method} ${path}`).join(', ')})`,
      ),
    count: (match) => matching(match).length,
    files: (from = 0) =>
      log
        .slice(from)
        .flatMap(({ path }) => /^\/([\w-]+)\.js$/.exec(path)?.[1] ?? [])
        .map((name) => (name === 'timebot-consent' ? name : name.slice(0, -9))),
    bytes,
    records,
    stored: (count) =>
      until(
        () => (created >= count ? records() : undefined),
        () => `record ${count} (stored: ${created})`,
      ),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await app.close();
      await rm(folder, { recursive: true });
    },
  };
};
