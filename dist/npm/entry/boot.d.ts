import { type SessionDeps } from './session.js';
/** What the widget starts from. */
export type Start = Pick<SessionDeps, 'core' | 'load' | 'trusted' | 'nonce'>;
/**
 * Starts the widget: from here on everything follows from the config, the cookie, the database and the visitor.
 *
 * @param script the one whose `data-*` attributes are settings
 * @param config a config in place of the page's
 */
export declare const start: (given: Start, script?: HTMLScriptElement, config?: unknown) => void;
