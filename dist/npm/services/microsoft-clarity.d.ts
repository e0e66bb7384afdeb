import type { Manifest } from './manifest.js';
/**
 * Microsoft Clarity, with its consent API (learn.microsoft.com/clarity/setup-and-installation/clarity-consent-api-v2). That has
 * no word for "no more": told that all is denied, the script drops its cookies and records on without them. `stop`, which no
 * page of Microsoft's mentions but clarity-js has (src/clarity.ts), ends it; `start` is what a later grant needs then, and does
 * nothing where it runs.
 */
export declare const manifest: Manifest;
