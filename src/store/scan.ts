import type { Row } from './rows.js';

/** What a first look at the database tells without checking any record: whether there is a reason to load more. */
export interface Scan {
  /** Highest seq among the records, 0 where there is none. */
  readonly seq: number;
  /** Two records share the highest seq: two tabs decided at the same moment. */
  readonly forked: boolean;
  /** Whether anything waits for the endpoint. */
  readonly pending: boolean;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The JSON object of a stored value's body; empty for anything else, since whatever a page put there is no reason to throw. */
const bodyOf = (value: unknown): Record<string, unknown> => {
  try {
    const body: unknown = isObject(value) && typeof value['body'] === 'string' ? JSON.parse(value['body']) : undefined;
    return isObject(body) ? body : {};
  } catch {
    return {};
  }
};

/** A first look at all entries of the database. Cheap, since every page does it: the records are checked when they are used. */
export const scan = (rows: readonly Row[]): Scan => {
  let found: Scan = { seq: 0, forked: false, pending: false };
  for (const [key, value] of rows) {
    const name = typeof key === 'string' ? key : '';
    if (name.startsWith('outbox/')) found = { ...found, pending: true };
    if (!name.startsWith('record/')) continue;
    const { seq } = bodyOf(value);
    if (!Number.isInteger(seq) || Number(seq) < found.seq) continue;
    found = { ...found, seq: Number(seq), forked: seq === found.seq };
  }
  return found;
};
