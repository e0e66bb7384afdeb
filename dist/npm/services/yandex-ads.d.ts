import type { Manifest } from './manifest.js';
/**
 * Blocks of the Yandex advertising network. It has no consent API, so nothing of it loads before the grant. A block stands
 * where Yandex's own code puts it: in the element whose id is `yandex_rtb_` and the number of the block.
 */
export declare const manifest: Manifest;
