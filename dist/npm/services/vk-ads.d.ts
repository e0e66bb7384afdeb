import type { Manifest } from './manifest.js';
/** The pixel of VK Ads, which is the counter of Top.Mail.Ru. It has no consent API, so nothing of it loads before the grant. */
export declare const manifest: Manifest;
