import { html } from "lit";
// src/ui/languages.ts
/** The language switch. Each name is in its own language and marked so, for those who read no other and for screen readers. */
var languages = ({ lang, langs, first }) => html`
  <div class="langs" role="group" aria-label=${first.ui.language}>
    ${langs.map(({ code, name }) => html`<button lang=${code} aria-pressed=${code === lang}>${name}</button>`)}
  </div>
`;
export { languages };
