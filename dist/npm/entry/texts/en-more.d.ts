import type { FurtherLayers } from '../../locales/texts.js';
export declare const texts: FurtherLayers;
