import { LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { type ConsentState, type PreferencesModule } from './contract.js';
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
export declare class ConsentElement extends LitElement {
    #private;
    static properties: {
        state: {
            attribute: boolean;
        };
        preferences: {
            attribute: boolean;
        };
    };
    static styles: import("lit").CSSResult;
    /** What to show; nothing before the first. */
    state: ConsentState | undefined;
    /** To be set before the first state whose view is `preferences`. */
    preferences: PreferencesModule | undefined;
    protected firstUpdated(): void;
    protected willUpdate(): void;
    protected render(): TemplateResult | typeof nothing;
    protected updated(changed: PropertyValues<this>): void;
}
