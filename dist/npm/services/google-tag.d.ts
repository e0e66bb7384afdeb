import type { Manifest } from './manifest.js';
/** Google Analytics 4 by the Google tag (gtag.js). Google Ads is a service of its own, under a purpose of its own. */
export declare const manifest: Manifest;
