import type { Manifest } from './manifest.js';
export declare const manifest: Manifest;
