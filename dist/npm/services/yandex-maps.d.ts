import type { Manifest } from './manifest.js';
/** Yandex Maps: the map widget and the map constructor. What the widget keeps is not documented apart. */
export declare const manifest: Manifest;
