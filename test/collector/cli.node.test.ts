import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sampleRecord, sampleText } from './sample.js';
import { post, rowsOf, send, temporaryFolder } from './service.js';

const cli = fileURLToPath(new URL('../../src/collector/cli.ts', import.meta.url));

interface Process {
  readonly child: ChildProcess;
  readonly stdout: string[];
  readonly stderr: string[];
  /** Resolves when all output has come. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

const run = (t: TestContext, ...args: string[]): Process => {
  const child = spawn(process.execPath, ['--import', 'tsx', cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  t.after(() => child.kill('SIGKILL'));
  const stdout: string[] = [];
  const stderr: string[] = [];
  createInterface(child.stdout).on('line', (line) => {
    stdout.push(line);
    child.emit('line', line);
  });
  createInterface(child.stderr).on('line', (line) => {
    // Node 22 says that its SQLite is experimental
    if (!/ExperimentalWarning|--trace-warnings/.test(line)) stderr.push(line);
  });
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, signal: child.signalCode }));
  return { child, stdout, stderr, ended };
};

const serve = async (t: TestContext, database: string): Promise<Process & { url: string; start: string }> => {
  const service = run(t, '--port', '0', '--database', database, '--origin', 'https://timebot.kz');
  const failed = service.ended.then(() => assert.fail(service.stderr.join('\n')));
  const [start] = await Promise.race([once(service.child, 'line'), failed]);
  failed.catch(() => {}); // it ends later, on purpose
  const [url] = /http:\/\/[\d.:]+/.exec(String(start)) ?? assert.fail(`no address in: ${start}`);
  return { ...service, url, start: String(start) };
};

test('says where it listens and keeps records, and one line for each', async (t) => {
  const database = join(await temporaryFolder(t), 'consents.db');
  const { child, stdout, stderr, url, start, ended } = await serve(t, database);
  assert.ok(start.includes(`${url}/consents`) && start.endsWith(database), start);

  const line = once(child, 'line');
  assert.equal((await post(`${url}/consents`, sampleText(), { 'x-forwarded-for': '203.0.113.77' })).status, 201);
  await line;
  assert.equal((await post(`${url}/consents`, '{"subject":"secret"')).status, 400);
  child.kill('SIGTERM');
  assert.deepEqual(await ended, { code: 0, signal: null });

  assert.deepEqual(stdout.slice(1), [
    '2025-03-01T10:20:30.456Z · given · policy accepted · granted: necessary, telemetry',
  ]);
  assert.deepEqual(stderr, []);
  assert.deepEqual(rowsOf(database, 'SELECT id FROM records'), [{ id: sampleRecord().id }]);
});

test('kill -9 right after the answer: the record is there', async (t) => {
  const database = join(await temporaryFolder(t), 'consents.db');
  const { child, url, ended } = await serve(t, database);
  const { status } = await post(`${url}/consents`, sampleText());
  child.kill('SIGKILL');
  assert.equal(status, 201);
  assert.deepEqual(await ended, { code: null, signal: 'SIGKILL' });
  assert.deepEqual(rowsOf(database, 'SELECT bytes FROM records'), [{ bytes: sampleText() }]);
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} ends it with 0, connections that are kept open notwithstanding`, async (t) => {
    const { child, url, ended } = await serve(t, join(await temporaryFolder(t), 'consents.db'));
    const { status } = await fetch(`${url}/readyz`); // keeps its connection
    assert.equal(status, 200);
    child.kill(signal);
    assert.deepEqual(await ended, { code: 0, signal: null });
    await assert.rejects(send(`${url}/livez`), { code: 'ECONNREFUSED' });
  });
}

test('--help and --version answer and end', async (t) => {
  const help = run(t, '--help');
  assert.deepEqual(await help.ended, { code: 0, signal: null });
  for (const option of ['--port', '--host', '--database', '--path', '--origin', '--help', '--version']) {
    assert.ok(
      help.stdout.some((line) => line.includes(option)),
      option,
    );
  }
});

test('what cannot be done ends with 2 and a message that names it', async (t) => {
  const folder = await temporaryFolder(t);
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  t.after(() => taken.close());
  const address = taken.address();
  const port = typeof address === 'object' && address ? String(address.port) : assert.fail('no port');
  const database = join(folder, 'consents.db');

  const cases: readonly (readonly [args: string[], message: RegExp])[] = [
    [['--origin', 'https://timebot.kz/'], /--origin is "https:\/\/timebot\.kz\/"/],
    [['--database', join(folder, 'missing/consents.db')], /missing\/consents\.db[^]*--database/],
    [['--database', database, '--port', port], new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is taken.*--port`)],
  ];
  for (const [args, message] of cases) {
    const { ended, stderr, stdout } = run(t, ...args);
    assert.deepEqual(await ended, { code: 2, signal: null }, args.join(' '));
    assert.match(stderr.join('\n'), message);
    assert.ok(!stderr.some((line) => line.includes('    at ')), 'no stack trace');
    assert.deepEqual(stdout, []);
  }
});
