import type { Json } from '../services/manifest.js';

/** What a manifest's values may name. */
export interface Context {
  /** What the owner configured, by option. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Whether a purpose is granted now. */
  readonly allows: (purpose: string) => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What the page holds at a path below `window`. */
  readonly global: (path: string) => unknown;
}

const OPTION = /\{(\w+)\}/g;

const optionOf = ({ options }: Pick<Context, 'options'>, name: string): unknown =>
  Object.hasOwn(options, name) ? options[name] : undefined;

/** A string with the owner's options put in; undefined where one is missing. `encode` makes them parts of an address. */
export const fillText = (
  text: string,
  context: Pick<Context, 'options'>,
  encode: (value: string) => string = String,
): string | undefined => {
  const names = [...text.matchAll(OPTION)].map(([, name = '']) => name);
  if (names.some((name) => optionOf(context, name) === undefined)) return undefined;
  return text.replace(OPTION, (_, name: string) => encode(String(optionOf(context, name))));
};

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const COMPUTED: Readonly<Record<string, (of: string, context: Context) => unknown>> = {
  $granted: (purpose, { allows }) => (allows(purpose) ? 'granted' : 'denied'),
  $allowed: (purpose, { allows }) => allows(purpose),
  $now: (form, { now }) => (form === 'date' ? new Date(now()) : now()),
  $global: (path, { global }) => global(path),
};

/** A manifest's value as the vendor's script takes it; undefined where it names an option that the owner left out. */
export const valueOf = (value: Json, context: Context): unknown => {
  if (typeof value === 'string') {
    const [, name] = /^\{(\w+)\}$/.exec(value) ?? [];
    return name ? optionOf(context, name) : fillText(value, context);
  }
  if (typeof value !== 'object' || !value) return value;
  if (isList(value)) return value.map((item) => valueOf(item, context));
  const entries = Object.entries(value);
  const [first] = entries;
  if (first && entries.length === 1) {
    const [key, of] = first;
    if (typeof of === 'string' && Object.hasOwn(COMPUTED, key)) return COMPUTED[key]?.(of, context);
  }
  return Object.fromEntries(
    entries.flatMap(([name, part]) => {
      const made = valueOf(part, context);
      return made === undefined || name === '__proto__' ? [] : [[name, made]];
    }),
  );
};
