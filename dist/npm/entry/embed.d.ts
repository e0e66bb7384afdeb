import type { Running } from '../signals/check.js';
import type { Session } from './session.js';
/** Shows the embeds of the page, now and from now on. */
export declare const startEmbeds: (session: Session, services: readonly Running[]) => Promise<void>;
