import { type TemplateResult } from 'lit';
import type { Decision } from '../model/decisions.js';
import type { LocalText } from '../model/services.js';
import type { ConsentState } from './contract.js';
/** The owner's text in the language shown; else in any language, which says more than nothing. */
export declare const local: (text: LocalText | undefined, lang: string) => string | undefined;
/** A term and what there is to say about it; said to be not stated where there is nothing. */
export declare const entry: (term: string, lines: readonly (string | undefined)[], none: string) => TemplateResult;
/** One that has run out or was about another edition grants nothing, so that it turns nothing on here either. */
export declare const inForce: ({ decision, reason }: ConsentState) => Decision | undefined;
