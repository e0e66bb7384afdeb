import { type Database } from '../store/database.js';
import type { Session } from './session.js';
/** The database of a session, opened by whichever part needs it first: in any case before a control can be clicked. */
export declare const databaseOf: (session: Session) => Database;
