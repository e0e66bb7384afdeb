#!/usr/bin/env node
import { createCollector } from './collector.js';
import { DatabaseUnavailable, placeOf } from './database.js';
import { lineOf } from './line.js';
import { commandOf, HELP, UsageError, type Command } from './options.js';

/** Put in by the build. */
declare const __COLLECTOR_VERSION__: string | undefined;

const version = typeof __COLLECTOR_VERSION__ === 'string' ? __COLLECTOR_VERSION__ : 'unbuilt';

/** Faults go to stderr, one JSON object a line: what a log collector reads. Never a body, never an address. */
const logFault = (error: Error): void => {
  console.error(JSON.stringify({ time: new Date().toISOString(), level: 'error', message: error.message }));
};

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Why it could not start, with the remedy; undefined for what is not the user's to mend. */
const startError = (error: unknown, { host, port }: { host: string; port: number }): string | undefined => {
  if (error instanceof DatabaseUnavailable) {
    return `${error.message}\nThe database cannot be opened: --database must name an SQLite file, new or its own, in a folder that exists and can be written.`;
  }
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken by another program: stop it, or give another --port.`;
    case 'EACCES':
      return `Port ${port} on ${host} may not be opened by this user: give a --port above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is no address of this machine: give another --host, e.g. 127.0.0.1.`;
    default:
      return undefined;
  }
};

const serve = async ({ port, host, database, path, origins }: Extract<Command, { kind: 'serve' }>): Promise<void> => {
  process.stdout.on('error', () => {}); // a terminal that was closed must not stop the collecting

  const app = await createCollector({
    database,
    path,
    origins,
    onRecord: (record, verdict) => console.log(lineOf(record, verdict)),
    onFault: logFault,
  });
  const stop = (): void => {
    app.close().catch((error: unknown) => {
      logFault(error instanceof Error ? error : new Error(String(error)));
      process.exitCode = 1;
    });
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);

  const address = await app.listen({ port, host });
  console.log(`timebot-consent-collector ${version} listens on ${address}${path} · database ${placeOf(database)}`);
};

const run = async (): Promise<void> => {
  const command = commandOf(process.argv.slice(2), process.env);
  if (command.kind === 'help') return console.log(HELP);
  if (command.kind === 'version') return console.log(version);
  try {
    await serve(command);
  } catch (error) {
    const message = startError(error, command);
    throw message === undefined ? error : new UsageError(message);
  }
};

try {
  await run();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
