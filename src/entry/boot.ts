import { cookies, parsed, query } from '../gate/native.js';
import { bare } from '../model/bare.js';
import { MIRROR } from '../store/mirror.js';
import { createApi, publish } from './api.js';
import type { Warn, Warning } from './config.js';
import { denyGoogle } from './google-default.js';
import { languageFor } from './languages.js';
import { attributes, readConfig, type RawConfig } from './read-config.js';
import { createSession, type SessionDeps } from './session.js';
import { version } from './version.js';

/** What the widget starts from. */
export type Start = Pick<SessionDeps, 'core' | 'load' | 'trusted' | 'nonce'>;

/** Watches for gated markup that the parser or the page adds. */
const watch = (update: () => void, tell: (error: unknown) => void): void => {
  update();
  new MutationObserver(update).observe(document, bare({ childList: true, subtree: true }));
  parsed()?.then(update).catch(tell);
};

const begin = (deps: SessionDeps, tell: (error: unknown) => void): void => {
  const { load, warn } = deps;
  const session = createSession(deps);
  const { config, state, emit, open, updateGate } = session;
  watch(updateGate, tell);
  deps.run?.(session);

  // beside the banner, which needs it
  if (state.get().asks && (config.services || config.purposes || config.policy)) load('own').catch(() => undefined);
  // without the cookie only the database tells whether the visitor has decided: the banner waits for it, and so do we
  const ready = Promise.resolve(state.get().asks ? open('banner') : undefined);
  publish(createApi(session, ready), warn);

  const opens = (event: Event): void => {
    if (!query('[data-consent-open]').some((element) => event.composedPath().includes(element))) return;
    event.preventDefault();
    void open('preferences');
  };
  // while it is captured: the page's own listeners may take away what is pressed
  addEventListener('click', opens, true);

  const begun = (): void => {
    emit('ready', state.get());
    // the rest is nothing that a visitor waits for
    setTimeout(() => {
      load('page')
        .then(({ startPage }) => startPage(session))
        .catch(tell);
    }, 100);
  };
  ready.then(begun).catch(tell);
};

/** Where the copy of the widget that has this page is found by others. */
const COPY = Symbol.for('timebot-consent');

/**
 * Starts the widget: from here on everything follows from the config, the cookie, the database and the visitor.
 *
 * @param script the one whose `data-*` attributes are settings
 * @param config a config in place of the page's
 */
export const start = (given: Start, script?: HTMLScriptElement, config?: unknown): void => {
  const { load } = given;
  // kept until the page is idle: then its chunk tells them
  const warnings: Warning[] = [];
  const warn: Warn = (...warning) => void warnings.push(warning);
  /** The last word, in a page where nothing of the widget can tell it better. Nothing is granted, and the page hears nothing. */
  const tell = (error: unknown): void => console.warn('[timebot-consent]', error, ...warnings);
  // one copy a page: the first stays, and tells of the second
  const first: unknown = Reflect.get(document, COPY);
  if (typeof first === 'function') return first('copy', version);
  Reflect.set(document, COPY, warn);

  // the visitor of a first page will be asked: what that takes comes while the config is read
  if (!cookies().includes(MIRROR)) {
    // the one who needs them says what is wrong
    load('banner').catch(() => undefined);
    load(languageFor(attributes(script, 'data-'))).catch(() => undefined);
  }
  const use = (read: RawConfig): void => {
    const services = [Object(read.raw).services].flat();
    denyGoogle(services);
    /** In this very task where the chunk of services is not needed. */
    const go = async (): Promise<void> => {
      // a page that is prepared in advance has no visitor yet
      if (Reflect.get(document, 'prerendering') === true)
        await new Promise((done) => addEventListener.call(document, 'prerenderingchange', done));
      let ready = read;
      try {
        // ready-made ones, or such as have something to load or to be told; escaped where an old library makes texts of arrays
        if (/"(use|load|tell|init|stubs)\\?":/.test(JSON.stringify(services)))
          ready = await (await load('services')).expand(read, load, warn);
      } catch (error) {
        warn('service', 'use', error);
        ready = { ...read, restricted: true };
      }
      begin(bare({ ...given, ...ready, warnings, warn }), tell);
    };
    go().catch(tell);
  };
  if (config) use({ raw: config });
  else readConfig(script, load, warn, use);
};
