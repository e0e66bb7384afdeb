import assert from 'node:assert/strict';
import { copyFile, rename } from 'node:fs/promises';
import { connect } from 'node:net';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import Fastify from 'fastify';
import { collectorPlugin, createCollector } from '../../src/collector/collector.js';
import type { ConsentRecord } from '../../src/record/record.js';
import { idOf, sampleRecord, sampleText, SITE } from './sample.js';
import { filesOf, post, rowsOf, send, startCollector, temporaryFolder, type Answer } from './service.js';

const parsed = ({ text }: Answer): unknown => JSON.parse(text);

test('stores a record once: 201, then 200 for the same bytes, then 409 for others', async (t) => {
  const seen: [string, string][] = [];
  const { endpoint, database } = await startCollector(t, {
    onRecord: ({ id }, verdict) => seen.push([id, verdict]),
    now: () => Date.parse('2025-03-01T10:20:31.000Z'),
  });
  const record = sampleRecord();
  const text = sampleText();

  const first = await post(endpoint, text);
  assert.equal(first.status, 201);
  assert.deepEqual(parsed(first), { id: record.id });
  const second = await post(endpoint, text, { 'content-type': 'application/json' });
  assert.equal(second.status, 200);
  assert.deepEqual(parsed(second), { id: record.id });
  const third = await post(endpoint, text.replace('"gpc":false', '"gpc":true'));
  assert.equal(third.status, 409);
  assert.deepEqual(parsed(third), { error: 'this id is taken by a record with other bytes' });
  // the same content in other bytes is another text
  assert.equal((await post(endpoint, `${text} `)).status, 409);

  assert.deepEqual(rowsOf(database, 'SELECT * FROM records'), [
    {
      id: record.id,
      subject: record.subject,
      seq: 1,
      prev: null,
      site: SITE,
      action: 'given',
      at: '2025-03-01T10:20:30.456Z',
      received: '2025-03-01T10:20:31.000Z',
      bytes: text,
    },
  ]);
  assert.deepEqual(seen, [
    [record.id, 'created'],
    [record.id, 'seen'],
  ]);
});

test('keeps the bytes as they came, spaces, escapes and order included', async (t) => {
  const { endpoint, database } = await startCollector(t);
  const bytes = Buffer.from(JSON.stringify(sampleRecord(), undefined, 3).replace('Пример', 'При\\u043cер 😀') + '\r\n');
  assert.equal((await post(endpoint, bytes)).status, 201);
  assert.deepEqual(rowsOf(database, 'SELECT hex(CAST(bytes AS BLOB)) AS bytes FROM records'), [
    { bytes: bytes.toString('hex').toUpperCase() },
  ]);
});

test('64 duplicates at once make one row', async (t) => {
  const { endpoint, database } = await startCollector(t);
  const answers = await Promise.all(Array.from({ length: 64 }, () => post(endpoint, sampleText())));
  const count = (status: number): number => answers.filter((answer) => answer.status === status).length;
  assert.deepEqual([count(201), count(200)], [1, 63]);
  assert.deepEqual(rowsOf(database, 'SELECT count(*) AS n FROM records'), [{ n: 1 }]);
});

test('stores an edition that it does not know, and records that come out of order', async (t) => {
  const { endpoint, database } = await startCollector(t);
  const later = { ...sampleRecord({ id: idOf(2), prev: idOf(1) }), seq: 2 };
  const unknown = { ...later, policy: { ...later.policy, id: 'unheard-of', edition: '2099-12-31' } };
  assert.equal((await post(endpoint, JSON.stringify(unknown))).status, 201);
  assert.equal((await post(endpoint, sampleText({ id: idOf(1) }))).status, 201);
  assert.deepEqual(rowsOf(database, 'SELECT seq, prev FROM records ORDER BY seq'), [
    { seq: 1, prev: null },
    { seq: 2, prev: idOf(1) },
  ]);
});

test('the answer does not depend on whoever listens', async (t) => {
  const faults: string[] = [];
  const { endpoint, database } = await startCollector(t, {
    onRecord: () => {
      throw new Error('the listener fails');
    },
    onFault: ({ message }) => faults.push(message),
  });
  assert.equal((await post(endpoint, sampleText())).status, 201);
  assert.deepEqual(faults, ['the listener fails']);
  assert.deepEqual(rowsOf(database, 'SELECT count(*) AS n FROM records'), [{ n: 1 }]);
});

test('refuses every other body, and says what is wrong where', async (t) => {
  const { endpoint, database } = await startCollector(t);
  const text = sampleText();
  const without = ({ ...record }: ConsentRecord, key: keyof ConsentRecord): string =>
    JSON.stringify(Object.fromEntries(Object.entries(record).filter(([name]) => name !== key)));
  const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

  const cases: readonly (readonly [name: string, body: string | Uint8Array, status: number, path: string])[] = [
    ['nothing', '', 400, ''],
    ['cut off', text.slice(0, -1), 400, ''],
    ['no JSON', '<html>', 400, ''],
    ['two records', text + text, 400, ''],
    ['an array', `[${text}]`, 400, ''],
    ['a byte order mark', `\uFEFF${text}`, 400, ''],
    ['UTF-16', Buffer.from(text, 'utf16le'), 400, ''],
    ['invalid UTF-8', bytes(text.slice(0, -2), [0xc3, 0x28], text.slice(-2)), 400, ''],
    ['a surrogate in UTF-8', bytes('"', [0xed, 0xa0, 0x80], '"'), 400, ''],
    ['deep arrays', '['.repeat(4000) + ']'.repeat(4000), 400, ''],
    ['deep objects', '{"v":'.repeat(1300) + '1' + '}'.repeat(1300), 400, '/kind'],
    ['a deep field', text.replace('"gpc":false', `"gpc":${'['.repeat(3000)}${']'.repeat(3000)}`), 400, '/gpc'],
    ['NUL in a string', text.replace('"given"', '"given\u0000"'), 400, ''],
    ['NUL after the record', `${text}\u0000`, 400, ''],
    ['NUL, escaped', text.replace('"given"', '"given\\u0000"'), 400, '/action'],
    ['__proto__', text.replace('"v":1', '"v":1,"__proto__":{"polluted":true}'), 400, '/__proto__'],
    ['__proto__ as a purpose', text.replace('"ads":', '"__proto__":true,"ads":'), 400, '/purposes/__proto__'],
    ['an unknown field', text.replace('"accepted":', '"ip":"192.0.2.1","accepted":'), 400, '/policy/ip'],
    ['an unknown field, escaped path', text.replace('"v":1', '"v":1,"a/b~c":1'), 400, '/a~1b~0c'],
    ['a missing field', without(sampleRecord(), 'actor'), 400, '/actor'],
    ['a wrong type', text.replace('"seq":1', '"seq":"1"'), 400, '/seq'],
    ['another version', text.replace('"v":1', '"v":2'), 400, '/v'],
    ['a larger record than is sent', text + ' '.repeat(8193 - Buffer.byteLength(text)), 413, ''],
  ];
  for (const [name, body, status, path] of cases) {
    const answer = await post(endpoint, body);
    assert.equal(answer.status, status, name);
    const content = parsed(answer);
    assert.ok(typeof content === 'object' && content !== null && 'error' in content && 'path' in content, name);
    assert.equal(content.path, path, name);
    assert.ok(typeof content.error === 'string' && content.error.includes(path), name);
  }
  assert.deepEqual(rowsOf(database, 'SELECT count(*) AS n FROM records'), [{ n: 0 }]);

  const largest = text + ' '.repeat(8192 - Buffer.byteLength(text));
  assert.equal((await post(endpoint, largest)).status, 201, '8 KiB are not too large');
});

test('reads no more than 16 KiB, announced or not', async (t) => {
  const { endpoint } = await startCollector(t);
  const large = 'x'.repeat(16_385);
  assert.equal((await post(endpoint, large)).status, 413);
  const chunked = await post(endpoint, large, { 'content-length': undefined });
  assert.equal(chunked.status, 413);
});

test('takes JSON as text/plain, application/json or without a type, and nothing else', async (t) => {
  const { endpoint } = await startCollector(t);
  const types: readonly (readonly [type: string | undefined, status: number])[] = [
    ['text/plain;charset=UTF-8', 201],
    ['text/plain', 201],
    ['Application/JSON; charset=utf-8', 201],
    [undefined, 201],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
    ['application/jsonx', 415],
    ['text/html', 415],
    ['x', 415],
  ];
  for (const [n, [type, status]] of types.entries()) {
    const answer = await post(endpoint, sampleText({ id: idOf(n) }), { 'content-type': type });
    assert.equal(answer.status, status, type);
  }
  const packed = await post(endpoint, sampleText(), { 'content-encoding': 'gzip' });
  assert.equal(packed.status, 415);
});

test('knows origins exactly: the list, and its own host', async (t) => {
  const { endpoint, url, database } = await startCollector(t, { origins: [SITE, 'null'] });
  const own = url; // a page that this host serves
  const cases: readonly (readonly [origin: string | undefined, site: string, status: number])[] = [
    [SITE, SITE, 201],
    [own, own, 201],
    [own.replace('http:', 'https:'), own.replace('http:', 'https:'), 201], // TLS ends at a proxy
    [undefined, SITE, 201], // no browser leaves the header out; whoever does could forge it as well
    ['null', SITE, 201],
    [SITE, 'https://other.example', 403],
    [own, SITE, 403],
    ['http://timebot.kz', 'http://timebot.kz', 403],
    ['https://timebot.kz:8443', 'https://timebot.kz:8443', 403],
    ['https://timebot.kz.evil.example', 'https://timebot.kz.evil.example', 403],
    ['https://eviltimebot.kz', 'https://eviltimebot.kz', 403],
    ['https://evil.example', SITE, 403],
    ['not an origin', SITE, 403],
  ];
  for (const [n, [origin, site, status]] of cases.entries()) {
    const answer = await post(endpoint, sampleText({ id: idOf(n), site }), { origin });
    assert.equal(answer.status, status, `${origin} sends ${site}`);
  }
  assert.deepEqual(rowsOf(database, 'SELECT count(*) AS n FROM records'), [{ n: 5 }]);

  const mismatch = await post(endpoint, sampleText({ id: idOf(99), site: 'https://other.example' }));
  assert.deepEqual(parsed(mismatch), {
    error: `/site is https://other.example, but ${SITE} sends it`,
    path: '/site',
  });
});

test('an opaque origin is refused unless it is listed', async (t) => {
  const { endpoint } = await startCollector(t);
  assert.equal((await post(endpoint, sampleText(), { origin: 'null' })).status, 403);
});

test('a wrong allow-list is refused at the start', async (t) => {
  const database = `${await temporaryFolder(t)}/consents.db`;
  for (const origin of ['https://timebot.kz/', '*', 'timebot.kz', 'https://TIMEBOT.kz']) {
    await assert.rejects(createCollector({ database, origins: [origin] }), {
      message: new RegExp('must be an origin'),
    });
  }
});

test('lets pages of allowed origins read every answer, and no others', async (t) => {
  const { endpoint } = await startCollector(t);
  const allowed = [
    await post(endpoint, sampleText()),
    await post(endpoint, '{'),
    await post(endpoint, sampleText(), { 'content-type': 'text/html' }),
    await post(endpoint, 'x'.repeat(20_000)),
    await send(endpoint, { method: 'OPTIONS', headers: { origin: SITE, 'access-control-request-method': 'POST' } }),
  ];
  assert.deepEqual(
    allowed.map(({ status }) => status),
    [201, 400, 415, 413, 204],
  );
  for (const { status, headers } of allowed) {
    assert.equal(headers['access-control-allow-origin'], SITE, String(status));
    assert.equal(headers['access-control-expose-headers'], 'Retry-After');
    assert.equal(headers['access-control-allow-credentials'], undefined);
    assert.match(headers.vary ?? '', /\bOrigin\b/);
  }
  const preflight = allowed.at(-1)?.headers;
  assert.equal(preflight?.['access-control-allow-methods'], 'POST');
  assert.equal(preflight?.['access-control-allow-headers'], 'Content-Type');

  const origin = 'https://evil.example';
  const refused = [
    await post(endpoint, sampleText(), { origin }),
    await send(endpoint, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } }),
  ];
  for (const { status, headers } of refused) {
    assert.equal(status, 403);
    assert.equal(headers['access-control-allow-origin'], undefined);
    assert.match(headers.vary ?? '', /\bOrigin\b/);
  }
});

test('no answer is sniffed, run, framed or kept', async (t) => {
  const { url, endpoint } = await startCollector(t);
  const answers = [
    await post(endpoint, sampleText()),
    await post(endpoint, '{'),
    await send(`${url}/livez`),
    await send(`${url}/readyz`),
    await send(`${url}/elsewhere`),
  ];
  assert.deepEqual(
    answers.map(({ status }) => status),
    [201, 400, 200, 200, 404],
  );
  for (const { headers } of answers) {
    assert.equal(headers['content-type'], 'application/json; charset=utf-8');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['content-security-policy'], "default-src 'none'");
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
  }
});

test('without its file it answers 503, tells it once an outage, and goes on when the file is back', async (t) => {
  const faults: string[] = [];
  const { url, endpoint, database } = await startCollector(t, { onFault: ({ message }) => faults.push(message) });
  assert.equal((await send(`${url}/readyz`)).status, 200);

  await rename(database, `${database}.away`);
  const answer = await post(endpoint, sampleText());
  assert.equal(answer.status, 503);
  assert.equal(answer.headers['retry-after'], '5');
  assert.equal(answer.headers['access-control-allow-origin'], SITE);
  assert.deepEqual(parsed(answer), { error: 'the database takes no writes now' });
  assert.equal((await send(`${url}/readyz`)).status, 503);
  assert.equal((await send(`${url}/livez`)).status, 200);
  assert.equal(faults.length, 1);
  assert.ok(faults[0]?.startsWith(database), faults[0]);

  await rename(`${database}.away`, database);
  assert.equal((await send(`${url}/readyz`)).status, 200);
  assert.equal((await post(endpoint, sampleText())).status, 201);

  await rename(database, `${database}.away`);
  assert.equal((await post(endpoint, sampleText())).status, 503);
  assert.equal(faults.length, 2, 'the next outage is told again');
  await rename(`${database}.away`, database);
});

test('keeps no address, user agent or referrer, and logs none in an application that logs requests', async (t) => {
  const database = `${await temporaryFolder(t)}/consents.db`;
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const app = Fastify({ logger: { stream } });
  t.after(() => app.close());
  app.get('/', async () => 'home');
  await app.register(collectorPlugin, { database, origins: [SITE] });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const started = lines.length; // where it listens

  const traces = { 'x-forwarded-for': '203.0.113.77', 'user-agent': 'Tracer/1.0', referer: `${SITE}/secret-page` };
  assert.equal((await post(`${url}/consents`, sampleText(), traces)).status, 201);
  assert.equal((await post(`${url}/consents`, '{', traces)).status, 400);
  assert.equal((await send(`${url}/readyz`, { headers: traces })).status, 200);
  assert.deepEqual(lines.slice(started), []);
  const files = await filesOf(database);
  assert.ok(files.includes(sampleRecord().id), 'the files are the right ones');
  for (const trace of ['127.0.0.1', '203.0.113.77', 'Tracer', 'secret-page']) assert.ok(!files.includes(trace), trace);

  assert.equal((await send(url)).status, 200);
  assert.ok(
    lines.slice(started).some((line) => line.includes('127.0.0.1')),
    'other routes of that application log as before',
  );
});

test('as a plugin it leaves the rest of an application alone', async (t) => {
  const database = `${await temporaryFolder(t)}/consents.db`;
  const app = Fastify();
  t.after(() => app.close());
  app.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, body, done) =>
    done(null, `own ${String(body)}`),
  );
  app.post('/echo', async ({ body }) => ({ body }));
  await app.register(collectorPlugin, { database, origins: [], path: '/proof' });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });

  assert.equal((await post(`${url}/proof`, sampleText({ site: url }), { origin: url })).status, 201);
  const json = await post(`${url}/echo`, '{"a":1}', { 'content-type': 'application/json' });
  assert.deepEqual(parsed(json), { body: { a: 1 } });
  assert.equal(json.headers['content-security-policy'], undefined);
  assert.deepEqual(parsed(await post(`${url}/echo`, 'text')), { body: 'own text' });
});

test('a stop lets a request under way finish, says not ready meanwhile, and closes the database', async (t) => {
  const { url, endpoint, database, close } = await startCollector(t);
  const text = sampleText();
  const { port, hostname } = new URL(endpoint);
  const socket = connect(Number(port), hostname);
  const headers = `POST /consents HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${SITE}\r\nContent-Length: ${Buffer.byteLength(text)}\r\n`;
  socket.write(`${headers}Expect: 100-continue\r\n\r\n`);
  const [interim] = await once(socket, 'data'); // the request is under way once it is told to continue
  assert.match(String(interim), /^HTTP\/1.1 100/);

  const closed = close();
  assert.equal((await send(`${url}/readyz`)).status, 503);
  assert.equal((await send(`${url}/livez`)).status, 200);
  socket.write(text);
  const [answer] = await once(socket, 'data');
  assert.match(String(answer), /^HTTP\/1.1 201/);
  await closed;

  await assert.rejects(send(`${url}/livez`), { code: 'ECONNREFUSED' });
  await copyFile(database, `${database}.copy`); // without the -wal file, which a closed database has emptied
  assert.deepEqual(rowsOf(`${database}.copy`, 'SELECT bytes FROM records'), [{ bytes: text }]);
});

test('a connection that never sends its request does not keep a stop waiting', { timeout: 20_000 }, async (t) => {
  const app = await createCollector({ database: ':memory:', origins: [] });
  app.addHook('preClose', async () => {
    setImmediate(() => t.mock.timers.tick(10_000));
  });
  const { port, hostname } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {}); // it is cut off
  socket.write('GET /livez HTTP/1.1\r\nHost: slow.example\r\n\r\nPOST /consents HTTP/1.1\r\n');
  await once(socket, 'data'); // so the service has read the beginning of the second request too

  t.mock.timers.enable({ apis: ['setTimeout'] });
  await Promise.all([app.close(), once(socket, 'close')]);
});

test('a sender that is slow on purpose is cut off after five seconds', { timeout: 20_000 }, async (t) => {
  const { endpoint } = await startCollector(t);
  const { port, hostname } = new URL(endpoint);
  const socket = connect(Number(port), hostname);
  socket.write('POST /consents HTTP/1.1\r\nHost: slow.example\r\n');
  const began = performance.now();
  const [answer] = await once(socket, 'data');
  assert.match(String(answer), /^HTTP\/1.1 408/);
  assert.ok(performance.now() - began < 9000, 'seconds, not the minute that Node allows');
});
