import type { BannerTexts, EmbedTexts, PreferencesTexts, ServiceTexts } from './texts.js';
export declare const banner: BannerTexts;
export declare const preferences: PreferencesTexts;
export declare const embed: EmbedTexts;
export declare const services: ServiceTexts;
