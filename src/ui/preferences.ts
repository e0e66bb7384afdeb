import { html, nothing, type TemplateResult } from 'lit';
import { dateText, fill } from '../locales/texts.js';
import type { Choice } from '../model/decisions.js';
import type { OfferedPurpose } from '../model/offers.js';
import type { ConsentState, PreferencesModule, ServiceView } from './contract.js';
import { entry, inForce, local } from './details.js';
import { languages } from './languages.js';
import { letter } from './letter.js';
import { styles } from './preferences-styles.js';
import { recipients } from './recipients.js';

/** What the switches say. Those of services are named apart from the others, and are read by who brings them. */
const choiceOf = (dialog: Element, services?: ServiceView): Choice => {
  const inputs = dialog.querySelectorAll<HTMLInputElement>('input:not([name*=":"])');
  // not by `Array.from`: old libraries put one in its place that maps nothing
  const { policy = false, ...purposes } = Object.fromEntries([...inputs].map(({ name, checked }) => [name, checked]));
  return { policy, purposes, services: services?.chosen(dialog) ?? {} };
};

/** Every purpose with its switch and what there is to know about it, the policy, this choice's end, and the account's data. */
export const render: PreferencesModule['render'] = (state, ask, services) => {
  const { first, further, gpc, lang, left = [], offer, outcome, policy } = state;
  if (!further) return html``;
  const { ui, policy: said } = further;
  const date = dateText(policy.edition);
  const current = inForce(state);
  const on = (id: string): boolean => current?.purposes[id] === true;
  const consents = current?.accepted || offer.purposes.some(({ id, required }) => !required && on(id));

  const details = (offered: OfferedPurpose, served: boolean): TemplateResult => {
    const term = local(offered.storage, lang);
    return html`<dl>
      ${entry(ui.data, [policy.data.map((kind) => said.data[kind] ?? kind).join(', ')], ui.notStated)}
      ${entry(
        ui.clauses,
        (offered.clauses ?? policy.clauses[offered.id] ?? []).map((key) => said.clauses[key] ?? key),
        ui.notStated,
      )}
      ${served ? nothing : entry(ui.services, [], ui.noServices)}
      ${entry(ui.recipients, recipients(lang, [offered], offer.services), ui.notStated)}
      ${served && !term ? nothing : entry(ui.storage, [term], ui.notStated)}
    </dl>`;
  };

  const purpose = (offered: OfferedPurpose): TemplateResult => {
    const { id, required } = offered;
    const name = first.policy.purposes[id] ?? id;
    const served = services?.list(state, offered);
    return html`<li>
      <label>
        <b>${name}</b> ${required ? html`<span class="fine">${ui.alwaysOn}</span>` : nothing}
        <input
          type="checkbox"
          role="switch"
          name=${id}
          aria-describedby=${`about-${id}`}
          ?checked=${required || on(id)}
          ?disabled=${required}
        />
      </label>
      <p id=${`about-${id}`}>${said.purposes[id]}</p>
      <details>
        <summary aria-label=${`${ui.details}: ${name}`}>${ui.details}</summary>
        ${details(offered, !!served)}
      </details>
      ${served ?? nothing}
    </li>`;
  };

  const names = left.map(({ name, host }) => (host ? `${name} (${host})` : name));
  const rest = names.length ? fill(ui.left, { names: names.join(', ') }) : '';
  const note = `${outcome ? ui[outcome] : ''} ${rest}`.trim(); // nothing at all where there is nothing to say

  const save = (event: Event): void => {
    const dialog = event.target instanceof HTMLElement && event.target.closest('dialog');
    if (dialog) ask({ action: 'save', choice: choiceOf(dialog, services) }, event);
  };
  // Escape and a phone's back gesture close the dialog themselves; one that the element closed is already out of the page
  const closed = (event: Event): void => {
    if (event.target instanceof HTMLElement && event.target.isConnected) ask({ action: 'close' }, event);
  };

  return html`
    <dialog class="box dialog" part="dialog" lang=${lang} aria-labelledby="title" @close=${closed}>
      <div class="head">
        <h2 id="title" part="title" tabindex="-1" autofocus>${ui.title}</h2>
        <button data-action="close" aria-label=${ui.close} title=${ui.close}>
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="m6 6 12 12m0-12L6 18" /></svg>
        </button>
        ${languages(state)}
      </div>
      <div class="text" part="text">
        ${current ? html`<p>${fill(ui.term, { date: dateText(new Date(current.expires).toISOString()) })}</p>` : nothing}
        ${consents ? html`<button class="key light" data-action="withdraw">${ui.withdraw}</button>` : nothing}
        ${gpc ? html`<p class="note">${first.ui.gpc}</p>` : nothing}
        <ul>
          ${offer.purposes.map(purpose)}
          <li>
            <label>
              <b>${fill(ui.acceptPolicy, { date })}</b>
              <input
                type="checkbox"
                name="policy"
                aria-describedby="about-policy"
                ?checked=${current?.accepted === true}
              />
            </label>
            <p id="about-policy">
              ${ui.acceptPolicyHint}
              <a part="link" href=${policy.url} data-action="open-policy">${fill(first.ui.policyLink, { date })}</a>
            </p>
          </li>
        </ul>
        <p class="fine">${said.term} ${first.ui.translation}</p>
        <h3>${ui.account}</h3>
        <p>${ui.accountHint} ${said.rights}</p>
        <p><a href=${letter(state, further, new Date().toISOString())}>${ui.writeLetter}</a></p>
      </div>
      <p class="note" role="status" tabindex="-1">${note}</p>
      <div class="keys">
        <button class="key" part="choice" data-action="reject-all">${first.ui.rejectAll}</button>
        <button class="key" part="choice" data-action="accept-all">${first.ui.acceptAll}</button>
        <button class="key" part="choice" data-action="save" @click=${save}>${ui.save}</button>
      </div>
    </dialog>
  `;
};

/** What a render leaves to do. `before`: the state that was shown until now, undefined where it has not changed. */
export const updated = (root: ShadowRoot, state: ConsentState | undefined, before: ConsentState | undefined): void => {
  const { styleSheet } = styles;
  if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
  const dialog = root.querySelector('dialog');
  if (dialog && !dialog.open) dialog.showModal(); // focuses the heading; Firefox would leave it out, were it not for `autofocus`
  // what is not saved outlives a new language, but not a new decision
  if (before && before.decision?.seq !== state?.decision?.seq) {
    for (const input of root.querySelectorAll('input')) input.checked = input.defaultChecked;
  }
  if (before?.view !== 'preferences' || root.querySelector(':focus')) return;
  // the focus has gone with its button: "Customise" is back on the banner, "Withdraw" leaves its outcome behind
  if (state?.view === 'banner') root.querySelector<HTMLElement>('[data-action=settings]')?.focus();
  if (state?.outcome !== before.outcome) root.querySelector<HTMLElement>('[role=status]')?.focus();
};
