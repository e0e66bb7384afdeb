/**
 * The chunk of sites whose services we run: puts ready-made services in place of `{ "use": … }`, and runs them. A site
 * that only declares services downloads none of it.
 */
import { clear } from '../gate/clear.js';
import { create, native, query } from '../gate/native.js';
import { bare, bareAll } from '../model/bare.js';
import { mustAsk } from '../model/decisions.js';
import { jsonOf } from '../model/json.js';
import { validate } from '../record/validate.js';
import type { Manifest } from '../services/manifest.js';
import { flawOf, type Running } from '../signals/check.js';
import { createEngine, type Engine } from '../signals/engine.js';
import { DATABASE } from '../store/database.js';
import { MIRROR } from '../store/mirror.js';
import type { Warn } from './config.js';
import { manifestSchema } from './manifest-schema.js';
import { expandServices, OWN } from './expand.js';
import { watchEmbeds } from './embeds.js';
import { googleDefaults } from './google-default.js';
import type { Load } from './modules.js';
import type { RawConfig } from './read-config.js';
import type { Session } from './session.js';
import type { Made } from '../signals/steps.js';

/** The config with its ready-made services in full, and the way to run them. */
export const expand = async ({ raw, ...read }: RawConfig, load: Load, warn: Warn): Promise<RawConfig> => {
  // as the engine makes them, so that it tells none of them again
  const early = [...googleDefaults([Object(raw).services].flat())].map((text) => {
    const { region, wait_for_update, ...state } = bare(JSON.parse(text));
    return { call: 'gtag', with: ['consent', 'default', { ...state, region, wait_for_update }] };
  });
  return { ...read, raw: await expandServices(raw, load, warn), run: (session) => run(session, early) };
};

const isManifest = (value: unknown): value is Manifest & { readonly id: string; readonly given?: Running['options'] } =>
  validate(value, manifestSchema) === undefined;

/** What of a service visitors are told; the check of the whole config tells of a flaw in it. */
const TOLD = new RegExp(`^/(id|${OWN.join('|')})\\b`);

/**
 * What of a service of the config can be run, or why it is not, with the remedy; undefined where the check of the whole
 * config tells of that.
 *
 * @param seen ids before it
 * @throws whatever reading what is no plain data throws
 */
const runningOf = (
  { offer, restricted, whole }: Session,
  service: unknown,
  seen: Set<string>,
): Running | string | undefined => {
  const { id: named, purpose } = Object(service);
  // one whose id is another's would run on that one's consent, also where that one cannot run
  const stands = !seen.has(named) && whole.services.some((s) => s.id === named && s.purpose === purpose);
  if (stands) seen.add(named);
  if (!isManifest(service)) {
    const { path = '', message } = validate(service, manifestSchema) ?? {};
    return TOLD.test(path) ? undefined : `"${path.slice(1)}" ${message}: correct it`;
  }
  if (!stands) return undefined;
  jsonOf(service); // as the engine compares it with others
  const { id, given = bare<Running['options']>({}), ...manifest } = service;
  // before the choice only what is on offer here, by a config that could be read
  const { mode, ...basic } = given;
  const early = mode !== undefined && !restricted && offer.services.some((s) => s.id === id);
  const running = { id, manifest: bare(manifest), options: bare(early ? given : basic) };
  return flawOf(running) ?? running;
};

/** The services of a config that can be run; warns of the others. */
const allRunning = (session: Session): readonly Running[] => {
  const seen = new Set<string>();
  return [Object(session.raw).services].flat().flatMap((service: unknown) => {
    let found: Running | string | undefined;
    try {
      found = runningOf(session, bareAll(service), seen);
    } catch (error) {
      found = `it is no plain data: correct it. ${String(error)}`;
    }
    if (typeof found === 'object') return found;
    const { id } = Object(service);
    if (found) session.warn('service', typeof id === 'string' ? id : JSON.stringify(id), `it is not run; ${found}`);
    return [];
  });
};

const engines = new WeakMap<Session, Engine>();

/** The engine of a session, for the inspector. */
export const engineOf = (session: Session): Engine | undefined => engines.get(session);

/** Milliseconds that a page has for more urgent things before what an earlier page has left is cleaned up. */
const CALM = 100;

/**
 * Whether the visitor's decision is in force, with nothing of it still to come. An unreadable config, a question that is due, or
 * Global Privacy Control is no refusal: what was granted may be so again.
 */
const isDecided = ({ allows, newest, offer, pending, read, restricted, state, whole, withheld }: Session): boolean => {
  const { asks } = state.get();
  if (restricted || (pending ? mustAsk(pending, offer, Date.now()) : asks)) return false;
  // only what was granted is withheld
  if (withheld && (read(whole, false) ?? newest)?.purposes[withheld]) return false;
  if (!pending) return true;
  // what it grants waits for its evidence and the next paint: then vendors are told of all of it, and only once
  return [...offer.purposes, ...offer.services].every(
    ({ id }) => allows(id) || !(pending.purposes[id] ?? pending.services[id]),
  );
};

/**
 * Runs the services of a session, in line with its decision from now on.
 *
 * @param early what the loader has told already
 */
export const run = (session: Session, early: readonly Made[] = []): void => {
  const { state, allows, nonce, trusted, warn } = session;
  if (engines.has(session)) return;
  const services = allRunning(session);
  const engine = createEngine({
    services,
    allows,
    decided: () => isDecided(session),
    early,
    now: Date.now,
    load: (url) =>
      new Promise((done, failed) => {
        const script = create('script');
        script.async = true;
        script.nonce = nonce;
        script.onload = done;
        script.onerror = () =>
          failed(new Error(`${url} cannot be loaded: see what blocks it, as a Content Security Policy`));
        Reflect.set(script, 'src', trusted.createScriptURL(url));
        native('head').append(script);
      }),
    isThere: (url) => query<HTMLScriptElement>('script[src]').some(({ src }) => src === url),
    clear: (keeps, needed) => clear(keeps, needed, [MIRROR, DATABASE]),
    idle: new Promise((done) => setTimeout(done, CALM)),
    warn: (service, problem) => warn('service', service, problem),
  });
  engines.set(session, engine);
  state.subscribe((now, before) => {
    // a view, or more that is known of the same decision
    const same = now.decision?.purposes === before.decision?.purposes && now.asks === before.asks;
    if (same && now !== before) return;
    const left = engine.update().then((found) =>
      // what nobody can see is only there where its service could have put it
      found.filter(({ service, host, httpOnly }) => !(host || httpOnly) || before.decision?.services[service]),
    );
    session.left = left;
    void left.then((found) => {
      if (session.left === left && (found.length || state.get().left)) state.set({ left: found });
    });
  });
  session.tellVendors = engine.tell;
  // left before the next paint: what was closed is cleaned up after all the same
  addEventListener('pagehide', () => {
    if (session.pending) void engine.update();
  });
  watchEmbeds(session, services);
};
