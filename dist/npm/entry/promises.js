// src/entry/promises.ts
/** Milliseconds that anything waits for a database, which may hang. */
var PATIENCE = 300;
/** What a promise gives, or undefined once the patience is over or it has failed. */
var within = (promise) => Promise.race([promise.catch(() => void 0), new Promise((late) => setTimeout(() => late(void 0), PATIENCE))]);
export { within };
