/** Whether a text is an origin as browsers write it: scheme, host and port without a path, or `null` for opaque ones. */
export declare const isOrigin: (value: string) => boolean;
/**
 * Whether an `Origin` header may send records to a host: it is on the list, or it is the page's own site. The scheme of
 * the own site is not compared, because behind a proxy that ends TLS the service does not know it.
 */
export declare const isAllowed: (origin: string, host: string, origins: readonly string[]) => boolean;
