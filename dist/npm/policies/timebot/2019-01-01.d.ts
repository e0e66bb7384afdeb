/**
 * TimeBot's privacy policy, edition of 01.01.2019, as data.
 *
 * Every part is an export of its own, so that a build takes just the language and the layer it needs. What the policy does
 * not say is absent: storage periods, recipients and countries are the site owner's to state. Its preamble, which reads
 * use of the services as consent, is left out: consent must be confirmable (Law 94-V, article 8(1)).
 *
 * A published edition is never edited: a change is a new file with a new date (see docs/policies.md).
 */
import type { PolicyBannerTexts, PolicyDetailTexts } from '../../locales/texts.js';
import type { EditionCore, EditionEvidence } from '../../model/editions.js';
import type { EditionContent, EditionFacts } from '../content.js';
export declare const core: EditionCore;
export declare const evidence: EditionEvidence;
export declare const facts: EditionFacts;
export declare const ruBanner: PolicyBannerTexts;
export declare const ruDetails: PolicyDetailTexts;
export declare const kkBanner: PolicyBannerTexts;
export declare const kkDetails: PolicyDetailTexts;
export declare const enBanner: PolicyBannerTexts;
export declare const enDetails: PolicyDetailTexts;
/** The whole edition, for its hash and for checking records against it. No page downloads it. */
export declare const content: EditionContent;
