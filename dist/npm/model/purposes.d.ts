/** What data is used for, as a policy edition names it. Who receives it is the site owner's to say (see offers). */
export interface Purpose {
    /** Key in decisions, records, the mirror cookie and `data-consent`; also the name of its checkbox. */
    readonly id: string;
    /** Clauses of the policy that the purpose comes from, e.g. `2.2.5a`; absent where the edition states them apart, among its facts. */
    readonly clauses?: readonly string[];
    /** The service cannot work without it: always on, never asked. */
    readonly required?: boolean;
    /** Asked only where the site declares a service for it, e.g. `contact` without a chat has nothing to ask about. */
    readonly needsService?: boolean;
    /** Asked only where the site says who receives the data: for the purpose, or for a service under it. */
    readonly needsRecipient?: boolean;
}
/** Names that a purpose or service cannot have: `policy` is the acceptance's own, the other reads as a property. */
export declare const RESERVED_IDS: readonly string[];
