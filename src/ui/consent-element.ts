import { LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ConsentRequestEvent, type Ask, type ConsentState, type PreferencesModule } from './contract.js';
import { firstLayer } from './first-layer.js';
import { styles } from './styles.js';

/** What a button asks for by its `data-action` alone. `save` has a choice to carry and is asked by the preferences. */
const ACTIONS = ['accept-all', 'reject-all', 'settings', 'withdraw', 'close'] as const;

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
export class ConsentElement extends LitElement {
  static override properties = { state: { attribute: false }, preferences: { attribute: false } };
  static override styles = styles;

  /** What to show; nothing before the first. */
  declare state: ConsentState | undefined;
  /** To be set before the first state whose view is `preferences`. */
  declare preferences: PreferencesModule | undefined;

  readonly #ask: Ask = (request, { isTrusted }) => {
    this.dispatchEvent(new ConsentRequestEvent(request, isTrusted ? 'person' : 'script'));
  };

  readonly #click = (event: Event): void => {
    // not by the name `Element`, which pages take; and no button of the page's own around the element
    const buttons = [...this.renderRoot.querySelectorAll('button')];
    const button = buttons.find((each) => event.composedPath().includes(each));
    if (!button) return;
    const action = ACTIONS.find((name) => name === button.dataset.action);
    if (action) this.#ask({ action }, event);
    else if (button.lang) this.#ask({ action: 'language', lang: button.lang }, event);
  };

  protected override firstUpdated(): void {
    this.renderRoot.addEventListener('click', this.#click);
  }

  protected override willUpdate(): void {
    const view = this.state?.view ?? 'closed';
    this.setAttribute('view', view);
    // closed before it is removed: only then does the browser give the focus back
    if (view !== 'preferences') this.renderRoot.querySelector('dialog')?.close();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { preferences, state } = this;
    if (state?.view === 'banner') return firstLayer(state);
    return state?.view === 'preferences' && preferences ? preferences.render(state, this.#ask) : nothing;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { isConnected, preferences, shadowRoot, state } = this;
    if (isConnected && shadowRoot) preferences?.updated(shadowRoot, state, changed.get('state'));
  }
}
