import type { Manifest } from './manifest.js';
/**
 * Vimeo. Addresses of a video's page get `dnt=1`, with which the player sets no new cookies; those that it sets else by
 * help.vimeo.com/hc/en-us/articles/26080940921361.
 */
export declare const manifest: Manifest;
