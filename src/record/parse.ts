import type { ConsentRecord } from './record.js';
import { MAX_RECORD_BYTES, recordSchema } from './schema.js';
import { validate, type Flaw } from './validate.js';

/** Thrown for text that is no record of version 1. `path` is a JSON Pointer to what is wrong. */
export class InvalidRecord extends Error {
  readonly path: string;

  constructor({ path, message }: Flaw) {
    super(`${path || 'record'} ${message}`);
    this.name = 'InvalidRecord';
    this.path = path;
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidRecord({ path: '', message: 'is no JSON' });
  }
};

function assertRecord(value: unknown): asserts value is ConsentRecord {
  const flaw = validate(value, recordSchema);
  if (flaw) throw new InvalidRecord(flaw);
}

/**
 * The record that a text holds.
 *
 * @throws InvalidRecord naming the path of the first thing that is wrong
 */
export const parseRecord = (text: string): ConsentRecord => {
  if (new TextEncoder().encode(text).length > MAX_RECORD_BYTES) {
    throw new InvalidRecord({ path: '', message: `must be at most ${MAX_RECORD_BYTES} bytes` });
  }
  const value = parseJson(text);
  assertRecord(value);
  return value;
};
