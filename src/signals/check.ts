import type { Manifest } from '../services/manifest.js';
import { isUsable } from './globals.js';
import { fillText } from './values.js';

/** A service of the site, ready to run. */
export interface Running {
  readonly id: string;
  readonly manifest: Manifest;
  /** What the owner configured of it. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Whether an address is https and of one of the hosts; `*.` stands for any subdomain. */
export const isAt = (url: string, hosts: readonly string[]): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return (
    protocol === 'https:' && hosts.some((known) => (known[0] === '*' ? host.endsWith(known.slice(1)) : host === known))
  );
};

/** The address of a script with the owner's options in it; undefined where that is none of the manifest's hosts. */
export const addressOf = (template: string, { manifest, options }: Running): string | undefined => {
  // an address of the owner's own stays what it is, everything else becomes a part of one
  const part = (value: string): string => (value.startsWith('https://') ? value : encodeURIComponent(value));
  const url = fillText(template, { options }, part);
  return url !== undefined && isAt(url, manifest.hosts ?? []) ? url : undefined;
};

/** Parts of a step or stub that name a global. */
const PATHS = ['call', 'create', 'set', 'later', 'queue', 'time', 'alias'];

/** What a step or stub is nothing without, where it is missing. */
const missingIn = (part: { readonly kind?: unknown }): string | undefined => {
  const { kind } = part;
  const has = (key: string): boolean => Object.hasOwn(part, key);
  if (kind === undefined) return has('call') || has('set') ? undefined : '"call" or "set"';
  const needed = kind === 'arguments' ? 'queue' : kind === 'methods' ? 'names' : undefined;
  return needed && !has(needed) ? `"${needed}"` : undefined;
};

/** Why a service cannot be run, with the remedy; undefined where it can. */
export const flawOf = (running: Running): string | undefined => {
  const { manifest, options } = running;
  const { stubs = {}, load = [], init = [], loaded = [], tell = {} } = manifest;
  const parts: readonly object[] = [...Object.values(stubs), ...[init, loaded, ...Object.values(tell)].flat()];
  for (const part of parts) {
    const missing = missingIn(part);
    if (missing) return `${JSON.stringify(part).slice(0, 80)} lacks ${missing}: add it`;
  }
  const named = parts.flatMap((part) =>
    Object.entries(part).flatMap(([key, path]: [string, unknown]) =>
      PATHS.includes(key) && typeof path === 'string' ? path : [],
    ),
  );
  // an item of a list stands for itself
  const path = [...Object.keys(stubs), ...named].find(
    (text) => !isUsable(fillText(text, { options: { item: 'item', ...options } }) ?? 'missing'),
  );
  if (path !== undefined) return `"${path}" is no variable of a vendor's script: name one that the script itself makes`;
  const stray = load.find((template) => !addressOf(template, running));
  return stray && `"${stray}" is not loaded: name its host in "hosts"`;
};
