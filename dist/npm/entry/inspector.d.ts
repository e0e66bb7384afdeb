import type { Session } from './session.js';
/** Opens the inspector on this page and keeps it up to date. */
export declare const startInspector: (session: Session) => Promise<void>;
