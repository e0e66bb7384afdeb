import type { UseStore } from 'idb-keyval';
import { openDatabase } from '../store/database.js';
import type { Session } from './session.js';

/** The database of a session, opened by whichever part needs it first: in any case before a control can be clicked. */
export const databaseOf = (session: Session): UseStore => (session.db ??= openDatabase());
