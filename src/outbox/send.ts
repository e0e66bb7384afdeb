/** Starts a POST before it returns. Undefined where nothing answered. */
export type Send = (endpoint: string, body: string) => Promise<Response | undefined>;

/** Milliseconds for the whole answer, its body included. */
const LIMIT = 10_000;

/** Where a page is. Its origin is "null" in a sandbox or a file, and shared with nobody. */
export type Here = Pick<Location, 'href' | 'origin'>;

/** An address by the page's own, since a `<base>` may lead to another site; undefined for what is none. */
const resolve = (url: string, { href }: Here): URL | undefined => {
  try {
    return new URL(url, href);
  } catch {
    return undefined;
  }
};

/**
 * The request of the delivery contract. To another origin it is sent as plain text and without cookies, so that there is no
 * preflight that a closing page would not live to see answered.
 */
export const createSend =
  (fetch: (url: string, init: RequestInit) => Promise<Response>, here: Here): Send =>
  async (endpoint, body) => {
    const url = resolve(endpoint, here);
    const same = here.origin !== 'null' && url?.origin === here.origin;
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
    const attempt = async (keepalive: boolean): Promise<Response> =>
      fetch(url?.href ?? endpoint, { ...init, keepalive });
    return attempt(true).catch((error: unknown) =>
      // keepalive has a quota, in Chromium one with all that the page itself sends: it shows as a network error
      error instanceof TypeError ? attempt(false).catch(() => undefined) : undefined,
    );
  };
