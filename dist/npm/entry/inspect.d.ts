import type { Status, Told } from '../signals/engine.js';
import type { Report } from '../ui/inspector.js';
import type { Session } from './session.js';
/** Looks at the page as it is now. */
export declare const inspect: (session: Session, status: readonly Status[], told: readonly Told[]) => Promise<Report>;
