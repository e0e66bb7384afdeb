import type { Trusted } from '../gate/gate.js';
/** Name of the Trusted Types policy, for a page's `trusted-types` list. */
export declare const POLICY = "timebot-consent";
/**
 * The Trusted Types policy of the widget, or the identity where the platform has none. It passes what it is given: chunk
 * addresses have an integrity, and gated scripts are the page's own markup, held to the page's nonce.
 */
export declare const createTrusted: () => Trusted;
