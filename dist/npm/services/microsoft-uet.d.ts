import type { Manifest } from './manifest.js';
/** Microsoft Advertising, with its own consent mode (learn.microsoft.com/advertising/msa-help/hlp_ba_conc_uet_consent). */
export declare const manifest: Manifest;
