/*
 * Vendors' servers as end-to-end tests need them: one local server that the browser takes for every host but the site's,
 * under the vendors' real names. Its log is what the network saw; what it answers are the stand-ins of the demo, or what a test
 * gives.
 */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:https';
import { standIn, type Answer } from '../../demo/vendors.js';
import { createWaits } from './site.js';
import type { Tab } from './visitor.js';

/** A request to somebody else than the site. */
export interface Asked {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Origin of the page that asked; undefined where it does not say. */
  readonly page: string | undefined;
}

export interface Vendors {
  /** What the browser has to be started with. */
  readonly flags: readonly string[];
  /** What the pages of a site asked for, oldest first; a request that does not say whose it is counts for every site. */
  readonly asked: (site: string) => readonly Asked[];
  /** Waits for a request. */
  readonly seen: (site: string, match: (asked: Asked) => boolean) => Promise<Asked>;
  /** Waits until everything that a page has asked for by now is in the log: the last of it is a request of the test's own. */
  readonly settled: (tab: Tab) => Promise<void>;
  readonly close: () => Promise<void>;
}

const CERTIFICATE = new URL('test-only.pem', import.meta.url);
const PROBE = 'probe.test';

const originOf = (url: string | undefined): string | undefined =>
  url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined;

type Answerer = (host: string, path: string, framed: boolean) => Promise<Answer>;

/** What pages of other origins may have, with cookies or without: anything. */
const sharedWith = ({ origin = '*', ...headers }: IncomingHttpHeaders): Record<string, string> => ({
  'access-control-allow-origin': origin,
  'access-control-allow-headers': headers['access-control-request-headers'] ?? '',
  ...(origin !== '*' && { 'access-control-allow-credentials': 'true' }),
});

export const startVendors = async (answer: Answerer = standIn): Promise<Vendors> => {
  const pem = await readFile(CERTIFICATE, 'utf8');
  const log: Asked[] = [];
  const { changed, until } = createWaits();

  const server = createServer({ key: pem, cert: pem }, (request, response) => {
    const { pathname, searchParams, host } = new URL(`https://${request.headers.host}${request.url}`);
    const asked: Asked = {
      method: request.method ?? '',
      host,
      path: pathname,
      query: Object.fromEntries(searchParams),
      page: originOf(request.headers.referer) ?? originOf(request.headers.origin),
    };
    // what the browser asks for by itself is no page's
    if (request.headers['sec-fetch-site'] !== 'none') log.push(asked);
    changed();
    const headers = { 'cache-control': 'no-store', ...sharedWith(request.headers) };
    void answer(host, pathname, request.headers['sec-fetch-dest'] === 'iframe').then(({ status, type, body }) =>
      response.writeHead(status, { ...headers, ...(type && { 'content-type': type }) }).end(body),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;

  const askedBy = (site: string): readonly Asked[] =>
    log.filter(({ page, host }) => host !== PROBE && (page === site || page === undefined));

  let probes = 0;
  return {
    flags: [
      `--host-resolver-rules=MAP * 127.0.0.1:${port}, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
      '--ignore-certificate-errors',
    ],
    asked: askedBy,
    seen: (site, match) =>
      until(
        () => askedBy(site).find(match),
        () =>
          `such a request (seen: ${askedBy(site)
            .map(({ host, path }) => host + path)
            .join(', ')})`,
      ),
    settled: async ({ page }) => {
      const path = `/${++probes}`;
      await page.evaluate((url) => fetch(url), `https://${PROBE}${path}`);
      await until(
        () => log.find((asked) => asked.host === PROBE && asked.path === path),
        () => 'the probe',
      );
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
