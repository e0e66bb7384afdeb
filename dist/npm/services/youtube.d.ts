import type { Manifest } from './manifest.js';
/**
 * YouTube. Every address becomes one of its privacy-enhanced mode (support.google.com/youtube/answer/171780), whose
 * videos do not count for what YouTube recommends; from the play button on it may keep cookies all the same. Cookies by
 * policies.google.com/technologies/cookies.
 */
export declare const manifest: Manifest;
