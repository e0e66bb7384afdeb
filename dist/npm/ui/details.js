import { html } from "lit";
// src/ui/details.ts
/** The owner's text in the language shown; else in any language, which says more than nothing. */
var local = (text, lang) => typeof text === "object" ? text[lang] ?? Object.values(text)[0] : text;
/** A term and what there is to say about it; said to be not stated where there is nothing. */
var entry = (term, lines, none) => {
	const said = lines.filter(Boolean);
	return html`<dt>${term}</dt>
    ${(said.length ? said : [none]).map((line) => html`<dd>${line}</dd>`)}`;
};
/** One that has run out or was about another edition grants nothing, so that it turns nothing on here either. */
var inForce = ({ decision, reason }) => !reason || reason === "offer" ? decision : void 0;
export { entry, inForce, local };
