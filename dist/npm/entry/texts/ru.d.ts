import type { FirstLayer } from '../../locales/texts.js';
export declare const texts: FirstLayer;
