import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { driverClass } from '../../src/collector/database.js';
import { createDemo } from '../../demo/app.js';
import type { ConsentRecord } from '../../src/record/record.js';

const PAGES = ['/', '/service.html', '/privacy.html'];
const WIDGET = '<script src="/timebot-consent.js" data-endpoint="/consents" data-config="/consent.json" async>';

/** Numbers of the policy's clauses, and the ids they have on the page: the policy numbers two clauses 2.2.5. */
const CLAUSES: readonly (readonly [number: string, id: string])[] = [
  ...'1.1 1.1.1 1.1.2 1.1.3 1.2 1.3 2.1 2.2 2.2.1 2.2.2 2.2.3 2.2.4'.split(' '),
  ...'3.1 3.2 3.3 3.3.1 3.3.2 3.3.3 3.3.4 3.3.5 3.4 3.4.1 3.4.2 3.4.3 3.4.4 4.1 4.2 6.1 6.2'.split(' '),
]
  .map((number): [string, string] => [number, `c-${number.replaceAll('.', '-')}`])
  .concat([
    ['2.2.5', 'c-2-2-5a'],
    ['2.2.5', 'c-2-2-5b'],
  ]);

/** Of the policy's words, as published, with one space between them. */
const POLICY_SHA256 = '682c537cd49fc1bb0ce81c2357638fbcbaab03e6a9a139297360e05eb0992811';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const RECORD: ConsentRecord = {
  v: 1,
  kind: 'decision',
  id: '3f0c2d4e-5b6a-4c7d-8e9f-0a1b2c3d4e5f',
  subject: '0123456789abcdef0123456789abcdef',
  seq: 1,
  prev: null,
  site: 'http://localhost:8080',
  action: 'given',
  actor: 'person',
  gpc: false,
  at: '2026-01-02T03:04:05.678Z',
  expires: '2027-01-02T03:04:05.678Z',
  policy: { id: 'timebot', edition: '2019-01-01', hash: 'a'.repeat(64), accepted: true },
  notice: { lang: 'kk', layer: 'preferences', hash: 'b'.repeat(64) },
  purposes: { necessary: true, telemetry: true, ads: false },
  services: { 'demo-counter': true, 'demo-ads': false },
  operator: { name: 'ИП Джаикбаев А.М.', id: '520224300214' },
  transfer: { thirdParties: true, crossBorder: [], publication: false },
  data: ['ip', 'cookie'],
  widget: '0.1.0',
};

describe('demo', () => {
  const lines: string[] = [];
  let folder = '';
  let database = '';
  let app: FastifyInstance;
  let url = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-'));
    database = join(folder, 'data', 'consents.db');
    const dist = join(folder, 'dist');
    await mkdir(dist);
    await writeFile(join(dist, 'timebot-consent.js'), 'loader');
    await writeFile(join(dist, 'banner-Ab_12-cd.js'), 'chunk');
    const site = fileURLToPath(new URL('../../demo/site', import.meta.url));
    app = await createDemo({ database, print: (line) => lines.push(line), roots: [site, dist] });
    url = await app.listen({ port: 0 });
  });

  after(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  const textAt = async (path: string): Promise<string> => {
    const answer = await fetch(url + path);
    assert.equal(answer.status, 200, path);
    return answer.text();
  };

  for (const path of PAGES) {
    it(`${path} runs the widget and nothing else, and loads nothing from elsewhere`, async () => {
      const html = await textAt(path);
      const scripts = html.match(/<script\b[^>]*>/g) ?? [];
      const running = scripts.filter((tag) => !tag.includes('type="text/plain" data-consent="'));
      assert.deepEqual(running, [WIDGET]);
      assert.deepEqual(html.match(/<(?!a\b)[^>]*\b(?:src|href|data-src)="(?!\/(?!\/))[^>]*>/g), null);
      assert.deepEqual(html.match(/<[^>]*\s(?:on\w+|style)=[^>]*>/g), null);
    });

    it(`${path} says that it is a demo and has a way to the settings in its footer`, async () => {
      const footer = /<footer[^]*<\/footer>/.exec(await textAt(path))?.[0] ?? '';
      assert.match(footer, /Это демонстрационный сайт/);
      assert.match(footer, /<a href="#" data-consent-open>Настройки cookie<\/a>/);
    });
  }

  it('holds every gated example back, each with a local address', async () => {
    const html = await textAt('/');
    const gated = html.match(/<(?:script|iframe|img)\b[^>]*\bdata-consent="[^>]*>/g) ?? [];
    assert.equal(gated.length, 4);
    for (const tag of gated) {
      assert.match(tag, tag.startsWith('<script') ? /type="text\/plain"/ : /^(?!.*\ssrc=)/s);
      const [, address] = /\ssrc="([^"]+)"|data-src="([^"]+)"/.exec(tag)?.filter(Boolean) ?? [];
      if (address) await textAt(address);
    }
  });

  it('shows the policy in full, word for word, each clause with its id', async () => {
    const html = await textAt('/privacy.html');
    const article = /<article lang="ru">([^]*)<\/article>/.exec(html)?.[1] ?? '';
    for (const [number, id] of CLAUSES) {
      const clause = article.split(`<li id="${id}">`)[1] ?? '';
      assert.match(clause, new RegExp(`^\\s*<p>\\s*<span class="num">${number}\\.?</span>`), id);
    }
    const words = article
      .replaceAll(/<[^>]*>/g, '')
      .trim()
      .split(/\s+/)
      .join(' ');
    assert.equal(sha256(words), POLICY_SHA256, 'the wording of the policy has changed');
  });

  it('declares the policy page and every service that a gated example names', async () => {
    const config = await textAt('/consent.json');
    assert.match(config, /"policyUrl": "\/privacy\.html"/);
    const named = Array.from((await textAt('/')).matchAll(/data-service="([^"]+)"/g), ([, id]) => id);
    assert.deepEqual([...new Set(named)].sort(), ['demo-ads', 'demo-counter']);
    for (const id of named) assert.ok(config.includes(`"id": "${id}"`), id);
  });

  for (const [path, expected] of [
    ['/timebot-consent.js', 'public, max-age=300'],
    ['/banner-Ab_12-cd.js', 'public, max-age=31536000, immutable'],
    ['/site.css', 'no-cache'],
    ['/', 'no-cache'],
  ] as const) {
    it(`serves ${path} with "${expected}"`, async () => {
      const answer = await fetch(url + path);
      await answer.text();
      assert.equal(answer.headers.get('cache-control'), expected);
    });
  }

  it('sends a scenario only to a browser whose service worker answers for the vendors, and else what starts that', async () => {
    const url = '/scenarios/embeds.html';
    const stranger = await app.inject({ url });
    assert.match(stranger.payload, /<script type="module" src="start\.js">/);
    assert.doesNotMatch(stranger.payload, /timebot-consent\.js/);
    const { headers, payload } = await app.inject({ url, headers: { 'x-stand-ins': 'ready' } });
    assert.match(payload, /<script src="\/timebot-consent\.js" data-endpoint="\/consents" async>/);
    assert.equal(headers['content-security-policy'], "frame-src 'self'");
    for (const { headers } of [stranger, await app.inject({ url, headers: { 'x-stand-ins': 'ready' } })]) {
      assert.equal(headers['cache-control'], 'no-store', 'neither may come in place of the other');
    }
    assert.equal(
      (await app.inject({ url: '/scenarios/none.html', headers: { 'x-stand-ins': 'ready' } })).statusCode,
      404,
    );
  });

  it('puts a nonce of its own into each answer with the strict policy', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const { headers, payload } = await app.inject({
          url: '/scenarios/strict-csp.html',
          headers: { 'x-stand-ins': 'ready' },
        });
        const [, nonce = ''] = /'nonce-([\w+/]{22}==)'/.exec(String(headers['content-security-policy'])) ?? [];
        assert.equal(payload.split(`nonce="${nonce}"`).length, 4, 'stage, widget, gated script');
        assert.doesNotMatch(payload, /\{nonce\}/);
        return nonce;
      }),
    );
    assert.notEqual(nonces[0], nonces[1]);
  });

  it('leads from the home page to every scenario', async () => {
    const folder = new URL('../../demo/site/scenarios/', import.meta.url);
    const pages = (await readdir(folder)).filter((name) => name.endsWith('.html') && name !== 'stage.html');
    const linked = Array.from((await textAt('/')).matchAll(/href="\/scenarios\/([^"]+)"/g), ([, name]) => name);
    assert.deepEqual(linked.sort(), pages.sort());
  });

  it('compresses a file for who accepts it, the second time too', async () => {
    const plain = await app.inject({ url: '/privacy.html' });
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.equal(plain.headers.vary, 'accept-encoding');
    for (const _time of [1, 2]) {
      const packed = await app.inject({ url: '/privacy.html', headers: { 'accept-encoding': 'gzip, br' } });
      assert.equal(packed.headers['content-encoding'], 'br');
      assert.equal(brotliDecompressSync(packed.rawPayload).toString(), plain.payload);
    }
  });

  it('keeps a posted record and prints one line of it, without the subject', async () => {
    const body = JSON.stringify({ ...RECORD, site: url });
    lines.length = 0;
    const answer = await fetch(`${url}/consents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body,
    });
    assert.equal(answer.status, 201, await answer.clone().text());
    assert.deepEqual(await answer.json(), { id: RECORD.id });

    const reader = new (await driverClass())(database);
    assert.deepEqual(reader.prepare('SELECT bytes FROM records').all(), [{ bytes: body }]);
    reader.close();

    assert.equal(lines.length, 1);
    const [line = ''] = lines;
    assert.match(line, /^\d\d:\d\d:\d\d  created  given +policy yes +kk preferences +granted: necessary, telemetry$/);
    assert.ok(!line.includes(RECORD.subject));
  });
});
