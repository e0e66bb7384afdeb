import { openDatabase } from "../store/database.js";
// src/entry/database.ts
/** The database of a session, opened by whichever part needs it first: in any case before a control can be clicked. */
var databaseOf = (session) => session.db ??= openDatabase();
export { databaseOf };
