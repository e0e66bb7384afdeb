import assert from 'node:assert/strict';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { DatabaseUnavailable, openDatabase } from '../../src/collector/database.js';
import { idOf, sampleRecord, sampleText } from './sample.js';
import { connectTo, rowsOf, temporaryFolder } from './service.js';

const fileIn = async (t: TestContext): Promise<string> => join(await temporaryFolder(t), 'consents.db');

const unavailable =
  (message: RegExp) =>
  (error: unknown): boolean =>
    error instanceof DatabaseUnavailable && message.test(error.message);

const execute = (path: string, sql: string): void => {
  const connection = connectTo(path);
  connection.exec(sql);
  connection.close();
};

test('a file that is opened again, or twice at once, keeps its records', async (t) => {
  const path = await fileIn(t);
  const [first, second] = await Promise.all([openDatabase(path), openDatabase(path)]);
  assert.equal(first.keep(sampleRecord(), sampleText(), 0), 'created');
  assert.equal(second.keep(sampleRecord(), sampleText(), 0), 'seen');
  assert.equal(second.keep(sampleRecord(), `${sampleText()}\n`, 0), 'conflict');
  first.close();
  second.close();
  const third = await openDatabase(path);
  t.after(() => third.close());
  assert.equal(third.keep(sampleRecord(), sampleText(), 0), 'seen');
});

test('lets others read while it writes, and finds the records of a subject by an index', async (t) => {
  const path = await fileIn(t);
  const database = await openDatabase(path);
  t.after(() => database.close());
  assert.deepEqual(rowsOf(path, 'PRAGMA journal_mode'), [{ journal_mode: 'wal' }]);
  const plan = rowsOf(path, `EXPLAIN QUERY PLAN SELECT id FROM records WHERE subject = '' ORDER BY seq`);
  assert.match(JSON.stringify(plan), /records_by_subject/);
});

test('closing leaves every record in the one file', async (t) => {
  const path = await fileIn(t);
  const database = await openDatabase(path);
  database.keep(sampleRecord(), sampleText(), 0);
  database.close();
  const copy = `${path}.copy`;
  await copyFile(path, copy); // without the -wal file
  assert.deepEqual(rowsOf(copy, 'SELECT bytes FROM records'), [{ bytes: sampleText() }]);
});

test('a lock of another program: refused when patience ends, then at once for as long, then tried again', async (t) => {
  const path = await fileIn(t);
  const times = [100, 200, 250, 300]; // a try of 100 ms, one in the rest that follows, one when it is over
  const clock = (): number => times.shift() ?? assert.fail('more looks at the clock than expected');
  const database = await openDatabase(path, { patience: 1, clock });
  t.after(() => database.close());
  const other = connectTo(path);
  t.after(() => other.close());

  other.exec('BEGIN IMMEDIATE');
  const keep = (): string => database.keep(sampleRecord(), sampleText(), 0);
  assert.throws(keep, unavailable(/locked/));
  other.exec('ROLLBACK');
  assert.throws(database.probe, unavailable(/rests/));
  assert.equal(keep(), 'created');
});

test('a write that fails half-way leaves nothing behind and nothing open', async (t) => {
  const path = await fileIn(t);
  const database = await openDatabase(path);
  t.after(() => database.close());
  const other = connectTo(path);
  t.after(() => other.close());
  other.exec(`CREATE TRIGGER full BEFORE INSERT ON records BEGIN SELECT RAISE(ABORT, 'disk is full'); END`);
  const keep = (): string => database.keep(sampleRecord({ id: idOf(1) }), sampleText({ id: idOf(1) }), 0);
  assert.throws(keep, unavailable(/disk is full/));
  assert.throws(database.probe, unavailable(/disk is full/));
  other.exec('DROP TRIGGER full'); // which waits for ever where the transaction is still open
  database.probe();
  assert.equal(keep(), 'created');
  assert.deepEqual(rowsOf(path, 'SELECT id FROM records'), [{ id: idOf(1) }], 'probes leave nothing');
});

test('refuses files that are not its own', async (t) => {
  const folder = await temporaryFolder(t);
  const text = join(folder, 'notes.txt');
  await writeFile(text, 'not a database, but long enough to have a header of one hundred bytes. '.repeat(9));
  await assert.rejects(openDatabase(text), unavailable(/notes\.txt: .*not a database/));

  const newer = join(folder, 'newer.db');
  execute(newer, 'PRAGMA user_version = 2');
  await assert.rejects(openDatabase(newer), unavailable(/layout 2/));

  const foreign = join(folder, 'foreign.db');
  execute(foreign, 'CREATE TABLE records (x)');
  await assert.rejects(openDatabase(foreign), unavailable(/already exists/));
  assert.deepEqual(rowsOf(foreign, 'PRAGMA user_version'), [{ user_version: 0 }], 'nothing was changed');

  await assert.rejects(openDatabase(join(folder, 'no/such/folder.db')), unavailable(/folder\.db/));
});
