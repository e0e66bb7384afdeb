import { entries } from 'idb-keyval';
import type { Trusted } from '../gate/gate.js';
import { native, parsed } from '../gate/native.js';
import type { EditionCore } from '../model/editions.js';
import type { Drain } from '../outbox/drain.js';
import { openDatabase } from '../store/database.js';
import { MIRROR } from '../store/mirror.js';
import { scan, type Scan } from '../store/scan.js';
import { createApi, publish } from './api.js';
import { parseConfig, type Warn } from './config.js';
import { languageFor, languagesOf } from './languages.js';
import type { Load } from './modules.js';
import { within } from './promises.js';
import { readConfig, type ReadConfig } from './read-config.js';
import { createSession, type Session } from './session.js';
import { createTrigger } from './trigger.js';

/** What the widget starts from. */
export interface Start {
  /** The script whose `data-*` attributes are settings. */
  readonly script?: HTMLScriptElement | undefined;
  /** A config in place of the page's. */
  readonly config?: unknown;
  readonly core: EditionCore;
  readonly load: Load;
  readonly trusted: Trusted;
  readonly nonce: string;
}

/** Milliseconds between two attempts to load what delivers, where that fails too. */
const RETRY = 30_000;

const ignore = (): undefined => undefined;

/** One warning for each text: a page that repeats a mistake a thousand times has one to correct. */
export const createWarn = (): Warn => {
  const told = new Set<string>();
  return (message) => {
    if (told.has(message)) return;
    told.add(message);
    console.warn(`[timebot-consent] ${message}`);
  };
};

/** Delivers what the first POST could not: when idle, and on all that may have brought the network back. */
const deliverLater = ({ memory, delivery, config }: Session, { pending }: Scan): void => {
  let waiting = pending;
  let drain: Drain | undefined;
  const deliver = (): void => {
    if (!config.endpoint || !(waiting || memory.size)) return;
    delivery().then(
      (loaded) => {
        drain = loaded;
        return drain.run();
      },
      () => setTimeout(deliver, RETRY),
    );
  };
  for (const type of ['online', 'pageshow', 'visibilitychange']) addEventListener(type, deliver);
  addEventListener('pagehide', () => drain?.leave());
  document.addEventListener('timebot-consent:delivery', ({ detail }) => {
    if (Object(detail).delivery === 'acknowledged') return;
    waiting = true;
    deliver();
  });
  // not at the same moment in every tab that a browser restores
  if (waiting) setTimeout(deliver, Math.random() * 3000);
};

/** Watches for gated markup that the parser or the page adds. */
const watch = (update: () => void): void => {
  update();
  new MutationObserver((changes) => {
    if (changes.some(({ addedNodes }) => addedNodes.length)) update();
  }).observe(document, { childList: true, subtree: true });
  void parsed()?.then(update);
};

/** What the records of this device add to the cookie. */
const compare = async (session: Session, found: Scan): Promise<void> => {
  const { state } = session;
  const { decision } = state.get();
  session.unread = found.seq > 0;
  const seq = decision?.seq ?? 0;
  if (found.seq > seq || found.forked) await session.readRecords();
  else if (decision && found.seq === seq)
    state.set({ decision: Object.freeze({ ...decision, accepted: found.accepted }) });
};

const begin = (
  { core, load, trusted, nonce }: Start,
  warn: Warn,
  db: ReturnType<typeof openDatabase>,
  read: ReadConfig,
): void => {
  const session = createSession({ ...read, core, db, load, trusted, nonce, warn });
  const { config, state } = session;
  if (!config.endpoint) warn('no endpoint is configured: records stay on this device; set data-endpoint');
  watch(session.updateGate);

  const known = entries<IDBValidKey, unknown>(db).then(async (rows) => {
    const found = scan(rows);
    await compare(session, found);
    return found;
  });
  const ready = within(known).then(ignore);
  publish(createApi(session, ready), warn);

  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-consent-open]')) return;
    event.preventDefault();
    void session.open('preferences');
  });

  void (async () => {
    await ready;
    if (state.get().asks) await session.open('banner');
    session.emit('ready', state.get());
    if (!native('body')) await parsed();
    const trigger = createTrigger(config.trigger ?? 'left', () => void session.open('preferences'));
    const names = languagesOf(config);
    state.subscribe(({ view, lang }) => {
      trigger.update(view === 'closed', names.find(({ code }) => code === lang)?.trigger ?? '', lang);
    });
    deliverLater(
      session,
      (await known.catch(ignore)) ?? { seq: 0, forked: false, accepted: undefined, pending: false },
    );
  })();
};

/** Starts the widget: from here on everything follows from the config, the cookie, the database and the visitor. */
export const start = (given: Start): void => {
  const warn = createWarn();
  const db = openDatabase();
  const { script, load } = given;
  // the visitor of a first page will be asked: what that takes comes while the config and the database are read
  if (!native('cookie').includes(`${MIRROR}=`)) {
    const lang = languageFor({ lang: script?.dataset['lang'] ?? 'auto' });
    for (const name of ['banner', 'evidence', lang === 'kk' || lang === 'en' ? lang : 'ru'] as const) {
      load(name).catch(ignore); // the one who needs it says so
    }
  }
  const use = (read: ReadConfig): void => begin(given, warn, db, read);
  const run = (): void =>
    given.config
      ? use({ config: parseConfig(given.config, warn), restricted: false })
      : readConfig(script, db, warn, use);
  // a page that is prepared in advance has no visitor yet
  if (Reflect.get(document, 'prerendering') === true)
    document.addEventListener('prerenderingchange', run, { once: true });
  else run();
};
