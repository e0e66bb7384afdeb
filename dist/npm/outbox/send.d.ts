/** Starts a POST before it returns. Undefined where nothing answered. */
export type Send = (endpoint: string, body: string) => Promise<Response | undefined>;
/** Where a page is. Its origin is "null" in a sandbox or a file, and shared with nobody. */
export type Here = Pick<Location, 'href' | 'origin'>;
/**
 * The request of the delivery contract. To another origin it is sent as plain text and without cookies, so that there is no
 * preflight that a closing page would not live to see answered.
 */
export declare const createSend: (fetch: (url: string, init: RequestInit) => Promise<Response>, here: Here) => Send;
