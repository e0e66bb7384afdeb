import { parseArgs } from 'node:util';
import { isOrigin } from './origins.js';

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'serve';
      readonly port: number;
      readonly host: string;
      readonly database: string;
      readonly path: string;
      readonly origins: readonly string[];
    };

/** The command line or the environment says something that cannot be done; the message names it and the remedy. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

export const HELP = `Receives consent records and keeps them in an SQLite file.

Usage: timebot-consent-collector [options]

  --port <number>      port to listen on; 0 takes a free one   (CONSENT_PORT, 8787)
  --host <address>     address to listen on                    (CONSENT_HOST, 127.0.0.1)
  --database <file>    where the records are kept              (CONSENT_DATABASE, ./consents.db)
  --path <path>        where records are posted                (CONSENT_PATH, /consents)
  --origin <origin>    another site whose pages may post, e.g. https://timebot.kz; may be
                       given several times                     (CONSENT_ORIGINS, separated by spaces)
  --help, --version

Pages of the same host may always post. GET /livez and /readyz tell whether it runs and whether
it can write. SIGTERM and SIGINT stop it once the requests under way have been answered.`;

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  database: { type: 'string' },
  path: { type: 'string' },
  origin: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`${error.message}. See --help.`);
    throw error;
  }
};

/** A setting with the place that it comes from, so that a message can name it. */
interface Setting {
  readonly value: string;
  readonly from: string;
}

const portOf = ({ value, from }: Setting): number => {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
  if (port <= 65_535) return port;
  throw new UsageError(`${from} is "${value}": give a whole number from 0 to 65535, e.g. 8787.`);
};

const pathOf = ({ value, from }: Setting): string => {
  if (/^\/[\w\-./~]*$/.test(value)) return value;
  throw new UsageError(`${from} is "${value}": give a path that begins with a slash and has no query, e.g. /consents.`);
};

const originOf = ({ value, from }: Setting): string => {
  if (isOrigin(value)) return value;
  const { origin } = URL.canParse(value) ? new URL(value) : { origin: 'null' };
  const remedy = origin === 'null' ? 'scheme, host and port, e.g. https://timebot.kz' : origin;
  throw new UsageError(`${from} is "${value}": give the origin alone, ${remedy}.`);
};

const filled = ({ value, from }: Setting): string => {
  if (value !== '') return value;
  throw new UsageError(`${from} is empty: give a value or leave it out. See --help.`);
};

/**
 * Reads the command line; the environment stands in for options that are not given.
 *
 * @throws UsageError
 */
export const commandOf = (args: readonly string[], env: Readonly<Record<string, string | undefined>>): Command => {
  const { help, version, origin, ...given } = parse(args);
  if (help) return { kind: 'help' };
  if (version) return { kind: 'version' };

  const setting = (name: 'port' | 'host' | 'database' | 'path', otherwise: string): Setting => {
    const variable = `CONSENT_${name.toUpperCase()}`;
    const fromArgs = given[name];
    if (fromArgs !== undefined) return { value: fromArgs, from: `--${name}` };
    return { value: env[variable] ?? otherwise, from: variable };
  };
  const origins =
    origin?.map((value) => ({ value, from: '--origin' })) ??
    (env['CONSENT_ORIGINS'] ?? '')
      .split(/[\s,]+/)
      .flatMap((value) => (value ? { value, from: 'CONSENT_ORIGINS' } : []));

  return {
    kind: 'serve',
    port: portOf(setting('port', '8787')),
    host: filled(setting('host', '127.0.0.1')),
    database: filled(setting('database', './consents.db')),
    path: pathOf(setting('path', '/consents')),
    origins: origins.map(originOf),
  };
};
