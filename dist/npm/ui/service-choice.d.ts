import type { PreferencesModule } from './contract.js';
/** The preferences, with the services of a site under their purposes. */
export declare const withServices: ({ render, updated }: PreferencesModule) => PreferencesModule;
