import type { Warn } from './config.js';
import type { Load } from './modules.js';
import type { Session } from './session.js';
export interface RawConfig {
    /** The config as the owner wrote it, with ready-made services in full. */
    readonly raw: unknown;
    /** Not all of it could be read: it may restrict what is not known of, so nothing is granted on this page. */
    readonly restricted?: boolean | undefined;
    /** Runs the site's services, where it has any that we run. */
    readonly run?: (session: Session) => void;
}
/** The settings in an element's attributes: with `data-` on the script, without on the element. */
export declare const attributes: (element: Element | undefined, prefix: string) => Record<string, string>;
/** A config is one JSON object. @throws TypeError for anything else */
export declare const objectOf: (json: unknown) => object;
/**
 * Reads the config: inline JSON, else the address in `data-config`, and the attributes of script and element, of which the
 * element's count most. Calls back at once where it can, so that a return visit grants within the script's own task. Where
 * the page is still being parsed and holds no config yet, one may come: that waits.
 */
export declare const readConfig: (script: Element | undefined, load: Load, warn: Warn, use: (config: RawConfig) => void) => void;
