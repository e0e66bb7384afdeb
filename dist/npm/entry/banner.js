import { dialogueOf } from "./dialogue.js";
import { css, html, nothing } from "lit";
export { css, dialogueOf, html, nothing };
