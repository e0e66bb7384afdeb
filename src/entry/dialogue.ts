import { create, native, parsed, query } from '../gate/native.js';
import { languages } from '../locales/languages.js';
import type { FirstLayer } from '../locales/texts.js';
import { bare } from '../model/bare.js';
import type { Choice } from '../model/decisions.js';
import type { ConsentRecord } from '../record/record.js';
import { ConsentElement } from '../ui/consent-element.js';
import type { ConsentState, Further, Request, View } from '../ui/contract.js';
import { commit, everything, type Act } from './commit.js';
import type { Delta } from './delta.js';
import { keepInPage } from './keep.js';
import { within } from './promises.js';
import type { Session } from './session.js';
import { siteOf } from './site.js';

const TAG = 'timebot-consent';

declare global {
  interface HTMLElementTagNameMap {
    [TAG]: ConsentElement;
  }
}

/** The texts of a view, and the notice that they make. */
interface Layer {
  readonly first: FirstLayer;
  readonly further: Further | undefined;
  readonly notice: Act['notice'];
}

/** What is on the screen. It asks the same until it is answered or shown anew, whatever is decided elsewhere meanwhile. */
interface Shown extends Layer {
  /** Where only a part is asked about. */
  readonly delta?: Delta;
}

/** The dialogue of a session with its visitor. */
export interface Dialogue {
  readonly show: (view: View, lang?: string) => Promise<void>;
}

/**
 * Talks with the visitor: loads what a view needs, hands snapshots to the element and carries its requests out. Controls
 * appear when everything that a click needs is there, so that a click has nothing to wait for.
 */
const createDialogue = async (session: Session): Promise<Dialogue> => {
  const { config, offer, state, load, open, warn, emit } = session;
  let shown: Shown | undefined;
  let outcome: ConsentState['outcome'];
  let turn = 0;
  const { own, policy, notice, known } = await siteOf(session);
  const offersAds = offer.purposes.some(({ id }) => id === 'ads');

  const prepare = async (view: View, lang: string): Promise<Layer> => {
    // a language that a site brings stands on Russian, in which the policy was published
    const base = lang === 'kk' || lang === 'en' ? lang : 'ru';
    const [banner, more] = await Promise.all([load(base), view === 'preferences' ? load(`${base}-more`) : undefined]);
    const first = own?.first(lang, banner.texts) ?? banner.texts;
    const further = more && ((await own?.further(lang, more.texts, load)) ?? more.texts);
    const layer = more ? 'preferences' : 'banner';
    return { first, further, notice: await notice(layer, lang, { first, further }, (more ?? banner).notice) };
  };

  /** Where only a part is asked about, and the notice of that. */
  const partly = async ({ first }: Layer, lang: string): Promise<Pick<Shown, 'delta' | 'notice'> | undefined> => {
    const delta = session.newest && (await load('history')).deltaOf(session);
    const asked = delta?.news.map(({ id }) => id);
    return delta && { delta, notice: await notice('banner', lang, { first }, undefined, asked) };
  };

  const act = (choice: Choice, noticed: Act['notice'], actor: ConsentRecord['actor'], then: View): void => {
    turn++;
    commit(session, choice, { actor, policy, notice: noticed }).catch((error: unknown) => warn('decision', error));
    state.set({ view: then });
  };

  const handle = (request: Request, actor: ConsentRecord['actor']): void => {
    session.endTrial?.();
    const { view, asks } = state.get();
    const { action } = request;
    if (action === 'language') void open(view, request.lang);
    else if (action === 'settings') void open('preferences');
    else if (action === 'close') void open(asks ? 'banner' : 'closed');
    // a button that is pressed again before it is gone has been answered
    else if (view !== 'closed' && shown) {
      const withdraws = action === 'withdraw';
      if (withdraws) outcome = 'withdrawn';
      const granted = action === 'accept-all';
      const { delta } = shown;
      const choice = action === 'save' ? request.choice : delta ? delta.answer(granted) : everything(session, granted);
      if (!choice) return void open('banner');
      act(choice, shown.notice, actor, withdraws ? view : 'closed');
    }
  };

  if (!native('body')) await parsed();
  // where the name is somebody else's this throws, and the owner is told that nothing can be shown
  if (customElements.get(TAG) !== ConsentElement) customElements.define(TAG, ConsentElement);
  const element = query<ConsentElement>(TAG)[0] ?? create(TAG);
  for (const name of ['layout', 'position', 'theme'] as const) {
    const value = config[name];
    if (value) element.setAttribute(name, value);
  }
  element.addEventListener('timebot-consent-request', ({ request, actor }) => handle(request, actor));
  state.subscribe((snapshot) => {
    const { view, asks: reason } = snapshot;
    // at once, whatever the rendering waits for
    if (view === 'closed') element.setAttribute('view', view);
    if (!shown) return;
    const { newest: record } = session;
    const langs = own?.langs ?? languages;
    const news = shown.delta?.news ?? [];
    const gpc = offersAds && navigator.globalPrivacyControl === true;
    element.state = bare({ ...snapshot, ...shown, langs, policy, offer, reason, news, gpc, record, outcome });
  });

  keepInPage(
    () => element.isConnected || state.get().view === 'closed',
    () => void open(state.get().asks ? 'banner' : 'closed'),
  );

  const show: Dialogue['show'] = async (wanted, lang = state.get().lang) => {
    session.endTrial?.();
    const view = wanted === 'banner' ? wanted : 'preferences';
    const mine = ++turn;
    const [next, preferences] = await Promise.all([
      // texts that cannot be had are no reason not to ask: every policy has Russian ones
      prepare(view, lang).catch(() => prepare(view, (lang = 'ru'))),
      view === 'preferences' ? (own ? own.preferences(load) : load('preferences')) : undefined,
      known,
      session.catchUp && within(session.catchUp()), // what does not come in time must not hold up a withdrawal
    ]);
    // where that cannot be had, everything is asked about
    const part = view === 'banner' ? await partly(next, lang).catch(() => undefined) : undefined;
    const { asks, view: before } = state.get();
    // a click or another request may have overtaken this one
    if (mine !== turn || (view === 'banner' && !asks)) return;
    // first in the page, so that a keyboard and a screen reader meet the question before what it is about
    if (!element.isConnected) native('body').prepend(element);
    element.preferences ??= preferences;
    shown = bare({ ...next, ...part });
    if (view !== before) outcome = undefined;
    state.set({ view, lang });
    if (view !== before) emit('shown', state.get());
  };

  return { show };
};

const dialogues = new WeakMap<Session, Promise<Dialogue>>();

/** The dialogue of a session: one, made anew where making it has failed. */
export const dialogueOf = (session: Session): Promise<Dialogue> => {
  const made = dialogues.get(session) ?? createDialogue(session);
  dialogues.set(session, made);
  made.catch(() => dialogues.delete(session));
  return made;
};
