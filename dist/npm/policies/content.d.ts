import type { PolicyBannerTexts, PolicyDetailTexts } from '../locales/texts.js';
import type { EditionCore, EditionEvidence } from '../model/editions.js';
/** What an edition says that is neither part of a decision nor of a record. */
export interface EditionFacts {
    /** Name of the policy, e.g. `timebot`. */
    readonly id: string;
    /** Where the edition in force can be read. */
    readonly url: string;
    /** E-mail address for requests and questions. */
    readonly contact: string;
    /** Clauses that each purpose comes from, by its id. */
    readonly clauses: Readonly<Record<string, readonly string[]>>;
}
/** What an edition says of itself that nobody is shown as data: no visitor downloads it. */
export interface EditionOrigin {
    /** Date of publication, `YYYY-MM-DD`. */
    readonly published: string;
    /** The law that processing follows: country (ISO 3166-1 alpha-2), date and number. */
    readonly law: {
        readonly country: string;
        readonly date: string;
        readonly number: string;
    };
}
/** Everything that an edition is. The SHA-256 of its canonical JSON is the edition's hash. */
export interface EditionContent extends Omit<EditionEvidence, 'hash'> {
    readonly core: EditionCore;
    readonly facts: EditionFacts & EditionOrigin;
    /** By language. */
    readonly texts: Readonly<Record<string, {
        readonly banner: PolicyBannerTexts;
        readonly details: PolicyDetailTexts;
    }>>;
}
