/** A language that ships. */
export interface Language {
    /** BCP 47. */
    readonly code: string;
    /** Its own name, for the language switch. */
    readonly name: string;
}
/** Russian first: the policy was published in it. */
export declare const languages: readonly Language[];
/** Label of the button that opens the preferences on every page, by language. */
export declare const triggers: Readonly<Record<string, string>>;
