import { type Engine } from '../signals/engine.js';
import type { Warn } from './config.js';
import type { Load } from './modules.js';
import type { RawConfig } from './read-config.js';
import type { Session } from './session.js';
/** The config with its ready-made services in full, and the way to run them. */
export declare const expand: ({ raw, ...read }: RawConfig, load: Load, warn: Warn) => Promise<RawConfig>;
/** The engine of a session, for the inspector. */
export declare const engineOf: (session: Session) => Engine | undefined;
/** Runs the services of a session, in line with its decision from now on. */
export declare const run: (session: Session) => void;
