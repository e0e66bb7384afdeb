/**
 * The chunk of sites whose services we run: puts ready-made services in place of `{ "use": … }`, and runs them. A site
 * that only declares services downloads none of it.
 */
import { clear } from '../gate/clear.js';
import { create, native } from '../gate/native.js';
import { validate } from '../record/validate.js';
import type { Manifest } from '../services/manifest.js';
import { serviceNames, type ServiceName } from '../services/names.js';
import { createEngine, type Engine, type Running } from '../signals/engine.js';
import { DATABASE } from '../store/database.js';
import { MIRROR } from '../store/mirror.js';
import type { Warn } from './config.js';
import { manifestSchema } from './manifest-schema.js';
import { watchEmbeds } from './embeds.js';
import type { Load } from './modules.js';
import type { RawConfig } from './read-config.js';
import type { Session } from './session.js';

/** What an owner may say of a ready-made service in other words than ours; everything else is an option of it. */
const OWN = ['purpose', 'name', 'recipient', 'country', 'storage'] as const;

/** Whether the owner's value is what an option takes. */
const fits = (value: unknown, { type, pattern }: { readonly type: string; readonly pattern?: string }): boolean => {
  if (type === 'list')
    return Array.isArray(value) && value.every((item) => fits(item, { type: 'string', ...(pattern && { pattern }) }));
  if (type === 'number' && typeof value === 'string') return /^\d{1,15}$/.test(value);
  return typeof value === type && (typeof value !== 'string' || new RegExp(pattern ?? '^[^]{1,500}$').test(value));
};

const isName = (name: unknown): name is ServiceName => serviceNames.some((known) => known === name);

/** The service that an entry of the config means; undefined, with a warning, where it means none. */
const serviceOf = async (entry: Readonly<Record<string, unknown>>, load: Load, warn: Warn): Promise<unknown> => {
  const { use, as, ...given } = entry;
  if (use === undefined) return entry;
  if (!isName(use)) return warn('service', use, `it is none of ${serviceNames.join(', ')}`);
  const { manifest } = await load(`service-${use}`);
  const { options = {}, id = use, ...rest } = manifest;
  const own: Record<string, unknown> = {};
  const chosen: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    const option = Object.hasOwn(options, key) && options[key];
    if (option && fits(value, option)) chosen[key] = option.type === 'number' ? Number(value) : value;
    else if (!option && OWN.some((known) => known === key)) own[key] = value;
    else if (key === 'mode' && value === 'advanced' && manifest.advanced) chosen[key] = value;
    else
      warn('service', use, `"${key}" is not usable; known are ${[...Object.keys(options), ...OWN, 'as'].join(', ')}`);
  }
  const missing = Object.keys(options).filter((key) => options[key]?.required && !(key in chosen));
  if (missing.length) return warn('service', use, `it needs ${missing.join(', ')}`);
  return { ...rest, ...own, id: as ?? id, given: chosen };
};

/** The config with every `{ "use": … }` replaced by the service that it means. */
export const expand = async ({ raw, ...read }: RawConfig, load: Load, warn: Warn): Promise<RawConfig> => {
  const entries: readonly unknown[] = [Object(raw).services].flat();
  const services = await Promise.all(
    entries.map((entry) => (typeof entry === 'object' && entry ? serviceOf({ ...entry }, load, warn) : entry)),
  );
  return { raw: { ...Object(raw), services: services.filter((service) => service !== undefined) }, ...read, run };
};

const isManifest = (value: unknown): value is Manifest & { readonly id: string; readonly given?: Running['options'] } =>
  validate(value, manifestSchema) === undefined;

/** The services of a config that can be run. */
const runningOf = ({ raw, warn }: Session): readonly Running[] =>
  [Object(raw).services].flat().flatMap((service: unknown) => {
    if (isManifest(service)) {
      const { id, given = {}, ...manifest } = service;
      return { id, manifest, options: given };
    }
    const { path, message } = validate(service, manifestSchema) ?? {};
    warn('service', String(Object(service).id), `it is not run, correct it: ${path} ${message}`);
    return [];
  });

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
    // a config that could not be read, or a question that is due, is no refusal: what was granted may be granted again
    decided: () => state.get().decision !== undefined && !state.get().asks && !restricted,
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
