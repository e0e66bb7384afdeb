import type { OwnConfig } from './own-spec.js';
import type { Session } from './session.js';
/** The last valid config of an address. @throws where there is none */
export declare const configCopy: (url: string) => Promise<object>;
/**
 * Runs services that only say what they keep: nothing of theirs is urgent. The others run from the start. An embed that
 * nobody has declared is warned of there too.
 */
export declare const runServices: (session: Session) => Promise<void>;
/** Takes care of what else a config asks for; gives the config after the check, and whether all of it counts. */
export declare const lookAfter: (session: Session) => {
    readonly own: OwnConfig;
    readonly sound: boolean;
};
