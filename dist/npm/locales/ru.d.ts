import type { BannerTexts, PreferencesTexts } from './texts.js';
export declare const banner: BannerTexts;
export declare const preferences: PreferencesTexts;
