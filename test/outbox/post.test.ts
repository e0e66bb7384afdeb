import { expect } from '@open-wc/testing';
import { acknowledges, createPost } from '../../src/outbox/post.js';
import { deferred } from './fixtures.js';

const ORIGIN = 'https://timebot.kz';
const HERE = { href: `${ORIGIN}/shop/cart?a=1#b`, origin: ORIGIN };

/** A fetch that notes its calls and answers as told, one call after the other. */
const scripted = (...answers: (() => Response | Promise<Response>)[]) => {
  const calls: { readonly url: string; readonly init: RequestInit }[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const next = answers[calls.length];
    calls.push({ url, init });
    if (!next) throw new Error('one call too many');
    return next();
  };
  return { calls, fetch };
};

const ok = (): Response => new Response('{"id":"a"}', { status: 201, headers: { 'retry-after': '7' } });
const unreachable = (): never => {
  throw new TypeError('Failed to fetch');
};

const FAILED = { status: 0, redirected: false, retryAfter: null, body: undefined };

describe('createPost', () => {
  const SANDBOX = { href: HERE.href, origin: 'null' };
  const ENDPOINTS: readonly (readonly [endpoint: string, page: typeof HERE, posted: string, same: boolean])[] = [
    ['https://timebot.kz/consents', HERE, 'https://timebot.kz/consents', true],
    ['/consents', HERE, 'https://timebot.kz/consents', true],
    ['consents', HERE, 'https://timebot.kz/shop/consents', true],
    ['https://TIMEBOT.kz:443/consents', HERE, 'https://timebot.kz/consents', true],
    ['https://timebot.kz.evil.example/consents', HERE, 'https://timebot.kz.evil.example/consents', false],
    ['https://timebot.kz@evil.example/consents', HERE, 'https://timebot.kz@evil.example/consents', false],
    ['//collector.example/consents', HERE, 'https://collector.example/consents', false],
    ['http://timebot.kz/consents', HERE, 'http://timebot.kz/consents', false],
    ['https://timebot.kz:8443/consents', HERE, 'https://timebot.kz:8443/consents', false],
    ['https://timebot.kz/consents', SANDBOX, 'https://timebot.kz/consents', false],
    ['data:text/plain,x', SANDBOX, 'data:text/plain,x', false],
    // what the page's address says nothing of is left to the platform
    ['/consents', { href: 'about:srcdoc', origin: 'null' }, '/consents', false],
  ];
  for (const [endpoint, page, posted, same] of ENDPOINTS) {
    it(`takes ${endpoint} on ${page.href} of ${page.origin} for ${same ? 'its own' : 'another'} origin`, async () => {
      const { calls, fetch } = scripted(ok);
      await createPost(fetch, page)(endpoint, '{"id":"a"}');
      const [{ url, init } = { url: '', init: {} }] = calls;
      const { signal, ...options } = init;
      expect(signal).to.be.an.instanceOf(AbortSignal);
      expect(url).to.equal(posted);
      expect(options).to.deep.equal({
        method: 'POST',
        body: '{"id":"a"}',
        headers: { 'content-type': same ? 'application/json' : 'text/plain;charset=UTF-8' },
        credentials: same ? 'same-origin' : 'omit',
        keepalive: true,
        redirect: 'manual',
        referrerPolicy: 'strict-origin',
      });
    });
  }

  it('needs no preflight for another origin', async () => {
    const { calls, fetch } = scripted(ok);
    await createPost(fetch, HERE)('https://collector.example/', '{}');
    const headers = new Request('https://collector.example/', { ...calls[0]?.init, mode: 'no-cors' }).headers;
    expect([...headers]).to.deep.equal([['content-type', 'text/plain;charset=UTF-8']]);
  });

  it('starts the request before it returns', () => {
    const { calls, fetch } = scripted(ok);
    void createPost(fetch, HERE)('/consents', '{}');
    expect(calls).to.have.length(1);
  });

  it('gives status, Retry-After and JSON of the answer', async () => {
    const { fetch } = scripted(ok);
    expect(await createPost(fetch, HERE)('/consents', '{}')).to.deep.equal({
      status: 201,
      redirected: false,
      retryAfter: '7',
      body: { id: 'a' },
    });
  });

  for (const text of ['', '<!doctype html><title>Sign in</title>', '{"id":', '\u0000']) {
    it(`gives no body for ${JSON.stringify(text)}`, async () => {
      const { fetch } = scripted(() => new Response(text));
      expect(await createPost(fetch, HERE)('/consents', '{}')).to.deep.equal({ ...FAILED, status: 200 });
    });
  }

  it('tells a redirect from a network error', async () => {
    const redirect = Object.defineProperties(new Response(), {
      type: { value: 'opaqueredirect' },
      status: { value: 0 },
    });
    const { fetch } = scripted(() => redirect);
    expect(await createPost(fetch, HERE)('/consents', '{}')).to.deep.equal({ ...FAILED, redirected: true });
  });

  it('tries again once without keepalive, whose quota may be used up', async () => {
    const { calls, fetch } = scripted(unreachable, ok);
    expect((await createPost(fetch, HERE)('/consents', '{}')).status).to.equal(201);
    expect(calls.map(({ init }) => init.keepalive)).to.deep.equal([true, false]);
    expect({ ...calls[1]?.init, keepalive: true }).to.deep.equal(calls[0]?.init);
  });

  it('gives up after that', async () => {
    const { calls, fetch } = scripted(unreachable, unreachable);
    expect(await createPost(fetch, HERE)('/consents', '{}')).to.deep.equal(FAILED);
    expect(calls).to.have.length(2);
  });

  it('does not reject where fetch throws something else', async () => {
    const { calls, fetch } = scripted(() => {
      throw new DOMException('no', 'NotAllowedError');
    });
    expect(await createPost(fetch, HERE)('/consents', '{}')).to.deep.equal(FAILED);
    expect(calls).to.have.length(1);
  });

  describe('within ten seconds', () => {
    const { setTimeout } = window;
    let timers: { readonly fn: () => void; readonly ms: number | undefined }[] = [];

    beforeEach(() => {
      timers = [];
      Object.assign(window, { setTimeout: (fn: () => void, ms?: number) => timers.push({ fn, ms }) });
    });

    afterEach(() => {
      Object.assign(window, { setTimeout });
    });

    const expire = (): void => {
      const [timer, ...others] = timers;
      expect(others).to.have.length(0);
      expect(timer?.ms).to.equal(10_000);
      timer?.fn();
    };

    it('wants an answer', async () => {
      let calls = 0;
      const fetch = (_url: string, { signal }: RequestInit): Promise<Response> => {
        calls++;
        return new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new DOMException('late', 'AbortError')));
        });
      };
      const answer = createPost(fetch, HERE)('/consents', '{}');
      expire();
      expect(await answer).to.deep.equal(FAILED);
      expect(calls).to.equal(1);
    });

    it('wants the whole body of the answer', async () => {
      const reading = deferred<void>();
      const fetch = async (_url: string, { signal }: RequestInit): Promise<Response> =>
        Object.assign(new Response(), {
          text: () =>
            new Promise<string>((_resolve, reject) => {
              signal?.addEventListener('abort', () => reject(new DOMException('late', 'AbortError')));
              reading.resolve();
            }),
        });
      const answer = createPost(fetch, HERE)('/consents', '{}');
      await reading.promise;
      expire();
      expect(await answer).to.deep.equal(FAILED);
    });
  });

  describe('with the real fetch', () => {
    const post = createPost((url, init) => fetch(url, init), location);

    it('gives status and no body of a page that is not found', async () => {
      const answer = await post('/no-such-endpoint', '{"id":"a"}');
      expect(answer.status).to.equal(404);
      expect(answer.redirected).to.equal(false);
      expect(acknowledges(answer, 'a')).to.equal(false);
    });

    it('does not reject where nobody listens', async () => {
      expect(await post('http://localhost:1/consents', '{}')).to.deep.equal(FAILED);
    });
  });
});

describe('acknowledges', () => {
  const answer = (status: number, body: unknown) => ({ status, redirected: false, retryAfter: null, body });

  it('wants 200 or 201 and the id', () => {
    expect(acknowledges(answer(200, { id: 'a' }), 'a')).to.equal(true);
    expect(acknowledges(answer(201, { id: 'a' }), 'a')).to.equal(true);
    expect(acknowledges(answer(202, { id: 'a' }), 'a')).to.equal(false);
    expect(acknowledges(answer(200, { id: 'b' }), 'a')).to.equal(false);
    expect(acknowledges(answer(200, undefined), 'a')).to.equal(false);
  });

  it('is not taken in by a page that puts an id on every object', () => {
    Object.assign(Object.prototype, { id: 'a' });
    try {
      expect(acknowledges(answer(200, {}), 'a')).to.equal(false);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'id');
    }
  });
});
