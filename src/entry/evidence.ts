/** Entry of the chunk that asks and proves: loaded with the banner, and before any decision by script. */
export { createDialogue } from './dialogue.js';
