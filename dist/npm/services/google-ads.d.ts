import type { Manifest } from './manifest.js';
/** Google Ads and Floodlight by the Google tag (gtag.js). */
export declare const manifest: Manifest;
