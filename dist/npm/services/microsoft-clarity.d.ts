import type { Manifest } from './manifest.js';
/** Microsoft Clarity, with its consent API (learn.microsoft.com/clarity/setup-and-installation/clarity-consent-api-v2). */
export declare const manifest: Manifest;
