import { ConsentRequestEvent } from "./contract.js";
import { firstLayer } from "./first-layer.js";
import { styles } from "./styles.js";
import { LitElement, nothing } from "lit";
// src/ui/consent-element.ts
/** What a button asks for by its `data-action` alone. `save` has a choice to carry and is asked by the preferences. */
var ACTIONS = [
	"accept-all",
	"reject-all",
	"settings",
	"withdraw",
	"close"
];
/**
* The banner and, once their chunk is there, the preferences. It shows a snapshot and asks for changes; it keeps no
* truth of its own, apart from switches that are not saved yet. Nothing but a button answers the question: Escape in the
* preferences asks to close them, and scrolling or clicking beside the banner does nothing.
*
* One open shadow root without nested custom elements, so that people's own tools can find and press the buttons.
*
* @fires timebot-consent-request - {@link ConsentRequestEvent}, what the visitor asks for; to the element only
*
* @attr {closed|banner|preferences} view - What is shown, from the state. `closed`, or none, is `display: none` at once
* @attr {bar|box} layout - Over the whole width (default), or a card in a corner
* @attr {bottom|top|bottom-left|bottom-right} position - Edge of a bar (default `bottom`) or corner of a box (default
*   `bottom-right`)
* @attr {auto|light|dark} theme - `auto` (default) follows the visitor's system
*
* @csspart banner - The first layer
* @csspart dialog - The preferences
* @csspart title - Heading of either
* @csspart text - The scrolling part of either
* @csspart choice - Accept all, Reject all and Save: one part, since they have to look the same
* @csspart customise - The way from the banner to the preferences
* @csspart link - Link to the policy
*
* @cssproperty --timebot-consent-font - Font families
* @cssproperty --timebot-consent-background - Surface
* @cssproperty --timebot-consent-color - Text
* @cssproperty --timebot-consent-accent - Buttons, switches and focus ring; at least 4.5:1 against the text on it
* @cssproperty --timebot-consent-on-accent - Text on buttons
* @cssproperty --timebot-consent-radius - Corners of buttons; surfaces get the double
* @cssproperty --timebot-consent-z-index - Place of the banner above the page
*/
var ConsentElement = class extends LitElement {
	static properties = {
		state: { attribute: false },
		preferences: { attribute: false }
	};
	static styles = styles;
	#ask = (request, { isTrusted }) => {
		this.dispatchEvent(new ConsentRequestEvent(request, isTrusted ? "person" : "script"));
	};
	#click = (event) => {
		const button = [...this.renderRoot.querySelectorAll("button")].find((each) => event.composedPath().includes(each));
		if (!button) return;
		const action = ACTIONS.find((name) => name === button.dataset.action);
		if (action) this.#ask({ action }, event);
		else if (button.lang) this.#ask({
			action: "language",
			lang: button.lang
		}, event);
	};
	firstUpdated() {
		this.renderRoot.addEventListener("click", this.#click);
	}
	willUpdate() {
		const view = this.state?.view ?? "closed";
		this.setAttribute("view", view);
		if (view !== "preferences") this.renderRoot.querySelector("dialog")?.close();
	}
	render() {
		const { preferences, state } = this;
		if (state?.view === "banner") return firstLayer(state);
		return state?.view === "preferences" && preferences ? preferences.render(state, this.#ask) : nothing;
	}
	updated(changed) {
		const { isConnected, preferences, shadowRoot, state } = this;
		if (isConnected && shadowRoot) preferences?.updated(shadowRoot, state, changed.get("state"));
	}
};
export { ConsentElement };
