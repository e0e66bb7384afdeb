/*
 * The scenarios at /scenarios/. Nothing that they load may leave this machine, so they are sent only to a browser whose
 * service worker (site/scenarios/sw.js) answers for the vendors; a browser that has none yet gets a page that starts it
 * and comes back. What a service worker never sees, the navigation of a frame, the header forbids.
 */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FastifyPluginAsync } from 'fastify';
import { vendorsAnswer } from './vendors.js';

const FOLDER = new URL('site/scenarios/', import.meta.url);

/** Set by the service worker on the navigations that it lets through. */
const STAGED = 'x-stand-ins';

/** Frames only from here: stage.js puts a stand-in where the browser refused a vendor's. */
const FRAMES = "frame-src 'self'";

/**
 * Headers that a page needs beyond that. This one is a strict policy as csp.withgoogle.com describes it, and on top of it
 * Trusted Types, and nothing that is not named.
 */
const POLICIES: Readonly<Record<string, readonly string[]>> = {
  'strict-csp': [
    "default-src 'none'",
    "script-src 'nonce-{nonce}' 'strict-dynamic'",
    "style-src 'self'",
    "img-src 'self' https://mc.yandex.ru",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types timebot-consent lit-html',
  ],
};

interface Named {
  readonly Params: { readonly name: string };
}

interface Called {
  readonly Params: { readonly host: string; readonly '*': string };
}

export const scenarios: FastifyPluginAsync = async (app) => {
  app.get<Named>('/scenarios/:name([\\w-]+).html', async (request, reply) => {
    const { name } = request.params;
    const staged = request.headers[STAGED] !== undefined;
    let page: string;
    try {
      page = await readFile(new URL(`${staged ? name : 'stage'}.html`, FOLDER), 'utf8');
    } catch {
      return reply.callNotFound();
    }
    const nonce = randomBytes(16).toString('base64');
    const policy = staged ? [FRAMES, ...(POLICIES[name] ?? [])] : ["default-src 'self'"];
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', policy.join('; ').replaceAll('{nonce}', nonce))
      .send(page.replaceAll('{nonce}', nonce));
  });

  app.all<Called>('/vendors/:host/*', async (request, reply) => {
    const { host, '*': rest } = request.params;
    const framed = request.headers['sec-fetch-dest'] === 'iframe';
    const { status, type, body } = await vendorsAnswer(host, `/${rest}`, framed);
    if (type) reply.type(type);
    return reply.code(status).header('cache-control', 'no-store').send(body);
  });
};
