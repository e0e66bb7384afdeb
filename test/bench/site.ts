/* The pages that are compared, and a server for them: everything from memory, compressed beforehand as a CDN does it. */
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { brotliCompressSync } from 'node:zlib';
import { peerModule } from './peer.js';

const PEER = 'node_modules/vanilla-cookieconsent/dist';

/** How far a page is measured: the whole way of a visitor, or only the first view of it. */
export type Depth = 'whole' | 'banner' | 'paint';

/** A page to visit, with what it has of a widget. */
export interface Embed {
  readonly name: string;
  readonly depth: Depth;
  readonly head?: string;
  readonly bodyEnd?: string;
  /** Attribute and value that hold a script back. */
  readonly gate?: string;
  /** The page's own styles are in the page, so that its first paint waits for no stylesheet. */
  readonly inlineStyle?: boolean;
}

const OUR_GATE = 'data-consent="telemetry"';

const withConfig = (config: unknown) => ({
  head:
    `<script type="application/json" data-timebot-consent>${JSON.stringify(config)}</script>` +
    '<script src="/timebot-consent.js" async></script>',
  gate: OUR_GATE,
});

const peer = (module: string) => ({
  head: '<link rel="stylesheet" href="/cookieconsent.css">',
  bodyEnd: module,
  gate: 'data-category="analytics"',
});

const ours = withConfig({ endpoint: '/consents' });
const theirs = peer('<script type="module" src="/cookieconsent-config.js"></script>');

/** A site that says whose tags it has: its notice is its own. */
const service = { id: 'metrics', purpose: 'telemetry', name: 'Metrics', recipient: 'Metrics LLP', country: 'KZ' };

export const EMBEDS: readonly Embed[] = [
  { name: 'control', depth: 'whole' },
  { name: 'ours', depth: 'whole', ...ours },
  { name: 'theirs', depth: 'whole', ...theirs },
  { name: 'control, styles in the page', depth: 'paint', inlineStyle: true },
  { name: 'ours, styles in the page', depth: 'paint', inlineStyle: true, ...ours },
  { name: 'theirs, styles in the page', depth: 'paint', inlineStyle: true, ...theirs },
  {
    name: 'ours, one line',
    depth: 'banner',
    head: '<script src="/timebot-consent.js" data-endpoint="/consents" async></script>',
    gate: OUR_GATE,
  },
  {
    name: 'ours, a service declared',
    depth: 'banner',
    ...withConfig({ endpoint: '/consents', services: [service] }),
  },
  { name: 'theirs, module inline', depth: 'banner', ...peer(`<script type="module">${peerModule}</script>`) },
];

const SYLLABLES = 'ва го ди за ка ли мо на по ре со ту ук фи хо це ше ять ост ение ный ать ом ия ск пр ст вы'.split(
  ' ',
);

/** Text that compresses like text. The same on every run. */
const createProse = () => {
  let state = 20_190_101;
  const next = (limit: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % limit;
  };
  const several = (least: number, spread: number, make: () => string, between: string): string =>
    Array.from({ length: least + next(spread) }, make).join(between);
  const syllable = (): string => SYLLABLES[next(SYLLABLES.length)] ?? '';
  const vocabulary = Array.from({ length: 400 }, () => several(1, 4, syllable, ''));
  const word = (): string => vocabulary[Math.min(next(400), next(400))] ?? ''; // some are much more frequent
  const sentence = (): string => {
    const words = several(7, 9, word, ' ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  };
  return (sentences: number): string => several(sentences, 1, sentence, ' ');
};

const STYLESHEET = `
body { margin: 0; font: 16px/1.6 system-ui, sans-serif; color: #1d2733; background: #f6f7f9; }
header, footer { display: flex; gap: 24px; padding: 16px 5%; background: #fff; }
header nav a { margin-right: 16px; color: #1f4fd1; }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 24px; padding: 24px 5%; }
main h1, .lead { grid-column: 1 / -1; margin: 0; }
img { max-width: 100%; height: auto; border-radius: 12px; }
.card { padding: 16px 24px; border-radius: 12px; background: #fff; box-shadow: 0 2px 12px #0001; }
.card h2 { margin: 0 0 8px; font-size: 20px; }
.card a { color: #1f4fd1; font-weight: 600; }
`;

const SECTIONS = 13;

const pageOf = ({ head = '', bodyEnd = '', gate = 'data-off', inlineStyle }: Embed): string => {
  const prose = createProse();
  const sections = Array.from(
    { length: SECTIONS },
    (_, index) =>
      `<section class="card"><h2>Возможность ${index + 1}</h2><p>${prose(4)}</p><p>${prose(3)}</p>` +
      `<p><a href="/feature-${index + 1}">Подробнее</a></p></section>`,
  ).join('\n');
  return `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Запись клиентов без звонков</title>
<link rel="icon" href="data:,">
${inlineStyle ? `<style>${STYLESHEET}</style>` : '<link rel="stylesheet" href="/site.css">'}
${head}
<script type="text/plain" ${gate}>window.bench.granted ??= performance.now()</script>
</head>
<body>
<header><strong>Site</strong><nav><a href="/">Главная</a> <a href="/prices">Цены</a> <a href="/privacy">Политика</a></nav></header>
<main>
<h1>Запись клиентов без звонков</h1>
<p class="lead">${prose(3)}</p>
<img src="/photo.bmp" width="480" height="360" alt="">
${sections}
</main>
<footer><p>${prose(2)}</p></footer>
${bodyEnd}
</body>
</html>`;
};

/** An uncompressed picture, 21 kB on the wire. */
const picture = (): Buffer => {
  const [width, height, header] = [96, 72, 54];
  const bytes = Buffer.alloc(header + width * height * 3);
  bytes.write('BM');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(header, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  for (let at = header; at < bytes.length; at += 1) bytes[at] = (at * 7) % 251;
  return bytes;
};

interface StoredFile {
  readonly type: string;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

const CACHED = { 'cache-control': 'public, max-age=31536000, immutable' };

const compressed = (type: string, content: string | Buffer, headers: Readonly<Record<string, string>>): StoredFile => ({
  type: `${type}; charset=utf-8`,
  bytes: brotliCompressSync(content), // the default quality is 11
  headers: { 'content-encoding': 'br', ...headers },
});

const pathOf = (name: string): string => `/${name.replace(/\W+/g, '-')}`;

const filesOf = (dist: string): ReadonlyMap<string, StoredFile> => {
  if (!existsSync(join(dist, 'timebot-consent.js'))) throw new Error(`${dist} holds no build: run "npm run build"`);
  const script = (folder: string, name: string): [string, StoredFile] => [
    `/${name}`,
    compressed('text/javascript', readFileSync(join(folder, name)), CACHED),
  ];
  return new Map([
    ...EMBEDS.map((embed): [string, StoredFile] => [
      pathOf(embed.name),
      compressed('text/html', pageOf(embed), { 'cache-control': 'no-cache' }),
    ]),
    ...readdirSync(dist)
      .filter((name) => name.endsWith('.js'))
      .map((name) => script(dist, name)),
    script(PEER, 'cookieconsent.esm.js'),
    ['/cookieconsent.css', compressed('text/css', readFileSync(join(PEER, 'cookieconsent.css')), CACHED)],
    ['/cookieconsent-config.js', compressed('text/javascript', peerModule, CACHED)],
    ['/site.css', compressed('text/css', STYLESHEET, CACHED)],
    ['/photo.bmp', { type: 'image/bmp', bytes: picture(), headers: CACHED }],
  ]);
};

export interface Site {
  readonly url: (name: string) => string;
  readonly close: () => void;
}

/** @param dist folder of the built widget; read once, so that a build meanwhile changes nothing */
export const startSite = async (dist: string): Promise<Site> => {
  const files = filesOf(dist);

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method, url = '', headers } = request;
    if (method === 'POST' && url === '/consents') {
      const record = await json(request);
      const id: unknown = Reflect.get(Object(record), 'id');
      response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ id }));
      return;
    }
    const file = files.get(url);
    if (!file) return void response.writeHead(404).end();
    if (!headers['accept-encoding']?.includes('br')) throw new Error(`asked for ${url} without Brotli`);
    response.writeHead(200, { 'content-type': file.type, 'content-length': file.bytes.length, ...file.headers });
    response.end(file.bytes);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: (name) => `http://127.0.0.1:${port}${pathOf(name)}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
