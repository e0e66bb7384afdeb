/** Milliseconds that anything waits for a database, which may hang. */
const PATIENCE = 300;

/** What a promise gives, or undefined once the patience is over or it has failed. */
export const within = <T>(promise: Promise<T>): Promise<T | undefined> =>
  Promise.race([
    promise.catch(() => undefined),
    new Promise<undefined>((late) => setTimeout(() => late(undefined), PATIENCE)),
  ]);
