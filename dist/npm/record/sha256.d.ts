import type { Sha256 } from './hash.js';
/**
 * SHA-256 (FIPS 180-4) for pages without https, where the platform has none. Loaded only there: a page on https pays
 * nothing for it.
 */
export declare const sha256: Sha256;
