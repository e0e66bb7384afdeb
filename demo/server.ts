import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { createDemo, DATABASE } from './app.js';

const FIRST_PORT = 8080;
const PORTS_TO_TRY = 20;

const portOf = (value: string | undefined): number => {
  const port = Number(value || FIRST_PORT);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  console.error(`PORT is "${value}", but must be a number from 0 to 65535`);
  return process.exit(1);
};

/** Listens on the port, or on the next free one. */
const listen = async (port: number, last: number): Promise<FastifyInstance> => {
  const app = await createDemo({ database: DATABASE, print: console.log });
  try {
    await app.listen({ port });
    return app;
  } catch (error) {
    await app.close();
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken || port >= last) throw error;
    console.log(`Port ${port} is taken, trying ${port + 1}.`);
    return listen(port + 1, last);
  }
};

const first = portOf(process.env['PORT']);
const app = await listen(first, Math.min(first + PORTS_TO_TRY, 65_535));
const address = app.server.address();
const port = typeof address === 'object' ? address?.port : address;
const here = (file: string): string => relative(process.cwd(), fileURLToPath(new URL(file, import.meta.url)));

if (!existsSync(new URL('../dist/timebot-consent.js', import.meta.url))) {
  console.log('dist/timebot-consent.js is missing, so no banner will show: run "npm run build", then start again.');
}
console.log(`
timebot-consent demo

  Site      http://localhost:${port}/
  Database  ${DATABASE}
  Look in   npx tsx ${here('records.ts')}

Next: open the site, then accept, reject or choose. Each record appears here as one line.
Ctrl-C stops.
`);

// once: a second Ctrl-C ends the process at once
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void app.close());
