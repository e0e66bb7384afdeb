import { expect } from '@open-wc/testing';
import { acknowledges, createPost } from '../../src/outbox/post.js';
import { deferred } from './fixtures.js';

const ORIGIN = 'https://timebot.kz';

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
  const ENDPOINTS: readonly (readonly [endpoint: string, origin: string, same: boolean])[] = [
    ['https://timebot.kz/consents', ORIGIN, true],
    ['/consents', ORIGIN, true],
    ['https://TIMEBOT.kz:443/consents', ORIGIN, true],
    ['https://timebot.kz.evil.example/consents', ORIGIN, false],
    ['https://timebot.kz@evil.example/consents', ORIGIN, false],
    ['//collector.example/consents', ORIGIN, false],
    ['http://timebot.kz/consents', ORIGIN, false],
    ['https://timebot.kz:8443/consents', ORIGIN, false],
    ['https://timebot.kz/consents', 'null', false],
    ['data:text/plain,x', 'null', false],
  ];
  for (const [endpoint, origin, same] of ENDPOINTS) {
    it(`takes ${endpoint} on a page of ${origin} for ${same ? 'its own' : 'another'} origin`, async () => {
      const { calls, fetch } = scripted(ok);
      await createPost(fetch, origin)(endpoint, '{"id":"a"}');
      const [{ url, init } = { url: '', init: {} }] = calls;
      const { signal, ...options } = init;
      expect(signal).to.be.an.instanceOf(AbortSignal);
      expect(url).to.equal(endpoint);
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
    await createPost(fetch, ORIGIN)('https://collector.example/', '{}');
    const headers = new Request('https://collector.example/', { ...calls[0]?.init, mode: 'no-cors' }).headers;
    expect([...headers]).to.deep.equal([['content-type', 'text/plain;charset=UTF-8']]);
  });

  it('starts the request before it returns', () => {
    const { calls, fetch } = scripted(ok);
    void createPost(fetch, ORIGIN)('/consents', '{}');
    expect(calls).to.have.length(1);
  });

  it('gives status, Retry-After and JSON of the answer', async () => {
    const { fetch } = scripted(ok);
    expect(await createPost(fetch, ORIGIN)('/consents', '{}')).to.deep.equal({
      status: 201,
      redirected: false,
      retryAfter: '7',
      body: { id: 'a' },
    });
  });

  for (const text of ['', '<!doctype html><title>Sign in</title>', '{"id":', '\u0000']) {
    it(`gives no body for ${JSON.stringify(text)}`, async () => {
      const { fetch } = scripted(() => new Response(text));
      expect(await createPost(fetch, ORIGIN)('/consents', '{}')).to.deep.equal({ ...FAILED, status: 200 });
    });
  }

  it('tells a redirect from a network error', async () => {
    const redirect = Object.defineProperties(new Response(), {
      type: { value: 'opaqueredirect' },
      status: { value: 0 },
    });
    const { fetch } = scripted(() => redirect);
    expect(await createPost(fetch, ORIGIN)('/consents', '{}')).to.deep.equal({ ...FAILED, redirected: true });
  });

  it('tries again once without keepalive, whose quota may be used up', async () => {
    const { calls, fetch } = scripted(unreachable, ok);
    expect((await createPost(fetch, ORIGIN)('/consents', '{}')).status).to.equal(201);
    expect(calls.map(({ init }) => init.keepalive)).to.deep.equal([true, false]);
    expect({ ...calls[1]?.init, keepalive: true }).to.deep.equal(calls[0]?.init);
  });

  it('gives up after that', async () => {
    const { calls, fetch } = scripted(unreachable, unreachable);
    expect(await createPost(fetch, ORIGIN)('/consents', '{}')).to.deep.equal(FAILED);
    expect(calls).to.have.length(2);
  });

  it('does not reject where fetch throws something else', async () => {
    const { calls, fetch } = scripted(() => {
      throw new DOMException('no', 'NotAllowedError');
    });
    expect(await createPost(fetch, ORIGIN)('/consents', '{}')).to.deep.equal(FAILED);
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
      const answer = createPost(fetch, ORIGIN)('/consents', '{}');
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
      const answer = createPost(fetch, ORIGIN)('/consents', '{}');
      await reading.promise;
      expire();
      expect(await answer).to.deep.equal(FAILED);
    });
  });

  describe('with the real fetch', () => {
    const post = createPost((url, init) => fetch(url, init), location.origin);

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
