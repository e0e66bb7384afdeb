import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync, onSendAsyncHookHandler } from 'fastify';

const compress = promisify(brotliCompress);

/** Answers with Brotli 11, as a CDN would, each version of a file compressed once. */
const brotli = (): onSendAsyncHookHandler => {
  const done = new Map<string, Buffer>();
  return async (request, reply, payload) => {
    if (!/javascript|json|text|svg/.test(String(reply.getHeader('content-type')))) return payload;
    reply.header('vary', 'accept-encoding');
    const accepts = /\bbr\b/.test(String(request.headers['accept-encoding']));
    if (!accepts || request.method !== 'GET' || reply.statusCode !== 200 || !(payload instanceof Readable)) {
      return payload;
    }
    const key = `${request.url} ${String(reply.getHeader('etag'))}`;
    const known = done.get(key);
    if (known) payload.destroy(); // else its file stays open
    const bytes = known ?? (await compress(await buffer(payload)));
    done.set(key, bytes);
    reply.header('content-encoding', 'br').header('content-length', bytes.length);
    return bytes;
  };
};

/** Names that the build makes from the content: what they hold never changes. */
const HASHED = /-[\w-]{8}\.js$/;
const LOADER = /[\\/]timebot-consent\.js$/;

const caching = (file: string): string => {
  if (HASHED.test(file)) return 'public, max-age=31536000, immutable';
  return LOADER.test(file) ? 'public, max-age=300' : 'no-cache';
};

/** The demo's pages and the built widget, both at `/`. What is not built yet is simply not there. */
export const pages: FastifyPluginAsync<{ readonly roots: string[] }> = async (app, { roots }) => {
  app.addHook('onSend', brotli());
  await app.register(fastifyStatic, {
    root: roots,
    cacheControl: false,
    setHeaders: (reply, file) => void reply.header('cache-control', caching(file)),
  });
};
