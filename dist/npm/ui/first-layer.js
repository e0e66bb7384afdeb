import { dateText, fill } from "../locales/texts.js";
import { languages } from "./languages.js";
import { recipients } from "./recipients.js";
import { html } from "lit";
// src/ui/first-layer.ts
/** Why the question comes again. A device whose clock was wrong is asked without a reason: there is nothing to tell. */
var why = ({ reason, first: { ui, policy } }, date) => {
	if (reason === "edition") return [fill(ui.newEdition, { date }), policy.changes].join(" ").trim();
	return reason === "offer" ? ui.newOffer : reason === "expired" ? ui.expired : "";
};
/**
* The banner: who asks for what, and three answers. Refusing and accepting are one element apart and share class and
* part, so that neither a theme nor a site's stylesheet can make one heavier than the other.
*/
var firstLayer = (state) => {
	const { lang, offer, policy: { edition, operator, url }, first: { ui, policy } } = state;
	const date = dateText(edition);
	const again = why(state, date);
	const asked = offer.purposes.filter(({ required }) => !required);
	const purposes = asked.map(({ id }) => policy.purposes[id] ?? id).join(", ");
	const receivers = recipients(lang, asked, offer.services).join("; ");
	return html`
    <section class="box banner" part="banner" lang=${lang} aria-labelledby="title">
      <div class="head">
        <h2 id="title" part="title">${ui.title}</h2>
        ${languages(state)}
      </div>
      <div class="text" part="text">
        ${again && html`<p class="note">${again}</p>`}
        <p>${policy.summary}</p>
        <p class="fine">
          ${fill(ui.includes, {
		date,
		purposes
	})} ${receivers && fill(ui.recipients, { recipients: receivers })}
          ${ui.rejects} ${ui.later}
        </p>
        <p class="fine">
          ${fill(ui.operator, {
		operator: operator.name,
		id: operator.id
	})} ${ui.translation}
          <a part="link" href=${url} data-action="open-policy">${fill(ui.policyLink, { date })}</a>
        </p>
      </div>
      <div class="keys">
        <button class="key" part="choice" data-action="reject-all">${ui.rejectAll}</button>
        <button class="key" part="choice" data-action="accept-all">${ui.acceptAll}</button>
        <button class="key light" part="customise" data-action="settings">${ui.customise}</button>
      </div>
    </section>
  `;
};
export { firstLayer };
