import { html, type TemplateResult } from 'lit';
import type { Decision } from '../model/decisions.js';
import type { LocalText } from '../model/services.js';
import type { ConsentState } from './contract.js';

/** The owner's text in the language shown; else in any language, which says more than nothing. */
export const local = (text: LocalText | undefined, lang: string): string | undefined =>
  typeof text === 'object' ? (text[lang] ?? Object.values(text)[0]) : text;

/** A term and what there is to say about it; said to be not stated where there is nothing. */
export const entry = (term: string, lines: readonly (string | undefined)[], none: string): TemplateResult => {
  const said = lines.filter(Boolean);
  return html`<dt>${term}</dt>
    ${(said.length ? said : [none]).map((line) => html`<dd>${line}</dd>`)}`;
};

/** One that has run out or was about another edition grants nothing, so that it turns nothing on here either. */
export const inForce = ({ decision, reason }: ConsentState): Decision | undefined =>
  !reason || reason === 'offer' ? decision : undefined;
