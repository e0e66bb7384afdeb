import type { Status, Told } from '../signals/engine.js';
import type { Report } from '../ui/inspector.js';
import type { Session } from './session.js';
/** Why a purpose or service is open or closed, in words for the site's owner. */
export declare const whyOf: (session: Session, id: string) => string;
/** Looks at the page as it is now. */
export declare const inspect: (session: Session, status: readonly Status[], told: readonly Told[]) => Promise<Report>;
