import type { Manifest } from './manifest.js';
/**
 * Yandex Metrica. It has no consent API, so nothing of it loads before the grant; its own opt-out flag stops what has
 * loaded (yandex.com/support/metrica: user opt-out).
 */
export declare const manifest: Manifest;
