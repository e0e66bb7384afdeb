/**
 * The chunk of sites whose services we run: puts ready-made services in place of `{ "use": … }`, and runs them. A site
 * that only declares services downloads none of it.
 */
import { clear } from '../gate/clear.js';
import { create, native, query } from '../gate/native.js';
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
import type { Load } from './modules.js';
import type { RawConfig } from './read-config.js';
import type { Session } from './session.js';

/** The config with its ready-made services in full, and the way to run them. */
export const expand = async ({ raw, ...read }: RawConfig, load: Load, warn: Warn): Promise<RawConfig> => ({
  ...read,
  raw: await expandServices(raw, load, warn),
  run,
});

const isManifest = (value: unknown): value is Manifest & { readonly id: string; readonly given?: Running['options'] } =>
  validate(value, manifestSchema) === undefined;

/** What of a service visitors are told; the check of the whole config tells of a flaw in it. */
const TOLD = new RegExp(`^/(id|${OWN.join('|')})\\b`);

/** The services of a config that can be run. */
const runningOf = ({ offer, raw, restricted, warn, whole }: Session): readonly Running[] => {
  const seen = new Set<string>();
  return [Object(raw).services].flat().flatMap((service: unknown) => {
    let problem: string | undefined;
    const { id: named, purpose } = Object(service);
    // one whose id is another's would run on that one's consent, also where that one cannot run; the check of the whole config
    // tells of it
    const stands = !seen.has(named) && whole.services.some((s) => s.id === named && s.purpose === purpose);
    if (stands) seen.add(named);
    if (isManifest(service)) {
      if (!stands) return [];
      const { id, given = {}, ...manifest } = service;
      // before the choice only what is on offer here, by a config that could be read
      const { mode, ...basic } = given;
      const early = mode !== undefined && !restricted && offer.services.some((s) => s.id === id);
      const running = { id, manifest, options: early ? given : basic };
      problem = flawOf(running);
      if (problem === undefined) return running;
    } else {
      const { path = '', message } = validate(service, manifestSchema) ?? {};
      if (!TOLD.test(path)) problem = `"${path.slice(1)}" ${message}: correct it`;
    }
    if (problem !== undefined)
      warn('service', typeof named === 'string' ? named : JSON.stringify(named), `it is not run; ${problem}`);
    return [];
  });
};

const engines = new WeakMap<Session, Engine>();

/** The engine of a session, for the inspector. */
export const engineOf = (session: Session): Engine | undefined => engines.get(session);

/** Milliseconds that a page has for more urgent things before what an earlier page has left is cleaned up. */
const CALM = 100;

/** Runs the services of a session, in line with its decision from now on. */
export const run = (session: Session): void => {
  const { state, allows, nonce, restricted, trusted, warn } = session;
  if (engines.has(session)) return;
  const services = runningOf(session);
  const engine = createEngine({
    services,
    allows,
    // an unreadable config, a question that is due, or Global Privacy Control is no refusal: what was granted may be so again
    decided: () => state.get().decision !== undefined && !state.get().asks && !restricted && !session.withheld,
    now: Date.now,
    load: (url) =>
      new Promise((done, failed) => {
        const script = create('script');
        script.async = true;
        script.nonce = nonce;
        script.onload = done;
        script.onerror = () => failed(new Error(`${url} cannot be loaded`));
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
  watchEmbeds(session, services);
};
