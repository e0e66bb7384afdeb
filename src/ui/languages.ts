import { html, type TemplateResult } from 'lit';
import type { ConsentState } from './contract.js';

/** The language switch. Each name is in its own language and marked so, for those who read no other and for screen readers. */
export const languages = ({ lang, langs, first }: ConsentState): TemplateResult => html`
  <div class="langs" role="group" aria-label=${first.ui.language}>
    ${langs.map(({ code, name }) => html`<button lang=${code} aria-pressed=${code === lang}>${name}</button>`)}
  </div>
`;
