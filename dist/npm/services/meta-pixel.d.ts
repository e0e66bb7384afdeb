import type { Manifest } from './manifest.js';
/** Meta Pixel. A revocation holds back what it sends (developers.facebook.com/docs/meta-pixel/implementation/gdpr). */
export declare const manifest: Manifest;
