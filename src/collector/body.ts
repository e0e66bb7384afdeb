import { InvalidRecord, parseRecord } from '../record/parse.js';
import type { ConsentRecord } from '../record/record.js';
import { MAX_RECORD_BYTES } from '../record/schema.js';

/** A request that is answered with a 4xx status. `path` is a JSON Pointer to what is wrong in the body. */
export class Refusal extends Error {
  readonly status: number;
  readonly path: string | undefined;

  constructor(status: number, message: string, path?: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.path = path;
  }
}

/** Widgets on another origin send text/plain, which needs no preflight; some runtimes send no type at all. */
const ACCEPTED_TYPES: readonly string[] = ['', 'text/plain', 'application/json'];

/** @throws Refusal (415) where the headers announce a body that is not plain JSON text */
export const assertReadable = (headers: {
  readonly 'content-type'?: string | undefined;
  readonly 'content-encoding'?: string | undefined;
}): void => {
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (!ACCEPTED_TYPES.includes(type.trim().toLowerCase())) {
    throw new Refusal(415, 'content-type must be application/json or text/plain');
  }
  // nothing is decompressed: a few bytes could stand for gigabytes
  if (headers['content-encoding']) throw new Refusal(415, 'content-encoding is not supported');
};

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal(400, 'body is no UTF-8', '');
  }
};

/**
 * The record in a body, with its exact text. UTF-8 is read strictly, so the text stands for the same bytes.
 *
 * @throws Refusal naming what is wrong and where
 */
export const readRecord = (bytes: Uint8Array): { record: ConsentRecord; text: string } => {
  if (bytes.length > MAX_RECORD_BYTES) throw new Refusal(413, `record must be at most ${MAX_RECORD_BYTES} bytes`, '');
  const text = decode(bytes);
  if (text.startsWith('\uFEFF')) throw new Refusal(400, 'body begins with a byte order mark', '');
  try {
    return { record: parseRecord(text), text };
  } catch (error) {
    if (error instanceof InvalidRecord) throw new Refusal(400, error.message, error.path);
    throw error;
  }
};
