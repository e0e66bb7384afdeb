import { fixture, html } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { serviceLayer } from '../../src/entry/service-layer.js';
import { texts as en } from '../../src/entry/texts/en.js';
import { texts as enMore } from '../../src/entry/texts/en-more.js';
import { texts as kk } from '../../src/entry/texts/kk.js';
import { texts as kkMore } from '../../src/entry/texts/kk-more.js';
import { texts as ru } from '../../src/entry/texts/ru.js';
import { texts as ruMore } from '../../src/entry/texts/ru-more.js';
import { languages } from '../../src/locales/languages.js';
import type { Decision } from '../../src/model/decisions.js';
import { offerOf, type OfferedPurpose } from '../../src/model/offers.js';
import type { Service } from '../../src/model/services.js';
import { core, evidence, facts } from '../../src/policies/timebot/2019-01-01.js';
import type { Manifest } from '../../src/services/manifest.js';
import { ConsentElement } from '../../src/ui/consent-element.js';
import type { ConsentRequestEvent, ConsentState } from '../../src/ui/contract.js';
import * as preferences from '../../src/ui/preferences.js';
import { withServices } from '../../src/ui/service-choice.js';

if (!customElements.get('timebot-consent')) customElements.define('timebot-consent', ConsentElement);

export const texts = { ru: [ru, ruMore], kk: [kk, kkMore], en: [en, enMore] } as const;
export type Lang = keyof typeof texts;
export const langs = ['ru', 'kk', 'en'] as const;

/** In a language, the rest as a first visit to a page that declares who receives data for ads, which are not offered otherwise. */
export const stateIn = (
  lang: Lang,
  { offer = offerWith([]), ...more }: Partial<ConsentState> = {},
  services: readonly Manifest[] = offer.services,
): ConsentState => ({
  view: 'banner',
  lang,
  langs: languages,
  first: texts[lang][0],
  further: { ...texts[lang][1], ...(services.length && { services: serviceLayer({ services }, offer, lang) }) },
  offer,
  policy: {
    id: facts.id,
    edition: core.edition,
    url: 'https://timebot.example/privacy',
    contact: facts.contact,
    operator: evidence.operator,
    clauses: facts.clauses,
    data: evidence.data,
  },
  reason: 'none',
  news: [],
  gpc: false,
  decision: undefined,
  record: undefined,
  outcome: undefined,
  ...more,
});

/** TimeBot's purposes as a site offers them that has ads. */
export const offeredHere: readonly OfferedPurpose[] = core.purposes.map((purpose) =>
  purpose.id === 'ads' ? { ...purpose, recipients: [{ name: 'Example Ads', country: 'US' }] } : purpose,
);

export const offerWith = (services: readonly Service[], offered = offeredHere): ConsentState['offer'] =>
  offerOf(core.edition, { granted: 12, refused: 6 }, offered, services);

export const decided = (granted: readonly string[], more: Partial<Decision> = {}): Decision => ({
  seq: 1,
  expires: Date.UTC(2027, 10, 23),
  edition: core.edition,
  offer: offerWith([]).hash,
  accepted: false,
  purposes: Object.fromEntries(core.purposes.map(({ id }) => [id, id === 'necessary' || granted.includes(id)])),
  services: {},
  ...more,
});

/** The element showing a state, with everything that it asks for. */
export const mount = async (
  state: ConsentState,
  attributes: Readonly<Record<string, string>> = {},
): Promise<{ element: ConsentElement; root: ShadowRoot; requests: ConsentRequestEvent[] }> => {
  const element = await fixture<ConsentElement>(html`<timebot-consent></timebot-consent>`);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const requests: ConsentRequestEvent[] = [];
  element.addEventListener('timebot-consent-request', (event) => requests.push(event));
  element.preferences = state.further?.services ? withServices(preferences) : preferences;
  await show(element, state);
  const { shadowRoot: root } = element;
  if (!root) throw new Error('no shadow root');
  return { element, root, requests };
};

export const show = async (element: ConsentElement, state: ConsentState): Promise<void> => {
  element.state = state;
  await element.updateComplete;
};

/** The one element that a selector names: a missing one fails the test by name. */
export const one = (root: ParentNode, selector: string): HTMLElement => {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};

export const action = (root: ParentNode, name: string): HTMLElement => one(root, `[data-action=${name}]`);

export const input = (root: ParentNode, name: string): HTMLInputElement => {
  const found = one(root, `input[name="${name}"]`);
  if (!(found instanceof HTMLInputElement)) throw new Error(`${name} is no input`);
  return found;
};

export const inputs = (root: ParentNode): readonly HTMLInputElement[] => [...root.querySelectorAll('input')];

export const phone = { width: 320, height: 640 };
export const tablet = { width: 768, height: 1024 };
export const desktop = { width: 1280, height: 800 };

/** In Firefox, Tab stops at a part that scrolls too, so that the arrow keys can scroll it. */
export const scrolls = (part: Element): boolean => getComputedStyle(part).overflowY === 'auto';

let emulated = false;

/** Until `reset`. */
export const darkSystem = async (): Promise<void> => {
  emulated = true;
  await emulateMedia({ colorScheme: 'dark' });
};

/** Back to what the runner starts with. */
export const reset = async (): Promise<void> => {
  await setViewport({ width: 800, height: 600 });
  if (!emulated) return; // not every engine can
  emulated = false;
  await emulateMedia({ colorScheme: 'light' });
};
