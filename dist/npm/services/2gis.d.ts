import type { Manifest } from './manifest.js';
/** 2GIS: the map of a firm and the map constructor. What they keep is not documented. */
export declare const manifest: Manifest;
