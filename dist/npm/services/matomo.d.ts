import type { Manifest } from './manifest.js';
/**
 * Matomo on a server of the owner's. It is told on every page that it needs a consent, and of the grant
 * (developer.matomo.org/guides/tracking-consent); cookies and terms: matomo.org/faq/general/faq_146.
 */
export declare const manifest: Manifest;
