import { type Engine } from '../signals/engine.js';
import type { Warn } from './config.js';
import type { Load } from './modules.js';
import type { RawConfig } from './read-config.js';
import type { Session } from './session.js';
import type { Made } from '../signals/steps.js';
/** The config with its ready-made services in full, and the way to run them. */
export declare const expand: ({ raw, ...read }: RawConfig, load: Load, warn: Warn) => Promise<RawConfig>;
/** The engine of a session, for the inspector. */
export declare const engineOf: (session: Session) => Engine | undefined;
/**
 * Runs the services of a session, in line with its decision from now on.
 *
 * @param early what the loader has told already
 */
export declare const run: (session: Session, early?: readonly Made[]) => void;
