import { acknowledges, type Answer } from './post.js';

/**
 * What an answer means. `dead`: refused as it is; kept, tried daily. `pause`: the endpoint cannot just now; the whole drain
 * waits. `misdirected`: this is no consent endpoint, or not yet; kept, tried hourly.
 */
export type Outcome = 'acknowledged' | 'dead' | 'pause' | 'misdirected';

const DEAD: readonly number[] = [400, 409, 413, 415, 422];
const PAUSE: readonly number[] = [408, 425, 429];

/** The delivery table. */
export const outcomeOf = (answer: Answer, id: string): Outcome => {
  const { status, redirected } = answer;
  if (acknowledges(answer, id)) return 'acknowledged';
  if (DEAD.includes(status)) return 'dead';
  const unanswered = status === 0 && !redirected;
  return unanswered || PAUSE.includes(status) || (status >= 500 && status < 600) ? 'pause' : 'misdirected';
};

/** Milliseconds to wait after failure number `tries` (from 0) in a row. `random` gives 0 to 1. */
export const retryDelay = (tries: number, random: () => number): number =>
  Math.min(300_000, 2000 * 2 ** tries) * (0.5 + random() / 2);

/** Milliseconds that a Retry-After header (seconds or a date) asks for, 1 s to 24 h; undefined where it is unreadable. */
export const retryAfterMs = (header: string | null, now: number): number | undefined => {
  const text = header ?? '';
  // engines take nearly anything for a date, so only what ends as HTTP's dates do is given to them
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : text.endsWith(' GMT') ? Date.parse(text) - now : NaN;
  return Math.min(86_400_000, Math.max(1000, wait)) || undefined; // NaN goes through both
};
