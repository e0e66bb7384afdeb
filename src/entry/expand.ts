/** Puts ready-made services in place of `{ "use": … }`. Pure but for the manifests, which it is given. */
import { bare, bareAll } from '../model/bare.js';
import type { Manifest, Option } from '../services/manifest.js';
import { serviceNames, type ServiceName } from '../services/names.js';
import type { Warn } from './config.js';

/** Gives the manifest of a ready-made service. */
export type LoadManifest = (name: `service-${ServiceName}`) => Promise<{ readonly manifest: Manifest }>;

export const MODE: Option = bare({ type: 'string', pattern: '^(basic|advanced)$' });

/** What an owner may say of a ready-made service in other words than ours; everything else is an option of it. */
export const OWN = ['purpose', 'name', 'recipient', 'country', 'storage'] as const;

/** A folder on a server, https: scripts may come from there. */
const ADDRESS = '^https://[\\w.:-]+(/[\\w.~-]+)*/?$';
const FORMS = { string: '^[^]{1,500}$', number: '^\\d{1,15}$', address: ADDRESS } as const;

const KINDS = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  list: 'a list of texts',
  address: 'an address',
} as const;

/** What text has to look like to be an option, or an item of one. */
export const formOf = ({ type, pattern }: Option): string | undefined =>
  type === 'boolean' ? undefined : (pattern ?? FORMS[type === 'list' ? 'string' : type]);

/** The owner's value as an option takes it; undefined where it does not. */
const optionOf = (value: unknown, option: Option): unknown => {
  const { type } = option;
  if (type === 'boolean') return typeof value === 'boolean' ? value : undefined;
  if (type === 'list') {
    const items = Array.isArray(value) ? value.map((item) => optionOf(item, bare({ ...option, type: 'string' }))) : [];
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
  { options = {}, hosts = [], advanced, ...rest }: Manifest,
  given: Readonly<Record<string, unknown>>,
  tell: (problem: string) => void,
): object | undefined => {
  const known: Readonly<Record<string, Option>> = { ...options, ...(advanced && { mode: MODE }) };
  const own: Record<string, unknown> = {};
  const chosen: Record<string, unknown> = bare({});
  for (const [key, value] of Object.entries(given)) {
    const option = Object.hasOwn(known, key) ? known[key] : undefined;
    if (option) {
      chosen[key] = optionOf(value, option);
      if (chosen[key] !== undefined) continue;
      const form = formOf(option);
      tell(
        `"${key}" is ${JSON.stringify(value)} and left out: make it ${KINDS[option.type]}${form ? ` like ${form}` : ''}`,
      );
    } else if (OWN.some((name) => name === key)) own[key] = value;
    else tell(`"${key}" is unknown and left out: known are ${['use', 'as', ...Object.keys(known), ...OWN].join(', ')}`);
  }
  const needed = Object.keys(known).filter((key) => known[key]?.required && chosen[key] === undefined);
  const missing = needed.filter((key) => !Object.hasOwn(given, key));
  if (missing.length) tell(`it does not run without ${missing.join(', ')}: add it`);
  if (needed.length) return undefined;
  return {
    ...rest,
    ...(advanced && { advanced }),
    hosts: hosts.map((host) => hostOf(host, chosen)),
    ...own,
    given: chosen,
  };
};

/** The service that an entry of the config means; undefined, with a warning, where it means none. */
const serviceOf = async (
  entry: Readonly<Record<string, unknown>>,
  load: LoadManifest,
  warn: Warn,
): Promise<unknown> => {
  const { use, as, ...given } = entry;
  if (use === undefined) return entry;
  const name = typeof use === 'string' ? use : JSON.stringify(use);
  if (!isName(use)) return warn('service', name, `"use" names no ready-made one: known are ${serviceNames.join(', ')}`);
  const { id = use, ...manifest } = bareAll((await load(`service-${use}`)).manifest);
  const service = typeof as === 'string' ? as : id;
  const made = readyMade(bare(manifest), given, (problem) => warn('service', service, problem));
  return made && { ...made, id: service };
};

/** The config with every `{ "use": … }` replaced by the service that it means; warns of each that means none. */
export const expandServices = async (raw: unknown, load: LoadManifest, warn: Warn): Promise<object> => {
  const entries: readonly unknown[] = [Object(raw).services].flat();
  const services = await Promise.all(
    entries.map((entry) => (typeof entry === 'object' && entry ? serviceOf(bare({ ...entry }), load, warn) : entry)),
  );
  return bare({ ...Object(raw), services: services.filter((service) => service !== undefined) });
};
