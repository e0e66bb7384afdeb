import { fill } from "../locales/texts.js";
import { entry, inForce, local } from "./details.js";
import { durationIn } from "./duration.js";
import { named } from "./recipients.js";
import { styles } from "./service-styles.js";
import { html, nothing } from "lit";
// src/ui/service-choice.ts
/** Begins the names of their checkboxes: no id of a purpose can hold a colon. */
var PREFIX = "service:";
/** So many begin unfolded; more would bury the purposes. */
var FEW = 3;
var howLong = ({ in: place, days }, lang, texts) => {
	if (days) return durationIn(lang, texts, days);
	if (days === 0 || place === "session") return texts.untilClosed;
	return place === "cookie" ? texts.periodNotStated : texts.untilRemoved;
};
/** What something kept is, how long it stays, whose it is, and what it is for. */
var keptIn = (kept, lang, texts) => {
	const { in: place, name, host, httpOnly, about } = kept;
	const facts = [
		texts[place],
		howLong(kept, lang, texts),
		host && fill(texts.thirdParty, { host }),
		httpOnly && texts.httpOnly
	];
	return html`<dd>
    <code>${name}</code>: ${facts.filter(Boolean).join(", ")} — ${local(about, lang) ?? texts.aboutNotStated}
  </dd>`;
};
/** The services of a purpose, each with a switch of its own and what the owner states of it. */
var list = (state, { id: purpose, required }) => {
	const { further, lang, offer } = state;
	const services = offer.services.filter((service) => service.purpose === purpose);
	if (!further?.services || !services.length) return void 0;
	const { ui } = further;
	const { texts, stated } = further.services;
	const current = inForce(state);
	const row = ({ id, name = id, recipient, country, storage }) => {
		const { vendor, keeps } = stated.find((one) => one.id === id) ?? {};
		const who = named(lang, country, .../* @__PURE__ */ new Set([vendor, recipient]));
		return html`<li>
      <label>
        <b>${name}</b>
        <input
          type="checkbox"
          role="switch"
          name=${PREFIX + id}
          aria-describedby=${`about-service-${id}`}
          ?checked=${required || current?.services[id] === true}
        />
      </label>
      <p class="fine" id=${`about-service-${id}`}>${who || `${texts.company}: ${ui.notStated}`}</p>
      <details>
        <summary aria-label=${`${ui.details}: ${name}`}>${ui.details}</summary>
        <dl>
          ${entry(texts.company, [vendor], ui.notStated)}
          ${entry(texts.recipient, [named(lang, country, recipient)], ui.notStated)}
          ${entry(ui.storage, [local(storage, lang)], ui.notStated)}
          ${keeps?.length ? html`<dt>${texts.keeps}</dt>
                  ${keeps.map((kept) => keptIn(kept, lang, texts))}` : entry(texts.keeps, [keeps && texts.keepsNothing], ui.notStated)}
        </dl>
      </details>
    </li>`;
	};
	return html`<details class="services" ?open=${services.length <= FEW}>
    <summary data-count=${texts.count}></summary>
    ${required ? nothing : html`<p class="fine">${texts.hint}</p>`}
    <ul>
      ${services.map(row)}
    </ul>
  </details>`;
};
var chosen = (dialog) => Object.fromEntries([...dialog.querySelectorAll(".services input")].map(({ name, checked }) => [name.slice(8), checked]));
/**
* Brings services in line with their purposes: off and out of reach where the purpose is off, all on where it has just been
* turned on. A service never turns its purpose on, which may cover more than services.
*
* @param toggled the switch that was pressed, if any
*/
var follow = (root, toggled) => {
	for (const part of root.querySelectorAll(".services")) {
		const purpose = part.closest("li")?.querySelector("input");
		const services = [...part.querySelectorAll("input")];
		for (const service of services) {
			if (!purpose?.checked) service.checked = false;
			else if (purpose === toggled) service.checked = true;
			service.disabled = !purpose?.checked || purpose.disabled;
		}
		const count = part.querySelector("[data-count]");
		const on = services.filter(({ checked }) => checked).length;
		if (count) count.textContent = fill(count.dataset["count"] ?? "", {
			on: `${on}`,
			all: `${services.length}`
		});
	}
};
var changed = ({ currentTarget, target }) => {
	if (currentTarget instanceof ShadowRoot) follow(currentTarget, target);
};
/** The preferences, with the services of a site under their purposes. */
var withServices = ({ render, updated }) => ({
	render: (state, ask) => render(state, ask, {
		list,
		chosen
	}),
	updated: (root, state, before) => {
		updated(root, state, before);
		const { styleSheet } = styles;
		if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
		root.addEventListener("change", changed);
		follow(root);
	}
});
export { withServices };
