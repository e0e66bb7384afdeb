import { field } from '../store/field.js';

/** When a record was made, as its own bytes say: time, then place in its chain. What does not say it comes last. */
const ageOf = (body: string): { readonly at: number; readonly seq: number } => {
  let message: unknown;
  try {
    message = JSON.parse(body);
  } catch {
    // no JSON: the endpoint will say so
  }
  return { at: Date.parse(String(field(message, 'at'))) || Infinity, seq: Number(field(message, 'seq')) };
};

/** The entries, oldest first; of equally old ones, the one that was put in first. */
export const oldestFirst = <T extends { readonly body: string }>(
  entries: readonly (readonly [id: string, entry: T])[],
): (readonly [id: string, entry: T])[] =>
  entries
    .map((pair) => ({ pair, ...ageOf(pair[1].body) }))
    .sort((a, b) => a.at - b.at || a.seq - b.seq || 0) // a difference of what is not known is NaN
    .map(({ pair }) => pair);
