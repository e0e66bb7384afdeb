import { type SessionDeps } from './session.js';
/** What the widget starts from. */
export interface Start extends Pick<SessionDeps, 'core' | 'load' | 'trusted' | 'nonce'> {
    /** The script whose `data-*` attributes are settings. */
    readonly script?: HTMLScriptElement | undefined;
    /** A config in place of the page's. */
    readonly config?: unknown;
}
/** Starts the widget: from here on everything follows from the config, the cookie, the database and the visitor. */
export declare const start: ({ script, config, ...given }: Start) => void;
