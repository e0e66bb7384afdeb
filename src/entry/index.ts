/** The npm entry: the same widget, loaded by the page's own modules. Importing it does nothing; `start` does. */
import { core } from '../policies/timebot/2019-01-01.js';
import { start as boot } from './boot.js';
import type { OwnConfig } from './own-spec.js';
import { loadModule } from './modules.js';
import { createTrusted } from './trusted.js';

export type { TimebotConsent } from './api.js';
export type { Committed } from './commit.js';
export type { OwnConfig as Config } from './own-spec.js';
export type { Decided } from './script.js';
export type { HistoryEntry } from './history.js';
export type { Listener, Snapshot } from './state.js';
export type { Decision } from '../model/decisions.js';
export type { Left } from '../model/services.js';
export type { ConsentRecord } from '../record/record.js';
export { version } from './version.js';

/**
 * Starts the widget on this page, once. Without a config it reads the page's, as the script tag does. The API is in
 * `window.timebotConsent` from then on; calls queued in `window.timebotConsentQueue` are answered.
 */
export const start = (config?: OwnConfig): void => {
  boot({ core, load: loadModule, nonce: '', trusted: createTrusted() }, undefined, config);
};
