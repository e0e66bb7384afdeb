import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { idOf, sampleRecord, sampleText } from './sample.js';
import { post, rowsOf, temporaryFolder } from './service.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The one example of a language in the documentation that begins with this text. */
const example = async (language: string, start: string): Promise<string> => {
  const page = await readFile(join(root, 'docs/endpoint.md'), 'utf8');
  const blocks = page.split(`\`\`\`${language}\n`).slice(1);
  const [code] = blocks.flatMap((block) => (block.startsWith(start) ? (block.split('\n```')[0] ?? []) : []));
  return code?.replaceAll('https://www.example.kz', 'https://timebot.kz') ?? assert.fail(`no ${language} example`);
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : assert.fail('no port');
};

/** Runs a server that says nothing when it is ready, until it accepts a connection. */
const start = async (t: TestContext, url: string, command: string, args: string[], cwd: string, env = {}) => {
  // a group of its own: PHP's workers outlive their server, and the test runner would wait for them
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  t.after(async () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    if (child.signalCode === null) await once(child, 'close');
  });
  const isUp = (): Promise<boolean> => fetch(url).then(Boolean, () => false);
  while (!(await isUp())) assert.equal(child.exitCode, null, 'it has ended');
};

/** What every endpoint must answer. */
const assertContract = async (endpoint: string, database: string): Promise<void> => {
  const id = sampleRecord().id;
  const cases: readonly (readonly [body: string | Uint8Array, headers: Record<string, string>, status: number])[] = [
    [sampleText(), {}, 201],
    [sampleText(), { 'content-type': 'application/json' }, 200],
    [`${sampleText()} `, {}, 409],
    ['{', {}, 400],
    ['null', {}, 400],
    ['"text"', {}, 400],
    [`\uFEFF${sampleText()}`, {}, 400],
    [Buffer.from(sampleText(), 'latin1'), {}, 400],
    [sampleText({ id: `${idOf(1)}\n` }), {}, 400],
    [sampleText() + ' '.repeat(8192), {}, 413],
    [sampleText({ id: idOf(1) }), { origin: 'https://evil.example' }, 403],
  ];
  for (const [body, headers, status] of cases) {
    const answer = await post(endpoint, body, headers);
    assert.equal(answer.status, status, `${String(body).slice(0, 20)} ${JSON.stringify(headers)}`);
    const content: unknown = JSON.parse(answer.text);
    if (status <= 201) assert.deepEqual(content, { id });
    assert.equal(answer.headers['access-control-allow-origin'], status === 403 ? undefined : 'https://timebot.kz');
    assert.equal(answer.headers.vary, 'Origin');
  }
  const text = sampleText({ id: idOf(2) });
  const statuses = (await Promise.all(Array.from({ length: 16 }, () => post(endpoint, text)))).map((a) => a.status);
  assert.deepEqual(
    statuses.sort((a, b) => a - b),
    [...Array.from({ length: 15 }, () => 200), 201],
  );
  assert.deepEqual(rowsOf(database, 'SELECT id, CAST(bytes AS TEXT) AS bytes FROM records ORDER BY id'), [
    { id: idOf(2), bytes: text },
    { id, bytes: sampleText() },
  ]);
};

test('the endpoint in Node that the documentation shows keeps the contract', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'endpoint.mjs'), await example('js', '// endpoint.mjs'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  await start(t, url, process.execPath, ['endpoint.mjs'], folder, { PORT: String(port) });
  await assertContract(url, join(folder, 'consents.db'));
});

const php = process.env['PHP_PATH'] ?? 'php';
const hasPhp = spawnSync(php, ['-r', 'exit(extension_loaded("pdo_sqlite") ? 0 : 1);']).status === 0;

test('the endpoint in PHP that the documentation shows keeps the contract', { skip: !hasPhp }, async (t) => {
  const folder = await temporaryFolder(t);
  const code = await example('php', '<?php // consents.php');
  await writeFile(join(folder, 'consents.php'), code.replace('/srv/consent', folder));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/consents.php`;
  await start(t, url, php, ['-S', `127.0.0.1:${port}`, '-q'], folder, { PHP_CLI_SERVER_WORKERS: '4' });
  await assertContract(url, join(folder, 'consents.db'));
});
