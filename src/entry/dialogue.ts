import { create, native, parsed, query } from '../gate/native.js';
import type { Choice } from '../model/decisions.js';
import { platformSha256, type Sha256 } from '../record/hash.js';
import { canonical, noticeOf } from '../record/notice.js';
import type { ConsentRecord } from '../record/record.js';
import type { ConsentElement } from '../ui/consent-element.js';
import type { ConsentState, Request, View } from '../ui/contract.js';
import { createCommit, type Act, type Committed } from './commit.js';
import { languagesOf } from './languages.js';
import { sitePolicy, type SitePolicy } from './policy.js';
import { once } from './promises.js';
import type { Session } from './session.js';
import { firstTexts, furtherTexts } from './texts.js';

type Actor = ConsentRecord['actor'];

/** What the loader gets of the dialogue with the visitor. */
export interface Dialogue {
  readonly show: (view: View) => Promise<void>;
  /** A decision by script about purposes, services and `policy`; what is left out stays as it is. */
  readonly decide: (choices: Readonly<Record<string, boolean>>) => Promise<Committed>;
  /** Everything granted or everything refused, by script. */
  readonly decideAll: (granted: boolean) => Promise<Committed>;
}

/** What is on the screen: the texts of one layer in one language, and the notice that they make. */
interface Shown {
  readonly first: ConsentState['first'];
  readonly further: ConsentState['further'];
  readonly policy: SitePolicy;
  readonly notice: Act['notice'];
}

const TAG = 'timebot-consent';

declare global {
  interface HTMLElementTagNameMap {
    [TAG]: ConsentElement;
  }
}

/**
 * Talks with the visitor: loads what a view needs, hands snapshots to the element and carries its requests out. Controls
 * appear when everything that a click needs is there, so that a click has nothing to wait for.
 */
export const createDialogue = (session: Session): Dialogue => {
  const { config, offer, state, load, warn } = session;
  const commit = createCommit(session);
  let shown: Shown | undefined;
  let outcome: ConsentState['outcome'];

  const sha256: Sha256 = async (text) => (crypto.subtle ? platformSha256 : (await load('sha256')).sha256)(text);
  const policyOnce = once(() => sitePolicy(session, sha256));

  const noticeFor = async (layer: Act['notice']['layer'], lang: string, texts: unknown): Promise<Act['notice']> => ({
    lang,
    layer,
    hash: await sha256(canonical(noticeOf(lang, layer, await policyOnce(), offer, texts))),
  });

  const prepare = async (view: View, lang: string): Promise<Shown> => {
    const layer = view === 'preferences' ? view : 'banner';
    const [policy, first, further] = await Promise.all([
      policyOnce(),
      firstTexts(session, lang),
      layer === 'preferences' ? furtherTexts(session, lang) : undefined,
    ]);
    return { policy, first, further, notice: await noticeFor(layer, lang, { first, further }) };
  };

  const elementOnce = once(async (): Promise<ConsentElement> => {
    const [{ ConsentElement: Element }] = await Promise.all([load('banner'), native('body') ? undefined : parsed()]);
    if (!customElements.get(TAG)) customElements.define(TAG, Element);
    const element = query(TAG)[0] ?? create(TAG);
    if (!(element instanceof Element)) throw new Error(`<${TAG}> is another copy's: load this script once`);
    for (const name of ['layout', 'position', 'theme'] as const) {
      const value = config[name];
      if (value) element.setAttribute(name, value);
    }
    element.addEventListener('timebot-consent-request', ({ request, actor }) => handle(request, actor));
    // first in the page, so that a keyboard and a screen reader meet the question before what it is about
    if (!element.isConnected) native('body').prepend(element);
    state.subscribe(({ view, lang, decision, asks }) => {
      // at once, whatever the rendering waits for
      if (view === 'closed') element.setAttribute('view', view);
      if (!shown) return;
      element.state = Object.freeze({
        ...shown,
        view,
        lang,
        langs: languagesOf(config),
        offer,
        decision,
        reason: asks,
        record: session.newest,
        outcome,
      });
    });
    return element;
  });

  const show = async (view: View, lang = state.get().lang): Promise<void> => {
    if (view === 'closed') return state.set({ view });
    const [next, element, preferences] = await Promise.all([
      prepare(view, lang),
      elementOnce(),
      view === 'preferences' ? load('preferences') : undefined,
      session.readRecords(),
    ]);
    element.preferences ??= preferences;
    shown = next;
    if (view !== state.get().view) outcome = undefined;
    state.set({ view, lang });
  };

  /** Everything that can be refused, granted or not. */
  const all = (granted: boolean): Choice => ({
    policy: granted,
    purposes: Object.fromEntries(offer.purposes.map(({ id }) => [id, granted])),
  });

  const act = (choice: Choice, actor: Actor, then: View): void => {
    if (!shown) return;
    const { policy, notice } = shown;
    commit(choice, { actor, notice, policy }).catch((error: unknown) => warn(`a decision failed: ${String(error)}`));
    state.set({ view: then });
  };

  const handle = (request: Request, actor: Actor): void => {
    const { view, asks } = state.get();
    switch (request.action) {
      case 'accept-all':
      case 'reject-all':
        return act(all(request.action === 'accept-all'), actor, 'closed');
      case 'save':
        return act(request.choice, actor, 'closed');
      case 'withdraw':
        outcome = 'withdrawn';
        return act(all(false), actor, 'preferences');
      case 'settings':
        return void session.open('preferences');
      case 'close':
        return void session.open(asks ? 'banner' : 'closed');
      case 'language':
        void show(view, request.lang).catch((error: unknown) => warn(`language ${request.lang}: ${String(error)}`));
    }
  };

  const byScript = async (choice: Choice): Promise<Committed> => {
    await session.readRecords();
    const { lang, view } = state.get();
    const [policy, notice] = await Promise.all([policyOnce(), noticeFor('api', lang, null)]);
    const committed = commit(choice, { actor: 'script', notice, policy });
    if (view === 'banner') state.set({ view: 'closed' });
    return committed;
  };

  return {
    show,
    decideAll: (granted) => byScript(all(granted)),
    decide: (choices) => {
      const { decision } = state.get();
      const ids = ['policy', ...offer.purposes.map(({ id }) => id), ...offer.services.map(({ id }) => id)];
      for (const id of Object.keys(choices)) {
        if (!ids.includes(id)) warn(`decide: "${id}" is unknown and left out; known are ${ids.join(', ')}`);
      }
      const chosen = (id: string): boolean | undefined =>
        Object.hasOwn(choices, id) ? choices[id] === true : undefined;
      const refusedBefore = (id: string, purpose: string): boolean =>
        decision?.purposes[purpose] === true && decision.services[id] === false;
      return byScript({
        policy: chosen('policy') ?? decision?.accepted ?? false,
        purposes: Object.fromEntries(offer.purposes.map(({ id }) => [id, chosen(id) ?? session.allows(id)])),
        services: Object.fromEntries(
          offer.services.map(({ id, purpose }) => [id, chosen(id) ?? !refusedBefore(id, purpose)]),
        ),
      });
    },
  };
};
