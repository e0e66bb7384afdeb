/**
 * The chunk of sites whose services we run: puts ready-made services in place of `{ "use": … }`, and runs them. A site
 * that only declares services downloads none of it.
 */
import { clear } from '../gate/clear.js';
import { create, native } from '../gate/native.js';
import { validate } from '../record/validate.js';
import type { Manifest, Option } from '../services/manifest.js';
import { serviceNames, type ServiceName } from '../services/names.js';
import { flawOf, type Running } from '../signals/check.js';
import { createEngine, type Engine } from '../signals/engine.js';
import { DATABASE } from '../store/database.js';
import { MIRROR } from '../store/mirror.js';
import type { Warn } from './config.js';
import { manifestSchema } from './manifest-schema.js';
import { watchEmbeds } from './embeds.js';
import type { Load } from './modules.js';
import type { RawConfig } from './read-config.js';
import type { Session } from './session.js';

const MODE: Option = { type: 'string', pattern: '^(basic|advanced)$' };

/** What an owner may say of a ready-made service in other words than ours; everything else is an option of it. */
const OWN = ['purpose', 'name', 'recipient', 'country', 'storage'] as const;

/** A folder on a server, https: scripts may come from there. */
const ADDRESS = '^https://[\\w.:-]+(/[\\w.~-]+)*/?$';
const FORMS = { string: '^[^]{1,500}$', number: '^\\d{1,15}$', address: ADDRESS } as const;

/** What text has to look like to be an option, or an item of one. */
const formOf = ({ type, pattern }: Option): string | undefined =>
  type === 'boolean' ? undefined : (pattern ?? FORMS[type === 'list' ? 'string' : type]);

/** The owner's value as an option takes it; undefined where it does not. */
const optionOf = (value: unknown, option: Option): unknown => {
  const { type } = option;
  if (type === 'boolean') return typeof value === 'boolean' ? value : undefined;
  if (type === 'list') {
    const items = Array.isArray(value) ? value.map((item) => optionOf(item, { ...option, type: 'string' })) : [];
    return items.length && !items.includes(undefined) ? items : undefined;
  }
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (!new RegExp(formOf(option) ?? '').test(text)) return undefined;
  if (type === 'number') return Number(text);
  if (type === 'string') return text;
  return URL.canParse(text) ? text.replace(/\/?$/, '/') : undefined;
};

const isName = (name: unknown): name is ServiceName => serviceNames.some((known) => known === name);

/** A manifest's host with the owner's options, of which an address gives its host. */
const hostOf = (host: string, given: Readonly<Record<string, unknown>>): string =>
  host.replace(/\{(\w+)\}/, (_, name: string) => {
    const value = String(given[name]);
    return URL.canParse(value) ? new URL(value).host : value;
  });

/** A ready-made service with the owner's options; undefined where one that it needs is missing. */
const readyMade = (
  { options = {}, hosts = [], ...rest }: Manifest,
  given: Readonly<Record<string, unknown>>,
  tell: (problem: string) => void,
): object | undefined => {
  const known: Readonly<Record<string, Option>> = { ...options, ...(rest.advanced && { mode: MODE }) };
  const own: Record<string, unknown> = {};
  const chosen: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    const option = Object.hasOwn(known, key) ? known[key] : undefined;
    if (option) {
      chosen[key] = optionOf(value, option);
      if (chosen[key] !== undefined) continue;
      const form = formOf(option);
      const right = `make it a ${option.type}${form ? ` like ${form}` : ''}`;
      tell(`"${key}" is ${JSON.stringify(value)} and left out: ${right}`);
    } else if (OWN.some((name) => name === key)) own[key] = value;
    else tell(`"${key}" is unknown and left out: known are ${['use', 'as', ...Object.keys(known), ...OWN].join(', ')}`);
  }
  const needed = Object.keys(known).filter((key) => known[key]?.required && chosen[key] === undefined);
  const missing = needed.filter((key) => !Object.hasOwn(given, key));
  if (missing.length) tell(`it does not run without ${missing.join(', ')}: add it`);
  if (needed.length) return undefined;
  return { ...rest, hosts: hosts.map((host) => hostOf(host, chosen)), ...own, given: chosen };
};

/** The service that an entry of the config means; undefined, with a warning, where it means none. */
const serviceOf = async (entry: Readonly<Record<string, unknown>>, load: Load, warn: Warn): Promise<unknown> => {
  const { use, as, ...given } = entry;
  if (use === undefined) return entry;
  if (!isName(use)) return warn('service', use, `"use" names no ready-made one: known are ${serviceNames.join(', ')}`);
  const { manifest } = await load(`service-${use}`);
  const { id = use, ...rest } = manifest;
  const service = typeof as === 'string' ? as : id;
  const made = readyMade(rest, given, (problem) => warn('service', service, problem));
  return made && { ...made, id: service };
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

/** What of a service visitors are told; the check of the whole config tells of a flaw in it. */
const TOLD = new RegExp(`^/(id|${OWN.join('|')})\\b`);

/** The services of a config that can be run. */
const runningOf = ({ raw, warn }: Session): readonly Running[] =>
  [Object(raw).services].flat().flatMap((service: unknown) => {
    let problem: string | undefined;
    if (isManifest(service)) {
      const { id, given = {}, ...manifest } = service;
      const running = { id, manifest, options: given };
      problem = flawOf(running);
      if (problem === undefined) return running;
    } else {
      const { path = '', message } = validate(service, manifestSchema) ?? {};
      if (!TOLD.test(path)) problem = `"${path.slice(1)}" ${message}: correct it`;
    }
    if (problem !== undefined) warn('service', String(Object(service).id), `it is not run; ${problem}`);
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
