import { promisifyRequest } from 'idb-keyval';
import { languages } from '../locales/languages.js';
import type { FirstLayer, FurtherLayers } from '../locales/texts.js';
import type { Choice } from '../model/decisions.js';
import type { EditionEvidence } from '../model/editions.js';
import { evidence, facts } from '../policies/timebot/2019-01-01.js';
import type { ConsentRecord } from '../record/record.js';
import type { ConsentElement } from '../ui/consent-element.js';
import type { ConsentState, PolicyFacts, Request, View } from '../ui/contract.js';
import { commit, type Act } from './commit.js';
import type { Own } from './own.js';
import { within } from './promises.js';
import type { Session } from './session.js';

const TAG = 'timebot-consent';

declare global {
  interface HTMLElementTagNameMap {
    [TAG]: ConsentElement;
  }
}

/** The edition in force on this site: what records state of it and what visitors see. */
export type SitePolicy = PolicyFacts & EditionEvidence;

/** What is on the screen, and the notice that its texts make. */
interface Shown {
  readonly first: FirstLayer;
  readonly further: FurtherLayers | undefined;
  readonly notice: Act['notice'];
}

/** The dialogue of a session with its visitor. */
export interface Dialogue {
  readonly show: (view: View, lang?: string) => Promise<void>;
  /** Everything that can be refused, granted or not. */
  readonly all: (granted: boolean) => Choice;
  /** How a choice by script is made: no layer of ours was shown. */
  readonly scriptAct: () => Promise<Act>;
}

/**
 * Talks with the visitor: loads what a view needs, hands snapshots to the element and carries its requests out. Controls
 * appear when everything that a click needs is there, so that a click has nothing to wait for.
 */
const createDialogue = async (session: Session): Promise<Dialogue> => {
  const { config, core, dom, offer, state, db, load, warn, emit } = session;
  let element: ConsentElement | undefined;
  let shown: Shown | undefined;
  let outcome: ConsentState['outcome'];

  const shipped: SitePolicy = {
    ...evidence,
    ...facts,
    id: core.id,
    edition: offer.edition,
    url: config.policyUrl ?? facts.url,
  };
  const ownOnce = async (): Promise<Own> => (await load('own')).ownOf(session, shipped);
  const { policy: brings, texts: texted, services, purposes } = config;
  const own = brings || texted || services || purposes ? await ownOnce() : undefined;
  const policy = own?.policy ?? shipped;

  // an empty database has nothing to say; one with records decides whether there is a question at all
  const known = within(
    db('readonly', (store) => promisifyRequest(store.count())).then(
      async (count) => count && (await load('page')).compare(session),
    ),
  );

  const noticeFor = async (
    layer: Act['notice']['layer'],
    lang: string,
    texts: unknown,
    shippedHash?: string,
  ): Promise<Act['notice']> => ({
    lang,
    layer,
    hash: (!own && shippedHash) || (await (own ?? (await ownOnce())).notice(layer, lang, texts)),
  });

  const prepare = async (view: View, lang: string): Promise<Shown> => {
    // a language that a site brings stands on Russian, in which the policy was published
    const base = lang === 'kk' || lang === 'en' ? lang : 'ru';
    const [banner, more] = await Promise.all([load(base), view === 'preferences' ? load(`${base}-more`) : undefined]);
    const first = own?.first(lang, banner.texts) ?? banner.texts;
    const further = more && (own?.further(lang, more.texts) ?? more.texts);
    const notice = await noticeFor(more ? 'preferences' : 'banner', lang, { first, further }, (more ?? banner).notice);
    return { first, further, notice };
  };

  const render = (): void => {
    const { view, lang, decision, asks: reason } = state.get();
    // at once, whatever the rendering waits for
    if (view === 'closed') element?.setAttribute('view', view);
    if (!element || !shown) return;
    const { newest: record } = session;
    element.state = { ...shown, view, lang, langs: own?.langs ?? languages, policy, offer, decision, reason, record, outcome };
  };

  const act = (choice: Choice, actor: ConsentRecord['actor'], then: View): void => {
    if (!shown) return;
    commit(session, choice, { actor, policy, notice: shown.notice }).catch((error: unknown) => warn(String(error)));
    state.set({ view: then });
  };

  const all = (granted: boolean): Choice => ({
    policy: granted,
    purposes: Object.fromEntries(offer.purposes.map(({ id }) => [id, granted])),
  });

  const handle = (request: Request, actor: ConsentRecord['actor']): void => {
    const { view, asks } = state.get();
    const { action } = request;
    if (action === 'save') act(request.choice, actor, 'closed');
    else if (action === 'withdraw') {
      outcome = 'withdrawn';
      act(all(false), actor, view);
    } else if (action === 'accept-all' || action === 'reject-all') act(all(action === 'accept-all'), actor, 'closed');
    else if (action === 'language') reshow(view, request.lang);
    else reshow(action === 'settings' ? 'preferences' : asks ? 'banner' : 'closed');
  };

  const upgrade = async (): Promise<ConsentElement> => {
    const [{ ConsentElement: Element }] = await Promise.all([load('banner'), dom.native('body') ? 0 : dom.parsed()]);
    if (!customElements.get(TAG)) customElements.define(TAG, Element);
    const made = dom.query(TAG)[0] ?? dom.create(TAG);
    if (!(made instanceof Element)) throw new Error(`<${TAG}> is another copy's: load this script once`);
    for (const name of ['layout', 'position', 'theme'] as const) {
      const value = config[name];
      if (value) made.setAttribute(name, value);
    }
    made.addEventListener('timebot-consent-request', ({ request, actor }) => handle(request, actor));
    // first in the page, so that a keyboard and a screen reader meet the question before what it is about
    if (!made.isConnected) dom.native('body').prepend(made);
    state.subscribe(render);
    return made;
  };

  const show: Dialogue['show'] = async (view, lang = state.get().lang) => {
    if (view === 'closed') return state.set({ view });
    const [next, made, preferences] = await Promise.all([
      prepare(view, lang),
      (element ??= await upgrade()),
      view === 'preferences' ? load('preferences') : undefined,
      known,
    ]);
    const { asks, view: before } = state.get();
    if (view === 'banner' && !asks) return;
    made.preferences ??= preferences;
    shown = next;
    if (view !== before) outcome = undefined;
    state.set({ view, lang });
    if (view !== before) emit('shown', state.get());
  };

  const reshow = (...view: Parameters<Dialogue['show']>): void =>
    void show(...view).catch((error: unknown) => warn(String(error)));

  return {
    show,
    all,
    scriptAct: async () => {
      await known;
      return { actor: 'script', policy, notice: await noticeFor('api', state.get().lang, null) };
    },
  };
};

const dialogues = new WeakMap<Session, Promise<Dialogue>>();

/** The dialogue of a session: one, made anew where making it has failed. */
export const dialogueOf = (session: Session): Promise<Dialogue> => {
  const made = dialogues.get(session) ?? createDialogue(session);
  dialogues.set(session, made);
  made.catch(() => dialogues.delete(session));
  return made;
};
