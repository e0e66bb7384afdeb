import { bare } from '../model/bare.js';
import type { EditionCore } from '../model/editions.js';
import { offerOf, type Offer, type Recipient } from '../model/offers.js';
import { RESERVED_IDS } from '../model/purposes.js';
import { configSpec, isList, partOf, type Spec, type Usable } from './config-spec.js';

/** A site's config after the check: every part is present only where it is usable. */
export type Config = Usable<typeof configSpec>;

/** What is wrong, by its code (the texts are in `warnings.ts`), with the values that the text names. */
export type Warning = readonly [
  code:
    | 'gate-unknown'
    | 'gate-address'
    | 'gate-nonce'
    | 'gate-types'
    | 'copy'
    | 'config-json'
    | 'config-url'
    | 'config-part'
    | 'listener'
    | 'view'
    | 'decision'
    | 'decide'
    | 'record'
    | 'service'
    | 'embed'
    | 'embed-part'
    | 'storage'
    | 'cookie-domain'
    | 'endpoint',
  ...values: unknown[],
];

/** Tells the owner what is wrong, once for each mistake. */
export type Warn = (...warning: Warning) => void;

/**
 * What is usable of a value, without a word: `diagnose` tells the owner of the rest when the page is idle. Objects come out
 * without a prototype, so that no key of a config reaches one.
 */
export const usable = (value: unknown, spec: Spec): unknown => {
  if (isList(spec)) return Array.isArray(value) ? value.flatMap((item) => usable(item, spec[0]) ?? []) : undefined;
  if (spec instanceof RegExp) return typeof value === 'string' && spec.test(value) ? value : undefined;
  if (spec === true) return typeof value === 'boolean' ? value : undefined;
  if (typeof spec === 'number') {
    return typeof value === 'number' && value % 1 === 0 && value > 0 && value <= spec ? value : undefined;
  }
  if (typeof value !== 'object' || !value || Array.isArray(value)) return undefined;
  const map: Record<string, unknown> = bare({});
  for (const [key, part] of Object.entries(value)) {
    const known = partOf(spec, key);
    const kept = known && usable(part, known);
    if (kept !== undefined) map[key] = kept;
  }
  return map;
};

/** The usable config of what an owner wrote, whatever that is. */
export const parseConfig = (value: unknown): Config => usable(value, configSpec) ?? bare({});

/**
 * What a site asks about on this page by its config, and by TimeBot's policy edition where the config says nothing else.
 * `off`: the purposes taken off the page, if not those of the config.
 */
export const offerBy = (
  { policy, purposes: stated, services = [], months, off: configured = '' }: Config,
  core: EditionCore,
  off = configured,
): Offer => {
  const out = ['', ...RESERVED_IDS, ...off.split(' ')];
  const purposes = (policy?.purposes ?? core.purposes).flatMap(({ id = '', ...rest }) =>
    out.includes(id) ? [] : bare({ id, ...rest, ...named(stated?.[id]) }),
  );
  // an id names one thing: a second one of the same name could open the first
  const seen = new Set([...out, ...purposes.map(({ id }) => id)]);
  return offerOf(
    policy?.edition ?? core.edition,
    { granted: 12, refused: 6, ...months },
    purposes,
    services.slice(0, 64).flatMap(({ id = '', purpose = '', ...rest }) => {
      const known = !seen.has(id) && purposes.some((p) => p.id === purpose);
      return known && seen.add(id) ? bare({ id, purpose, ...rest }) : [];
    }),
  );
};

/** What the site states of a purpose; a recipient without a name tells visitors nothing. */
const named = (stated?: NonNullable<Config['purposes']>[string]) => ({
  ...stated,
  recipients: (stated?.recipients ?? []).filter((to): to is Recipient => !!to.name),
});
