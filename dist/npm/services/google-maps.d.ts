import type { Manifest } from './manifest.js';
/** Google Maps: what "Embed a map" gives, and the Maps Embed API. What the map keeps is not documented apart. */
export declare const manifest: Manifest;
