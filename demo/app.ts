import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import Fastify, { type FastifyInstance } from 'fastify';
import { collectorPlugin } from '../src/collector/collector.js';
import { pages } from './pages.js';
import { scenarios } from './scenarios.js';
import { summaryOf } from './summary.js';

/** Where `npm start` and `npm run dev` keep records. */
export const DATABASE = fileURLToPath(new URL('data/consents.db', import.meta.url));

/** The demo's pages, and the widget as `npm run build` leaves it. */
const ROOTS: readonly string[] = ['site', '../dist'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));

export interface DemoOptions {
  /** Path of the database file; its folder is made where there is none. */
  readonly database: string;
  /** Takes one line for each record that arrives, and for each fault of the collector. */
  readonly print: (line: string) => void;
  readonly roots?: readonly string[];
}

const time = (): string => new Date().toLocaleTimeString('en-GB');

/** The site with its scenarios, and the collector beside it, not yet listening. */
export const createDemo = async ({ database, print, roots = ROOTS }: DemoOptions): Promise<FastifyInstance> => {
  await mkdir(dirname(database), { recursive: true });
  const app = Fastify();
  await app.register(collectorPlugin, {
    database,
    origins: [],
    onRecord: (record, verdict) => print(`${time()}  ${verdict.padEnd(7)}  ${summaryOf(record)}`),
    onFault: (error) => print(`${time()}  collector: ${error.message}`),
  });
  await app.register(scenarios);
  await app.register(pages, { roots: [...roots] });
  return app;
};
