import { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import type { ConsentRecord } from '../record/record.js';
export type { ConsentRecord };
export interface CollectorOptions {
    /** Path of the SQLite file, made where there is none; `:memory:` for tests. */
    readonly database: string;
    /** Where records are posted; `/consents` by default. */
    readonly path?: string;
    /** Exact origins of other sites that may post, e.g. `https://timebot.kz`. Pages of the same host always may. */
    readonly origins: readonly string[];
    /** Called after the commit, once for every acknowledged request. */
    readonly onRecord?: (record: ConsentRecord, verdict: 'created' | 'seen') => void;
    /** Called when the database begins to fail (not for each request that meets it), and for faults of our own. */
    readonly onFault?: (error: Error) => void;
    /** Milliseconds since 1970. */
    readonly now?: () => number;
}
/**
 * The endpoint as a plugin, to be registered in an application that has other routes too: parsers, headers and error
 * answers hold for its own routes only. It closes its database with the application.
 *
 * Request logs are silenced for its routes, because they name the sender's IP address.
 */
export declare const collectorPlugin: FastifyPluginAsync<CollectorOptions>;
/**
 * The endpoint as a service of its own, not yet listening: `await (await createCollector(options)).listen({ port })`.
 * `close()` lets requests under way finish, for ten seconds at most.
 *
 * @throws DatabaseUnavailable where the file cannot be opened
 */
export declare const createCollector: (options: CollectorOptions) => Promise<FastifyInstance>;
