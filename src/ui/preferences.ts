import { html, nothing, type TemplateResult } from 'lit';
import { dateText, fill } from '../locales/texts.js';
import type { Choice, Decision } from '../model/decisions.js';
import type { Offer, OfferedPurpose } from '../model/offers.js';
import type { LocalText } from '../model/services.js';
import type { Ask, ConsentState } from './contract.js';
import { languages } from './languages.js';
import { letter } from './letter.js';
import { styles } from './preferences-styles.js';
import { named, recipients } from './recipients.js';

/** The owner's text in the language shown; else in any language, which says more than nothing. */
const local = (text: LocalText | undefined, lang: string): string | undefined =>
  typeof text === 'object' ? (text[lang] ?? Object.values(text)[0]) : text;

/**
 * What the switches say. A service that was refused by itself stays refused: there is no switch for it here, so that
 * saving must not bring it back unseen.
 */
const choiceOf = (
  inputs: Iterable<HTMLInputElement>,
  { services, hash }: Offer,
  decision: Decision | undefined,
): Choice => {
  const { policy = false, ...purposes } = Object.fromEntries(
    Array.from(inputs, ({ name, checked }) => [name, checked]),
  );
  const refused = services.filter(
    // what is closed because it is new has not been refused
    ({ id, purpose }) => decision?.offer === hash && decision.purposes[purpose] && decision.services[id] === false,
  );
  return { policy, purposes, services: Object.fromEntries(refused.map(({ id }) => [id, false])) };
};

/** A term and what there is to say about it; said to be not stated where there is nothing. */
const entry = (term: string, lines: readonly (string | undefined)[], none: string): TemplateResult => {
  const said = lines.filter(Boolean);
  return html`<dt>${term}</dt>
    ${(said.length ? said : [none]).map((line) => html`<dd>${line}</dd>`)}`;
};

/** Every purpose with its switch and what there is to know about it, the policy, this choice's end, and the account's data. */
export const render = (state: ConsentState, ask: Ask): TemplateResult => {
  const { decision, first, further, lang, left = [], offer, outcome, policy, reason } = state;
  if (!further) return html``;
  const { ui, policy: said } = further;
  const date = dateText(policy.edition);
  // one that has run out or was about another edition grants nothing, so that it turns nothing on here either
  const current = !reason || reason === 'offer' ? decision : undefined;
  const on = (id: string): boolean => current?.purposes[id] === true;
  const consents = current?.accepted || offer.purposes.some(({ id, required }) => !required && on(id));

  const details = (offered: OfferedPurpose): TemplateResult => {
    const services = offer.services.filter(({ purpose }) => purpose === offered.id);
    const term = local(offered.storage, lang);
    const terms = services
      .filter(({ storage }) => storage || !term)
      .map(({ id, name = id, storage }) => `${name}: ${local(storage, lang) ?? ui.notStated}`);
    return html`<dl>
      ${entry(ui.data, [policy.data.map((kind) => said.data[kind] ?? kind).join(', ')], ui.notStated)}
      ${entry(
        ui.clauses,
        offered.clauses.map((key) => said.clauses[key] ?? key),
        ui.notStated,
      )}
      ${entry(
        ui.services,
        services.map((s) => named(lang, s.country, s.name ?? s.id, s.recipient)),
        ui.noServices,
      )}
      ${entry(ui.recipients, recipients(lang, [offered], services), ui.notStated)}
      ${entry(ui.storage, [term, ...terms], ui.notStated)}
    </dl>`;
  };

  const purpose = (offered: OfferedPurpose): TemplateResult => {
    const { id, required } = offered;
    const name = first.policy.purposes[id] ?? id;
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
        ${details(offered)}
      </details>
    </li>`;
  };

  const names = left.map(({ name, host }) => (host ? `${name} (${host})` : name));
  const rest = names.length ? fill(ui.left, { names: names.join(', ') }) : '';
  const note = `${outcome ? ui[outcome] : ''} ${rest}`.trim(); // nothing at all where there is nothing to say

  const save = (event: Event): void => {
    const dialog = event.target instanceof Element && event.target.closest('dialog');
    if (dialog) ask({ action: 'save', choice: choiceOf(dialog.querySelectorAll('input'), offer, current) }, event);
  };
  // Escape and a phone's back gesture close the dialog themselves; one that the element closed is already out of the page
  const closed = (event: Event): void => {
    if (event.target instanceof Element && event.target.isConnected) ask({ action: 'close' }, event);
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
