/** One tag, embed or SDK of a vendor that the site declares, under the purpose it needs. */
export interface Service {
    readonly id: string;
    readonly purpose: string;
    /** Name shown to visitors; the id where none is given. */
    readonly name?: string;
    /** Who receives the data, where that is someone other than the operator. */
    readonly recipient?: string;
    /** Country of the recipient, ISO 3166-1 alpha-2. */
    readonly country?: string;
    /** How long the service keeps the data or its cookies, in the owner's words; shown as not stated until given. */
    readonly storage?: LocalText;
}
/** Something in the visitor's browser that a service has put there. */
export interface Trace {
    readonly in: 'cookie' | 'local' | 'session' | 'database' | 'cache';
    /** A name, or a pattern in which `*` stands for any characters. */
    readonly name: string;
    /** Host that it belongs to, where that is not the site: script cannot remove it. */
    readonly host?: string;
    /** Set by a server and hidden from script, which cannot remove it either. */
    readonly httpOnly?: boolean;
}
/** Something that a service leaves in the visitor's browser, as the owner states it. */
export interface Kept extends Trace {
    /**
     * How long at most, in days or parts of them; 0: until the browser is closed; left out: until it is removed, or the vendor
     * does not say.
     */
    readonly days?: number;
    /** What for. */
    readonly about?: LocalText;
}
/** What the owner states of a service that no decision depends on. */
export interface StatedService {
    readonly id: string;
    /** Company behind it. */
    readonly vendor?: string;
    /** Undefined where the owner does not say; empty where it keeps nothing. */
    readonly keeps?: readonly Kept[];
}
/** What is left of a service that may not run any more, and script cannot remove. */
export interface Left extends Trace {
    readonly service: string;
}
/** One text for all languages, or one for each. */
export type LocalText = string | Readonly<Record<string, string>>;
