import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import type { ConsentRecord } from '../record/record.js';
import { assertReadable, readRecord, Refusal } from './body.js';
import { DatabaseUnavailable, openDatabase } from './database.js';
import { isAllowed, isOrigin } from './origins.js';

export type { ConsentRecord };

export interface CollectorOptions {
  /** Path of the SQLite file, made where there is none; `:memory:` for tests. */
  readonly database: string;
  /** Where records are posted; `/consents` by default. */
  readonly path?: string;
  /** Exact origins of other sites that may post, e.g. `https://timebot.kz`. Pages of the same host always may. */
  readonly origins: readonly string[];
  /** Called after the commit, once for every acknowledged request. */
  readonly onRecord?: (record: ConsentRecord, verdict: 'created' | 'seen') => void;
  /** Called when the database begins to fail (not for each request that meets it), and for faults of our own. */
  readonly onFault?: (error: Error) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** A record has at most 8 KiB; twice that is read, so that a too large one can be told so. */
const BODY_LIMIT = 16_384;

/** How long a stop waits for requests under way, milliseconds. */
const DRAIN_LIMIT = 10_000;

/** Seconds after which a sender may try again. */
const RETRY_AFTER = 5;

/** The answers are for the widget alone: not to be sniffed, framed, run or kept. */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
};

const errorOf = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

/** Fastify's own errors (body too large, malformed length) carry the status they are to be answered with. */
const statusOf = (error: Error): number =>
  'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;

/**
 * The endpoint as a plugin, to be registered in an application that has other routes too: parsers, headers and error
 * answers hold for its own routes only. It closes its database with the application.
 *
 * Request logs are silenced for its routes, because they name the sender's IP address.
 */
export const collectorPlugin: FastifyPluginAsync<CollectorOptions> = async (
  app,
  { database: place, path = '/consents', origins, onRecord, onFault, now = Date.now },
) => {
  const wrong = origins.find((origin) => !isOrigin(origin));
  if (wrong !== undefined) {
    throw new TypeError(`origins: "${wrong}" must be an origin without a path, e.g. https://timebot.kz`);
  }
  const database = await openDatabase(place);

  let failing = false;
  /** Runs a write; tells the beginning of an outage, once. */
  const write = <T>(work: () => T): T => {
    try {
      const result = work();
      failing = false;
      return result;
    } catch (error) {
      if (!failing) onFault?.(errorOf(error));
      failing = true;
      throw error;
    }
  };

  const announce = (record: ConsentRecord, verdict: 'created' | 'seen'): void => {
    try {
      onRecord?.(record, verdict);
    } catch (error) {
      onFault?.(errorOf(error)); // the record is stored: a listener's fault must not deny it
    }
  };

  let closing = false;
  let underWay = 0;
  let onIdle: (() => void) | undefined;
  // the listener stays open meanwhile, so that a load balancer hears /readyz say no
  app.addHook('preClose', async () => {
    closing = true;
    if (underWay === 0) return;
    await new Promise<void>((done) => {
      const limit = setTimeout(done, DRAIN_LIMIT);
      onIdle = () => {
        clearTimeout(limit);
        done();
      };
    });
  });
  app.addHook('onClose', async () => database.close());

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) => {
    done(null, body);
  });

  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(HEADERS);
  });

  app.setErrorHandler((thrown, _request, reply) => {
    const error = errorOf(thrown);
    if (error instanceof Refusal) return reply.code(error.status).send({ error: error.message, path: error.path });
    if (error instanceof DatabaseUnavailable) {
      return reply.code(503).header('retry-after', RETRY_AFTER).send({ error: 'the database takes no writes now' });
    }
    const status = statusOf(error);
    if (status < 500) return reply.code(status).send({ error: error.message });
    onFault?.(error);
    return reply.code(500).send({ error: 'internal error' });
  });

  const quiet = { logLevel: 'silent' } as const;

  app.route({
    ...quiet,
    method: ['POST', 'OPTIONS'],
    url: path,
    onRequest: async (request, reply) => {
      const { origin } = request.headers;
      reply.header('vary', 'Origin');
      if (origin !== undefined) {
        if (!isAllowed(origin, request.host, origins)) throw new Refusal(403, `origin ${origin} is not allowed`);
        reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': 'Retry-After' });
      }
      if (request.method === 'OPTIONS') return;

      assertReadable(request.headers);
      underWay += 1;
      reply.raw.once('close', () => {
        underWay -= 1;
        if (underWay === 0) onIdle?.();
      });
    },
    handler: async (request, reply) => {
      if (request.method === 'OPTIONS') {
        return reply
          .code(204)
          .headers({
            'access-control-allow-methods': 'POST',
            'access-control-allow-headers': 'Content-Type',
            'access-control-max-age': 86_400,
          })
          .send();
      }
      const { origin } = request.headers;
      const { record, text } = readRecord(Buffer.isBuffer(request.body) ? request.body : new Uint8Array());
      if (origin !== undefined && origin !== 'null' && record.site !== origin) {
        throw new Refusal(403, `/site is ${record.site}, but ${origin} sends it`, '/site');
      }
      const verdict = write(() => database.keep(record, text, now()));
      if (verdict === 'conflict')
        return reply.code(409).send({ error: 'this id is taken by a record with other bytes' });
      announce(record, verdict);
      return reply.code(verdict === 'created' ? 201 : 200).send({ id: record.id });
    },
  });

  app.get('/livez', quiet, async () => ({ status: 'alive' }));

  app.get('/readyz', quiet, async (_request, reply) => {
    if (closing) return reply.code(503).send({ error: 'closing' });
    write(() => database.probe());
    return { status: 'ready' };
  });
};

/**
 * The endpoint as a service of its own, not yet listening: `await (await createCollector(options)).listen({ port })`.
 * `close()` lets requests under way finish, for ten seconds at most.
 *
 * @throws DatabaseUnavailable where the file cannot be opened
 */
export const createCollector = async (options: CollectorOptions): Promise<FastifyInstance> => {
  const app = Fastify({
    logger: false,
    requestTimeout: 10_000,
    http: { headersTimeout: 5_000, connectionsCheckingInterval: 1_000 },
    keepAliveTimeout: 72_000, // longer than the minute for which common proxies keep a connection
    return503OnClosing: false, // the routes answer for themselves until the listener is closed
  });
  app.server.maxConnections = 5_000;

  app.setNotFoundHandler((_request, reply) => reply.code(404).headers(HEADERS).send({ error: 'not found' }));

  let limit: NodeJS.Timeout | undefined;
  app.addHook('preClose', async () => {
    // a connection that never sends its request would keep the server from closing
    limit = setTimeout(() => app.server.closeAllConnections(), DRAIN_LIMIT);
  });
  app.addHook('onClose', async () => clearTimeout(limit));

  await app.register(collectorPlugin, options);
  return app;
};
