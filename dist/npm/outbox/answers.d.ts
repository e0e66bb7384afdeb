import { type Answer } from './post.js';
/**
 * What an answer means. `dead`: refused as it is; kept, tried daily. `pause`: the endpoint cannot just now; the whole drain
 * waits. `misdirected`: this is no consent endpoint, or not yet; kept, tried hourly.
 */
export type Outcome = 'acknowledged' | 'dead' | 'pause' | 'misdirected';
/** The delivery table. */
export declare const outcomeOf: (answer: Answer, id: string) => Outcome;
/** Milliseconds to wait after failure number `tries` (from 0) in a row. `random` gives 0 to 1. */
export declare const retryDelay: (tries: number, random: () => number) => number;
/** Milliseconds that a Retry-After header (seconds or a date) asks for, 1 s to 24 h; undefined where it is unreadable. */
export declare const retryAfterMs: (header: string | null, now: number) => number | undefined;
