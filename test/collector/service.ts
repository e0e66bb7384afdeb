import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { request, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { createCollector, type CollectorOptions } from '../../src/collector/collector.js';
import { driverClass } from '../../src/collector/database.js';
import { SITE } from './sample.js';

/** A folder that is gone after the test. */
export const temporaryFolder = async (t: TestContext): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'collector-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** One request over a connection of its own: unlike fetch it sends any header and any bytes. */
export const send = (url: string, options: RequestOptions = {}, body: string | Uint8Array = ''): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const outgoing = request(url, { agent: false, ...options }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    outgoing.on('error', reject);
    if (body.length > 0) outgoing.write(body); // sent in chunks where no length is announced
    outgoing.end();
  });

/** Posts as a page of another origin does. A header given as undefined is left out. */
export const post = (
  url: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string | undefined>> = {},
): Promise<Answer> => {
  const all = { origin: SITE, 'content-type': 'text/plain;charset=UTF-8', ...headers };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return send(url, { method: 'POST', headers: { 'content-length': Buffer.byteLength(body), ...given } }, body);
};

/** A collector that listens on a free port, with a real database file; closed after the test. */
export const startCollector = async (
  t: TestContext,
  options: Partial<CollectorOptions> = {},
): Promise<{ url: string; endpoint: string; database: string; close: () => Promise<void> }> => {
  const database = join(await temporaryFolder(t), 'consents.db');
  const app = await createCollector({ database, origins: [SITE], ...options });
  t.after(() => app.close());
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url, endpoint: `${url}${options.path ?? '/consents'}`, database, close: () => app.close() };
};

const Database = await driverClass();

/** A connection of its own, as another program would have it. */
export const connectTo = (database: string) => {
  const connection = new Database(database);
  connection.exec('PRAGMA busy_timeout = 5000');
  return connection;
};

export const rowsOf = (database: string, query: string): unknown[] => {
  const connection = connectTo(database);
  try {
    return connection.prepare(query).all().map(withoutMetadata);
  } finally {
    connection.close();
  }
};

/** libsql adds the duration of the query to a row, node:sqlite gives rows without a prototype. */
const withoutMetadata = (row: unknown): unknown =>
  typeof row === 'object' && row !== null
    ? Object.fromEntries(Object.entries(row).filter(([key]) => key !== '_metadata'))
    : row;

/** Everything that a database has on disk: the file and its write-ahead log. */
export const filesOf = async (database: string): Promise<string> => {
  const folder = join(database, '..');
  const files = (await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1'));
  return (await Promise.all(files)).join('\n');
};
