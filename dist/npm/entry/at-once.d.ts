import type { Session } from './session.js';
/**
 * Has something closed in the task of every decision, right after the gate and before the decision's evidence: whoever waits
 * for the state hears of it after the next paint, when the page may have been left.
 */
export declare const closeAtOnce: (session: Session, close: () => void) => void;
