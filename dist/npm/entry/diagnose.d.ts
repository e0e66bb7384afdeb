import type { EditionCore } from '../model/editions.js';
import { type Warn } from './config.js';
/** Tells the owner what of a config counts for nothing, why, and what would be right. */
export declare const diagnose: (raw: unknown, core: EditionCore, warn: Warn) => void;
