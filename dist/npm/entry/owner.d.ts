import type { Session } from './session.js';
/** Prints all warnings that wait, and at the first call what is wrong with the config. */
export declare const tellWarnings: (session: Session) => void;
