/** Embeds: the chunk of pages that have one. */
import { create, native } from '../gate/native.js';
import { embed as en } from '../locales/en.js';
import { embed as kk } from '../locales/kk.js';
import { embed as ru } from '../locales/ru.js';
import { fill, type EmbedTexts } from '../locales/texts.js';
import { bare } from '../model/bare.js';
import { grantsAny, type Decision } from '../model/decisions.js';
import type { Service } from '../model/services.js';
import type { Running } from '../signals/check.js';
import { embedElement, type EmbedAction, type EmbedElement, type EmbedState } from '../ui/embed-element.js';
import { named } from '../ui/recipients.js';
import type { Always } from './always.js';
import { featuresOf, frameOf, harmful, posterOf } from './embed-markup.js';
import type { Session } from './session.js';

const TAG = 'timebot-embed';

/** What the markup of an embed asks for, as far as it may. */
interface Wanted {
  readonly service: Service;
  readonly frame: Readonly<Record<string, string>>;
  readonly poster: string | undefined;
  readonly title: string;
}

/** An embed of the page. */
interface Held {
  readonly wanted: Wanted | undefined;
  /** Shown because the visitor wanted this one, now: no consent, so nothing is recorded and nothing else opens. */
  once: boolean;
  /** What "always" takes is being told. */
  always?: Always | undefined;
}

/** What video players and maps ask for by their own embed codes. */
const FEATURES = 'autoplay; encrypted-media; fullscreen; picture-in-picture; web-share';

/** Reads the markup of an embed; warns of what is wrong. */
const createReader =
  ({ offer, warn }: Session, services: readonly Running[]) =>
  (element: Element): Wanted | undefined => {
    const get = (name: string): string => element.getAttribute(name) ?? '';
    const [id, src, poster] = [get('service'), get('src'), get('poster')];
    const manifestOf = (name: string): Running['manifest'] | undefined =>
      services.find((running) => running.id === name)?.manifest;

    const refuse = (problem: unknown): undefined => {
      warn('embed', id, problem);
    };

    const service = offer.services.find((declared) => declared.id === id);
    const manifest = manifestOf(id);
    if (!service || !manifest?.hosts) {
      const known = offer.services.filter((declared) => manifestOf(declared.id)?.hosts);
      const ids = known.map((declared) => declared.id).join(', ') || 'none';
      return refuse(`no service of that id has hosts: correct "service", known are ${ids}`);
    }
    const attribute = harmful(element.getAttributeNames());
    if (attribute) return refuse(`"${attribute}" has no place on an embed: remove it`);
    let frame: string | undefined;
    try {
      frame = frameOf(src, manifest);
    } catch (error) {
      return refuse(error);
    }
    if (!frame) return refuse(`"${src}" is no address of it that can be shown in a frame: correct "src"`);

    const { name = id } = service;
    const title = get('title') || name;
    if (!get('title')) warn('embed-part', id, 'without "title" nobody knows what is in it: add one');
    const hosts = services.flatMap((running) => running.manifest.hosts ?? []);
    const picture = poster ? posterOf(poster, native('baseURI'), hosts) : undefined;
    if (poster && !picture)
      warn('embed-part', id, `"${poster}" would ask a vendor, or is no address: host it yourself`);
    const { allowed, refused } = featuresOf(get('allow') || FEATURES);
    if (refused.length) warn('embed-part', id, `"allow" may not hold ${refused.join(', ')}: remove it`);
    return {
      service,
      title,
      poster: picture,
      frame: {
        title,
        allow: allowed,
        ...(element.hasAttribute('allowfullscreen') && { allowfullscreen: '' }),
        loading: get('loading') === 'eager' ? 'eager' : 'lazy',
        // players refuse to play where they are not told which site they are on
        referrerpolicy: 'strict-origin-when-cross-origin',
        src: frame,
      },
    };
  };

/** Shows the embeds of the page, now and from now on. */
export const startEmbeds = async (session: Session, services: readonly Running[]): Promise<void> => {
  const { allows, config, load, offer, open, state, warn } = session;
  if (customElements.get(TAG)) return;
  const own = config.texts ? await load('own') : undefined;
  const read = createReader(session, services);
  const all = new Map<EmbedElement, Held>();

  const textsIn = (lang: string): EmbedTexts => {
    // a language that a site brings stands on Russian, as in the dialogue
    const shipped = lang === 'kk' ? kk : lang === 'en' ? en : ru;
    return own?.embedTexts(own.ownConfig(session), lang, shipped) ?? shipped;
  };

  const stateOf = ({ wanted, once, always }: Held): EmbedState | undefined => {
    if (!wanted) return undefined;
    const { service, frame, title, poster } = wanted;
    if (once || allows(service.id)) return bare({ frame });
    // what is agreed to is read in the language that the record names
    const { lang } = always ?? state.get();
    const { id, name = id, country, recipient = name } = service;
    const ui = textsIn(lang);
    const key = (action: EmbedAction, label: string) => ({ action, label });
    const values = { service: name, recipient: named(lang, country, recipient), purpose: always?.purpose ?? '' };
    return bare({
      placeholder: {
        lang,
        theme: config.theme ?? 'auto',
        title,
        poster,
        text: fill(always ? ui.extent : ui.about, values),
        // what agrees does not stand where "always" stood: a double click must not agree
        keys: always
          ? [key('allow', ui.allow), key('back', ui.back)]
          : [key('show-once', ui.once), key('show-always', ui.always)],
        settings: ui.settings,
      },
    });
  };

  /** Brings an embed in line with what is wanted and allowed now. */
  const update = (element: EmbedElement, held: Held): void => {
    const next = stateOf(held);
    const { shown, hidden } = textsIn(state.get().lang);
    const say = next && 'frame' in next ? shown : element.shadowRoot?.querySelector('iframe') ? hidden : '';
    element.show(next, fill(say, { title: held.wanted?.title ?? '' }));
  };

  /** Closes what a decision no longer grants, and with a withdrawal also what was shown once. */
  const follow = (decision: Decision | undefined, previous: Decision | undefined): void => {
    for (const [element, held] of all) {
      const { id = '', purpose = '' } = held.wanted?.service ?? {};
      const withdrawn =
        decision &&
        decision.seq !== previous?.seq &&
        (!grantsAny(decision, offer) ||
          (previous?.purposes[purpose] && !decision.purposes[purpose]) ||
          (previous?.services[id] && !decision.services[id]));
      if (withdrawn) held.once = false;
      update(element, held);
    }
  };

  const always = async (element: EmbedElement, held: Held, actor: 'person' | 'script'): Promise<void> => {
    const { wanted } = held;
    if (!wanted) return;
    const { lang } = state.get();
    const ready = await (await load('always')).prepareAlways(session, wanted.service, textsIn(lang), lang);
    if (all.get(element) !== held) return;
    // where the purpose is on already, nothing opens but this service
    if (allows(wanted.service.purpose)) {
      held.once = true;
      update(element, held);
      await ready.grant(actor, false);
    } else if (state.get().lang === lang) {
      held.always = ready;
      update(element, held);
    } else await always(element, held, actor);
  };

  /** Tells in another language what "always" takes, unless the visitor has answered meanwhile. */
  const translate = async (element: EmbedElement, held: Held, lang: string): Promise<void> => {
    const { wanted } = held;
    if (!wanted) return;
    const ready = await (await load('always')).prepareAlways(session, wanted.service, textsIn(lang), lang);
    if (all.get(element) !== held || !held.always || state.get().lang !== lang) return;
    held.always = ready;
    update(element, held);
  };

  const asked = (element: EmbedElement, action: EmbedAction, { isTrusted }: Event): void => {
    const held = all.get(element);
    if (!held?.wanted) return;
    const actor = isTrusted ? 'person' : 'script';
    const failed = (error: unknown): void => warn('decision', error);
    if (action === 'settings') return void open('preferences');
    if (action === 'show-always') return void always(element, held, actor).catch(failed);
    const { always: ready } = held;
    held.always = undefined;
    // shown at once, whatever the evidence of the grant waits for
    held.once = action !== 'back';
    update(element, held);
    if (action === 'allow') ready?.grant(actor, true).catch(failed);
  };

  const changed = (element: EmbedElement): void => {
    const wanted = read(element);
    const before = all.get(element);
    const same = before?.wanted?.frame['src'] === wanted?.frame['src'];
    const held: Held = bare({ wanted, once: same && before?.once === true });
    all.set(element, held);
    update(element, held);
  };

  const { updateGate } = session;
  // in the task of the click, as the gate does it: a listener hears of a decision when its evidence is safe
  session.updateGate = () => {
    updateGate();
    follow(session.pending, state.get().decision);
  };
  customElements.define(TAG, embedElement({ create, changed, left: (element) => void all.delete(element), asked }));
  state.subscribe(({ decision, lang }, { decision: previous, lang: before }) => {
    follow(decision, previous);
    if (lang === before) return;
    for (const [element, held] of all) {
      if (held.always) translate(element, held, lang).catch((error: unknown) => warn('decision', error));
    }
  });
};
