/**
 * Entry of the chunk that asks and proves: Lit with the first layer, and what a click on it needs. The preferences are
 * built apart from it and take their share of Lit from here.
 */
export { css, html, nothing } from 'lit';
export { dialogueOf } from './dialogue.js';
