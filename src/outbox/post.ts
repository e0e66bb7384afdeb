import { field } from '../store/field.js';
import { createSend, type Here } from './send.js';

/** What came back for one POST. */
export interface Answer {
  /** HTTP status; 0 for a network error, ten seconds without an answer, and a redirect. */
  readonly status: number;
  readonly redirected: boolean;
  /** The Retry-After header. */
  readonly retryAfter: string | null;
  /** The JSON of the answer; undefined where it is none. */
  readonly body: unknown;
}

/** Posts one record. Never rejects. */
export type Post = (endpoint: string, body: string) => Promise<Answer>;

const NOTHING: Answer = { status: 0, redirected: false, retryAfter: null, body: undefined };

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads a response, or the lack of one. Never rejects: an answer that breaks off is none. */
export const answerOf = async (response: Response | undefined): Promise<Answer> => {
  try {
    if (!response) return NOTHING;
    const { status, type, headers } = response;
    const body = parse(await response.text());
    return { status, redirected: type === 'opaqueredirect', retryAfter: headers.get('retry-after'), body };
  } catch {
    return NOTHING;
  }
};

/** The POST of the delivery contract, with its answer read. */
export const createPost = (fetch: (url: string, init: RequestInit) => Promise<Response>, here: Here): Post => {
  const send = createSend(fetch, here);
  return async (endpoint, body) => answerOf(await send(endpoint, body));
};

/** Whether an answer says that the endpoint has this record: 200 or 201 with JSON whose own `id` is the record's. */
export const acknowledges = ({ status, body }: Answer, id: string): boolean =>
  (status === 200 || status === 201) && field(body, 'id') === id;
