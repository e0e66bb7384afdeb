import type { Trusted } from '../gate/gate.js';

const keep = (text: string): string => text;

/** Name of the Trusted Types policy, for a page's `trusted-types` list. */
export const POLICY = 'timebot-consent';

/**
 * The Trusted Types policy of the widget, or the identity where the platform has none. It passes what it is given: chunk
 * addresses have an integrity, and gated scripts are the page's own markup, held to the page's nonce.
 */
export const createTrusted = (): Trusted => {
  const rules: Trusted = { createScript: keep, createScriptURL: keep };
  try {
    return Reflect.get(window, 'trustedTypes').createPolicy(POLICY, rules);
  } catch {
    // there are none, or the page's list does not have our name: then nothing opens
    return rules;
  }
};
