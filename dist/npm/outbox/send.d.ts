/** Starts a POST before it returns. Undefined where nothing answered. */
export type Send = (endpoint: string, body: string) => Promise<Response | undefined>;
/**
 * The request of the delivery contract. To another origin it is sent as plain text and without cookies, so that there is no
 * preflight that a closing page would not live to see answered.
 *
 * @param origin the page's own
 */
export declare const createSend: (fetch: (url: string, init: RequestInit) => Promise<Response>, origin: string) => Send;
