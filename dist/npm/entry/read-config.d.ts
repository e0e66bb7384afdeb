import type { Warn } from './config.js';
import type { Load } from './modules.js';
/** What the owner wrote, and whether something that it restricts may be missing. */
export interface RawConfig {
    readonly raw: unknown;
    readonly restricted: boolean;
}
/**
 * Reads the config: inline JSON, else the address in `data-config`, and the attributes of script and element, of which the
 * element's count most. Calls back at once where it can, so that a return visit grants within the script's own task. Where
 * the page is still being parsed and holds no config yet, one may come: that waits.
 */
export declare const readConfig: (script: Element | undefined, load: Load, warn: Warn, use: (config: RawConfig) => void) => void;
