/*
 * A site for each visitor, all on one port; the collector, which is a process of its own; and between them a proxy that
 * fails. Half of the requests meet with a fault: some before the collector has the record, some after.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { driverClass } from '../../src/collector/database.js';
import { parseRecord } from '../../src/record/parse.js';
import type { ConsentRecord } from '../../src/record/record.js';
import type { Chance } from './chance.js';
import type { Note } from './story.js';

const DIST = resolve(process.env['DIST'] ?? 'dist');
const COLLECTOR = fileURLToPath(new URL('../../src/collector/cli.ts', import.meta.url));

/**
 * The page counts by itself which controls that decide were clicked, and tells the driver so after the widget has heard
 * of the click. `leaving` is where it goes in the click's own task. For the story alone it tells what its database does in
 * the second after.
 */
const PAGE = `<!doctype html><html lang="ru"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Site</title>
<script>
  let from = 0;
  var leaving = '';
  const running = new Set();
  let isOpen = false;
  let ahead = [];
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...wanted) {
    const made = transaction.apply(this, wanted);
    const tell = (what) => {
      const at = Date.now();
      if (at - from < 1000) noted(JSON.stringify({ at, what: made.mode + ' transaction ' + what }));
    };
    tell('begins behind ' + running.size);
    isOpen = true;
    running.add(made);
    for (const end of ['complete', 'abort']) {
      made.addEventListener(end, () => {
        running.delete(made);
        tell('has its ' + end);
      });
    }
    return made;
  };
  addEventListener('click', () => {
    from = Date.now();
    ahead = isOpen ? Array.from(running, ({ mode }) => mode) : ['opening'];
  }, true);
  addEventListener('click', (event) => {
    const action = event.composedPath().map((node) => node.dataset?.action).find(Boolean);
    if (!['accept-all', 'reject-all', 'save', 'withdraw'].includes(action)) return;
    const inputs = document.querySelector('timebot-consent').shadowRoot.querySelectorAll('input');
    const checked = Object.fromEntries(Array.from(inputs, (input) => [input.name, input.checked]));
    const click = { site: location.origin, page: performance.timeOrigin, from, to: Date.now(), action, checked, ahead };
    clicked(JSON.stringify(click));
    if (leaving) location.href = leaving;
  });
</script>
<script src="/timebot-consent.js" data-endpoint="/consents" async></script></head>
<body><main><h1>Site</h1></main></body></html>`;

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly body: Buffer };

const FAULTS = ['reset', 'answer lost', '503', '429', '500', 'front page', '404', '400'] as const;

export interface Figures {
  posts: number;
  faults: number;
  /** Requests that met a collector that had been killed. */
  unreachable: number;
  collectorKills: number;
}

export interface Site {
  readonly originOf: (visitor: number) => string;
  readonly figures: Readonly<Figures>;
  /** Kills the collector and starts it again on the same database. */
  readonly killCollector: () => Promise<void>;
  /** No faults any more. */
  readonly heal: () => void;
  readonly records: () => readonly ConsentRecord[];
  readonly rows: () => { readonly all: number; readonly distinct: number };
  readonly close: () => Promise<void>;
}

const numberAt = (row: unknown, column: string): number =>
  Number(Object.getOwnPropertyDescriptor(Object(row), column)?.value);

export const startSite = async (folder: string, chance: Chance, onPost: (note: Note) => void): Promise<Site> => {
  const database = join(folder, 'consents.db');
  const figures: Figures = { posts: 0, faults: 0, unreachable: 0, collectorKills: 0 };
  const Database = await driverClass();
  let healed = false;
  let collector: ChildProcess | undefined;
  let collectorPort = 0;

  const startCollector = async (): Promise<void> => {
    const args = ['--import', 'tsx', COLLECTOR, '--port', '0', '--database', database];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    collector = child;
    const lines = createInterface(child.stdout);
    const [line]: unknown[] = await once(lines, 'line');
    collectorPort = Number(/:(\d+)\/consents/.exec(String(line))?.[1]);
    if (!collectorPort) throw new Error(`the collector says ${String(line)}`);
  };

  const stopCollector = async (signal: NodeJS.Signals): Promise<void> => {
    const child = collector;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };

  /** Passes a request on; without a response where there is no collector, or no more. */
  const collect = ({
    request,
    body,
  }: Exchange): Promise<{ status: number; headers: IncomingMessage['headers']; text: string } | undefined> =>
    new Promise((done) => {
      const { method, headers } = request;
      const passed = httpRequest(
        { host: '127.0.0.1', port: collectorPort, path: '/consents', method, headers, agent: false },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8');
          answer.on('data', (part: string) => (text += part));
          answer.on('error', () => done(undefined));
          answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
        },
      );
      passed.on('error', () => done(undefined));
      passed.end(body);
    });

  const consents = async (exchange: Exchange): Promise<void> => {
    const { request, response, body } = exchange;
    figures.posts += 1;
    const fault = !healed && chance.percent(50) ? chance.of(FAULTS) : undefined;
    if (fault) figures.faults += 1;
    const note = (answer: string): void => {
      const { origin = '' } = request.headers;
      const id = /"id":"([^"]{8})/.exec(body.toString())?.[1] ?? 'nothing';
      onPost({ site: origin, at: Date.now(), text: `POST of ${id}: ${answer}` });
    };
    if (fault && fault !== 'answer lost') note(fault);
    if (fault === 'reset') return void request.socket.destroy();
    if (fault === 'front page')
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Site</h1>');
    if (fault && fault !== 'answer lost') {
      const wait = fault === '429' ? { 'retry-after': '2' } : {};
      return void response.writeHead(Number(fault), { 'content-type': 'application/json', ...wait }).end('{}');
    }
    const answer = await collect(exchange);
    if (!answer) figures.unreachable += 1;
    note(answer ? [answer.status, fault].filter(Boolean).join(', ') : 'no collector');
    if (!answer || fault) return void request.socket.destroy();
    response.writeHead(answer.status, answer.headers).end(answer.text);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    try {
      await once(request, 'end');
    } catch {
      return; // the browser was killed in the middle of its request
    }
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path === '/consents') return consents({ request, response, body: Buffer.concat(parts) });
    if (!path.endsWith('.js')) return void response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
    const code = await readFile(join(DIST, path)).catch(() => undefined);
    response.writeHead(code ? 200 : 404, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' });
    response.end(code);
  };

  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  await startCollector();

  const query = (sql: string): unknown[] => {
    const connection = new Database(database);
    try {
      return connection.prepare(sql).all();
    } finally {
      connection.close();
    }
  };

  return {
    // a name for each: records name the site, so that they can be told apart without asking the widget
    originOf: (visitor) => `http://visitor-${visitor}.localhost:${port}`,
    figures,
    killCollector: async () => {
      figures.collectorKills += 1;
      await stopCollector('SIGKILL');
      await startCollector();
    },
    heal: () => (healed = true),
    records: () =>
      query('SELECT bytes FROM records').map((row) =>
        parseRecord(String(Object.getOwnPropertyDescriptor(Object(row), 'bytes')?.value)),
      ),
    rows: () => {
      const [row] = query('SELECT count(*) AS n, count(DISTINCT bytes) AS d FROM records');
      return { all: numberAt(row, 'n'), distinct: numberAt(row, 'd') };
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await stopCollector('SIGTERM');
    },
  };
};
