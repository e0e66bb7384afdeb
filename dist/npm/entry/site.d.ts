import type { EditionEvidence } from '../model/editions.js';
import type { PolicyFacts } from '../ui/contract.js';
import type { Act } from './commit.js';
import type { Own } from './own.js';
import type { Session } from './session.js';
/** The edition in force on this site: what records state of it and what visitors see. */
export type SitePolicy = PolicyFacts & EditionEvidence;
/** What a decision needs of its site, whoever decides. */
export interface Site {
    readonly policy: SitePolicy;
    /** What the site brings of its own, if anything. */
    readonly own: Own | undefined;
    /**
     * The notice that texts make.
     *
     * @param shippedHash its hash where the site brings nothing, made by the build
     * @param asked ids of what alone is asked about
     */
    readonly notice: (layer: Act['notice']['layer'], lang: string, texts: unknown, shippedHash?: string, asked?: readonly string[]) => Promise<Act['notice']>;
    /** Resolves when the records of this device are taken up, or when the database has let us wait for long enough. */
    readonly known: Promise<unknown>;
}
export declare const siteOf: (session: Session) => Promise<Site>;
