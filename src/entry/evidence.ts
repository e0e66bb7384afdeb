/** Entry of the chunk that asks and proves: loaded with the banner, and before any decision by script. */
export { commit, mirror } from './commit.js';
export { dialogueOf } from './dialogue.js';
