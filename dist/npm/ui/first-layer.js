import { dateText, fill } from "../locales/texts.js";
import { languages } from "./languages.js";
import { recipients } from "./recipients.js";
import { html } from "lit";
// src/ui/first-layer.ts
/** Why the question comes again. A device whose clock was wrong is asked without a reason: there is nothing to tell. */
var why = ({ reason, news, first: { ui, policy } }, date) => {
	if (news[0]) {
		const called = news.map((part) => "purpose" in part ? part.name ?? part.id : policy.purposes[part.id] ?? part.id);
		return fill(ui.news, { news: called.join(", ") });
	}
	if (reason === "edition") return [fill(ui.newEdition, { date }), policy.changes].join(" ").trim();
	return reason === "offer" ? ui.newOffer : reason === "expired" ? ui.expired : "";
};
/**
* The banner: who asks for what, and three answers. Refusing and accepting are one element apart and share class and
* part, so that neither a theme nor a site's stylesheet can make one heavier than the other. Where something is new on
* offer, the two answer only that.
*/
var firstLayer = (state) => {
	const { lang, news, gpc, offer, policy: { edition, operator, url }, first: { ui, policy } } = state;
	const date = dateText(edition);
	const again = why(state, date);
	const some = news[0];
	const asked = offer.purposes.filter(({ required }) => !required);
	const purposes = asked.map(({ id }) => policy.purposes[id] ?? id).join(", ");
	const concerned = (...ids) => !some || news.some(({ id }) => ids.includes(id));
	const receivers = recipients(lang, (some ? offer.purposes : asked).map((part) => concerned(part.id) ? part : {
		...part,
		recipients: []
	}), offer.services.filter(({ id, purpose }) => concerned(id, purpose))).join("; ");
	return html`
    <section class="box banner" part="banner" lang=${lang} aria-labelledby="title">
      <div class="head">
        <h2 id="title" part="title">${ui.title}</h2>
        ${languages(state)}
      </div>
      <div class="text" part="text">
        ${again && html`<p class="note">${again}</p>`} ${gpc ? html`<p class="note">${ui.gpc}</p>` : ""}
        <p>${policy.summary}</p>
        <p class="fine">
          ${some ? "" : fill(ui.includes, {
		date,
		purposes
	})}
          ${receivers && fill(ui.recipients, { recipients: receivers })} ${some ? "" : ui.rejects} ${ui.later}
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
        <button class="key" part="choice" data-action="reject-all">${some ? ui.rejectNew : ui.rejectAll}</button>
        <button class="key" part="choice" data-action="accept-all">${some ? ui.acceptNew : ui.acceptAll}</button>
        <button class="key light" part="customise" data-action="settings">${ui.customise}</button>
      </div>
    </section>
  `;
};
export { firstLayer };
