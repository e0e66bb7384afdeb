import { type Drain } from '../outbox/drain.js';
import { type Answer } from '../outbox/post.js';
import type { Delivery } from '../store/entries.js';
import type { Session } from './session.js';
/** The drain of a session, with the browser's clock, chance, locks and timers. */
export declare const drainOf: (session: Session) => Drain;
/** Files the answer to a record's first POST. */
export declare const settle: (session: Session, id: string, body: string, answer: Answer) => Promise<Delivery>;
