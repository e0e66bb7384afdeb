import { type Committed } from './commit.js';
import type { Session } from './session.js';
/**
 * A decision by script: everything granted or refused, or single purposes, services and `policy`, while what is left out
 * stays as it is.
 */
export declare const decideByScript: (session: Session, choices: boolean | Readonly<Record<string, boolean>>) => Promise<Committed>;
