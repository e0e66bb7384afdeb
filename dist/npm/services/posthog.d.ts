import type { Manifest } from './manifest.js';
/** PostHog Cloud, as its own snippet starts it (posthog.com/docs/libraries/js; cookies: …/js/persistence). */
export declare const manifest: Manifest;
