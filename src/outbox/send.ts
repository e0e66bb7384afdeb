/** Starts a POST before it returns. Undefined where nothing answered. */
export type Send = (endpoint: string, body: string) => Promise<Response | undefined>;

/** Milliseconds for the whole answer, its body included. */
const LIMIT = 10_000;

/** Undefined for what is no URL, and on a page without an origin ("null": sandbox, file), which shares it with nobody. */
const originOf = (url: string, base: string): string | undefined => {
  try {
    return new URL(url, base).origin;
  } catch {
    return undefined;
  }
};

/**
 * The request of the delivery contract. To another origin it is sent as plain text and without cookies, so that there is no
 * preflight that a closing page would not live to see answered.
 *
 * @param origin the page's own
 */
export const createSend =
  (fetch: (url: string, init: RequestInit) => Promise<Response>, origin: string): Send =>
  async (endpoint, body) => {
    const same = originOf(endpoint, origin) === origin;
    const timer = new AbortController();
    setTimeout(() => timer.abort(), LIMIT); // not cleared: it does nothing to an answer that is complete
    const init: RequestInit = {
      method: 'POST',
      body,
      headers: { 'content-type': same ? 'application/json' : 'text/plain;charset=UTF-8' },
      credentials: same ? 'same-origin' : 'omit',
      redirect: 'manual',
      referrerPolicy: 'strict-origin',
      signal: timer.signal,
    };
    // async, so that a page's own fetch that throws is no more than one that rejects
    const attempt = async (keepalive: boolean): Promise<Response> => fetch(endpoint, { ...init, keepalive });
    return attempt(true).catch((error: unknown) =>
      // keepalive has a quota, in Chromium one with all that the page itself sends: it shows as a network error
      error instanceof TypeError ? attempt(false).catch(() => undefined) : undefined,
    );
  };
