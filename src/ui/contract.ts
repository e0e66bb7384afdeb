import type { TemplateResult } from 'lit';
import type { FirstLayer, FurtherLayers, ServiceTexts } from '../locales/texts.js';
import type { AskReason, Choice, Decision } from '../model/decisions.js';
import type { Part } from '../model/kept.js';
import type { Offer, OfferedPurpose } from '../model/offers.js';
import type { Left, StatedService } from '../model/services.js';

/** Values of the element's `view` attribute. */
export type View = 'closed' | 'banner' | 'preferences';

/** What the policy says that is the same in every language. */
export interface PolicyFacts {
  readonly id: string;
  readonly edition: string;
  /** Page with the full text. */
  readonly url: string;
  readonly operator: { readonly name: string; readonly id: string };
  /** E-mail address for requests about account data. */
  readonly contact: string;
  /** Clauses that each purpose comes from, by its id, where the purpose itself does not say. */
  readonly clauses: Readonly<Record<string, readonly string[]>>;
  /** Kinds of data received automatically. */
  readonly data: readonly string[];
}

/** What is told of a site's services. */
export interface ServiceLayer {
  readonly texts: ServiceTexts;
  /** One for each service of the offer. */
  readonly stated: readonly StatedService[];
}

/** The texts of the preferences, and what they tell of services where the site has some. */
export interface Further extends FurtherLayers {
  readonly services?: ServiceLayer;
}

/** Everything the element shows. A frozen snapshot: the element changes nothing in it and keeps no truth of its own. */
export interface ConsentState {
  readonly view: View;
  readonly lang: string;
  /** Languages on offer: code and own name. */
  readonly langs: readonly { readonly code: string; readonly name: string }[];
  readonly first: FirstLayer;
  /** Present as soon as the view is `preferences`. */
  readonly further: Further | undefined;
  readonly offer: Offer;
  readonly policy: PolicyFacts;
  /** Why the visitor is asked; undefined where nothing is due and the visitor came by himself. */
  readonly reason: AskReason | undefined;
  /** What is new on offer: where there is something, the first layer asks about that only and keeps the other choices. */
  readonly news: readonly Part[];
  /** Whether ads are on offer to a browser that sends Global Privacy Control. */
  readonly gpc: boolean;
  readonly decision: Decision | undefined;
  /** Newest record of this device, for the letter. `at` is an ISO time. */
  readonly record: { readonly id: string; readonly at: string } | undefined;
  /** What has just happened in the preferences, announced to screen readers. */
  readonly outcome: 'withdrawn' | undefined;
  /** What services that are closed have left in the browser, and script cannot remove. */
  readonly left?: readonly Left[];
}

/** What a visitor can ask of the session. `close` before any decision returns to the banner. */
export type Request =
  | { readonly action: 'accept-all' | 'reject-all' | 'settings' | 'withdraw' | 'close' }
  | { readonly action: 'save'; readonly choice: Choice }
  | { readonly action: 'language'; readonly lang: string };

/**
 * Sent by the element to its owner, the session; does not bubble and does not leave the element. No mere `Event`: MooTools
 * puts a class of its own in that one's place.
 */
export class ConsentRequestEvent extends CustomEvent<null> {
  static readonly type = 'timebot-consent-request';
  readonly request: Request;
  /** Whether a person acted, or a script clicked: the record says so. */
  readonly actor: 'person' | 'script';

  constructor(request: Request, actor: 'person' | 'script') {
    super(ConsentRequestEvent.type);
    this.request = request;
    this.actor = actor;
  }
}

declare global {
  interface HTMLElementEventMap {
    'timebot-consent-request': ConsentRequestEvent;
  }
}

/** Sends a request on behalf of the event that caused it: the event tells whether a person acted. */
export type Ask = (request: Request, cause: Event) => void;

/** Services with their switches, in the preferences of sites that have some. */
export interface ServiceView {
  /** What is shown under a purpose; undefined where it has no services. */
  readonly list: (state: ConsentState, purpose: OfferedPurpose) => TemplateResult | undefined;
  /** What their switches say, for every service. */
  readonly chosen: (dialog: Element) => Readonly<Record<string, boolean>>;
}

/** What the preferences chunk gives the element, so that the banner's chunk need not carry it. */
export interface PreferencesModule {
  readonly render: (state: ConsentState, ask: Ask, services?: ServiceView) => TemplateResult;
  /** After every render: brings the styles, opens the dialog, sets switches back, looks after the focus. */
  readonly updated: (root: ShadowRoot, state: ConsentState | undefined, before: ConsentState | undefined) => void;
}
