import { type Here } from './send.js';
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
/** Reads a response, or the lack of one. Never rejects: an answer that breaks off is none. */
export declare const answerOf: (response: Response | undefined) => Promise<Answer>;
/** The POST of the delivery contract, with its answer read. */
export declare const createPost: (fetch: (url: string, init: RequestInit) => Promise<Response>, here: Here) => Post;
/** Whether an answer says that the endpoint has this record: 200 or 201 with JSON whose own `id` is the record's. */
export declare const acknowledges: ({ status, body }: Answer, id: string) => boolean;
