import type { Running } from '../signals/check.js';
import type { Session } from './session.js';
/** Brings what shows embeds, as soon as the page has one. A question to the visitor comes first. */
export declare const watchEmbeds: (session: Session, services: readonly Running[]) => void;
