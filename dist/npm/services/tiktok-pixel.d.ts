import type { Manifest } from './manifest.js';
/**
 * TikTok Pixel, as its own base code starts it. Its code has `grantConsent` and `revokeConsent`; no description by TikTok
 * of what they do was found, so nothing relies on them: it loads after the grant, and a withdrawal keeps the next page clean.
 */
export declare const manifest: Manifest;
