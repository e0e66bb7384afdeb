import type { Manifest } from './manifest.js';
/** VK Video. What its player keeps is not documented. */
export declare const manifest: Manifest;
