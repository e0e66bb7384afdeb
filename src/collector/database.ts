import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ConsentRecord } from '../record/record.js';
import { MAX_RECORD_BYTES } from '../record/schema.js';

/** What became of a record: stored now, stored before with the same bytes, or its id is taken by other bytes. */
export type Verdict = 'created' | 'seen' | 'conflict';

/** The database does not take writes now. Nothing of the record was acknowledged; the sender tries again. */
export class DatabaseUnavailable extends Error {
  constructor(place: string, cause: unknown) {
    super(`${place}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'DatabaseUnavailable';
  }
}

export interface RecordDatabase {
  /**
   * Stores a record's exact text, durably before it returns.
   *
   * @param received milliseconds since 1970
   * @throws DatabaseUnavailable
   */
  readonly keep: (record: ConsentRecord, text: string, received: number) => Verdict;
  /**
   * Writes a record of the largest size and takes it back in the same commit: a smaller write can succeed on a disk that
   * has no room for records any more.
   *
   * @throws DatabaseUnavailable
   */
  readonly probe: () => void;
  readonly close: () => void;
}

/** The calls that node:sqlite and libsql have in common. */
interface Driver {
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
  close(): unknown;
}

interface Statement {
  run(...values: unknown[]): { readonly changes: number | bigint };
  get(...values: unknown[]): unknown;
  all(...values: unknown[]): unknown[];
}

type DriverClass = new (place: string) => Driver;

const hasDriver = (module: object | undefined): module is { readonly DatabaseSync: DriverClass } =>
  module !== undefined && 'DatabaseSync' in module;

/**
 * Node's own SQLite where it has one (22 and later); the same file format through libsql before that. Never open one file
 * with both in one process: the system's file locks do not hold between two libraries of one process.
 */
export const driverClass = async (): Promise<DriverClass> => {
  const sqlite = process.getBuiltinModule('node:sqlite');
  return hasDriver(sqlite) ? sqlite.DatabaseSync : (await import('libsql')).default;
};

const MEMORY = ':memory:';

/** Where a database will be: the absolute path of its file, or `:memory:`. */
export const placeOf = (database: string): string => (database === MEMORY ? MEMORY : resolve(database));

const SCHEMA_VERSION = 1;

/** A failure that takes longer than this, in milliseconds, has waited for a lock. */
const SLOW = 50;

const LARGEST = 'x'.repeat(MAX_RECORD_BYTES);

/**
 * `bytes` is the record as it came; the other columns repeat parts of it for look-ups. It is TEXT, which SQLite keeps as
 * the same UTF-8, so that `json_extract(bytes, …)` works in reports.
 */
const SCHEMA = `
  CREATE TABLE records (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    seq INTEGER NOT NULL,
    prev TEXT,
    site TEXT NOT NULL,
    action TEXT NOT NULL,
    at TEXT NOT NULL,
    received TEXT NOT NULL,
    bytes TEXT NOT NULL
  ) STRICT;
  CREATE INDEX records_by_subject ON records (subject, seq);
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

const column = (row: unknown, name: string): unknown =>
  typeof row === 'object' && row !== null ? Object.getOwnPropertyDescriptor(row, name)?.value : undefined;

/** All or nothing; the lock is taken at the start, so that what is read stays true until the commit. */
const transaction = <T>(driver: Driver, work: () => T): T => {
  driver.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    driver.exec('COMMIT');
    return result;
  } catch (error) {
    try {
      driver.exec('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself, as it does when the disk is full
    }
    throw error;
  }
};

const migrate = (driver: Driver): void => {
  const version = (): unknown => column(driver.prepare('PRAGMA user_version').get(), 'user_version');
  if (version() === SCHEMA_VERSION) return;
  transaction(driver, () => {
    const found = version(); // again, under the lock: another process may have been faster
    if (found === 0) driver.exec(SCHEMA);
    else if (found !== SCHEMA_VERSION) throw new Error(`has layout ${String(found)}, made by a newer version`);
  });
};

/** Which file a path leads to: a file that was replaced has another number. */
const fileAt = (place: string): string => {
  const { dev, ino } = statSync(place, { bigint: true });
  return `${dev}:${ino}`;
};

/**
 * Opens the database, and makes its table where there is none.
 *
 * @param place path of the file, or `:memory:`, which is gone with the process
 * @param patience milliseconds that a write waits for another process's lock
 * @throws DatabaseUnavailable where the file cannot be opened, is no database or was made by a newer version
 */
export const openDatabase = async (
  place: string,
  { patience = 5000, clock = () => performance.now() }: { patience?: number; clock?: () => number } = {},
): Promise<RecordDatabase> => {
  const path = placeOf(place);
  const SqlDatabase = await driverClass();

  const connect = (): { driver: Driver; file: string } => {
    try {
      const driver = new SqlDatabase(path);
      try {
        driver.exec(`PRAGMA busy_timeout = ${patience}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL`);
        migrate(driver);
        return { driver, file: path === MEMORY ? '' : fileAt(path) };
      } catch (error) {
        driver.close();
        throw error;
      }
    } catch (cause) {
      throw new DatabaseUnavailable(path, cause);
    }
  };
  const { driver, file } = connect();

  const insert = driver.prepare(
    `INSERT INTO records (id, subject, seq, prev, site, action, at, received, bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
  );
  const compare = driver.prepare('SELECT bytes = ? AS same FROM records WHERE id = ?');

  // SQLite writes on into a file that was deleted or moved away: what is acknowledged would be lost
  const assertInPlace = (): void => {
    if (path !== MEMORY && fileAt(path) !== file) throw new Error('is not the file that was opened: start again');
  };

  let restUntil = 0;
  /**
   * Waiting for a lock stops the whole process. After a failure that took long, the same time passes with immediate
   * refusals, so that a queue of requests does not wait for the same lock one after the other.
   */
  const attempt = <T>(work: () => T): T => {
    const began = clock();
    if (began < restUntil) throw new DatabaseUnavailable(path, new Error('rests after a slow failure'));
    try {
      assertInPlace();
      const result = work();
      assertInPlace();
      return result;
    } catch (cause) {
      const ended = clock();
      if (ended - began > SLOW) restUntil = ended + (ended - began);
      throw new DatabaseUnavailable(path, cause);
    }
  };

  return {
    keep: ({ id, subject, seq, prev, site, action, at }, text, received) =>
      attempt(() =>
        transaction(driver, () => {
          const time = new Date(received).toISOString();
          if (Number(insert.run(id, subject, seq, prev, site, action, at, time, text).changes) === 1) return 'created';
          return column(compare.get(text, id), 'same') === 1 ? 'seen' : 'conflict';
        }),
      ),
    probe: () => {
      attempt(() =>
        transaction(driver, () => {
          insert.run('probe', '', 0, null, '', '', '', '', LARGEST);
          driver.exec(`DELETE FROM records WHERE id = 'probe'`);
        }),
      );
    },
    close: () => {
      try {
        // libsql keeps the file open while statements live, and would leave the newest records in the -wal file
        driver.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      } finally {
        driver.close();
      }
    },
  };
};
