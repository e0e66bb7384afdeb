import { parseArgs } from 'node:util';

/** What the command line asks for; `wrong` says what cannot be done, and the remedy. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'notices';
      readonly file: string;
      /** What pages take off offer by their attribute; undefined where it is the config's. */
      readonly off: string | undefined;
      /** Parts that visitors are asked about alone: one list of ids for each such question. */
      readonly asked: readonly (readonly string[])[];
    }
  | { readonly kind: 'wrong'; readonly message: string };

export const HELP = `Prints the notices of a site: what its visitors are shown, by the hashes that their records carry.

Usage: timebot-consent notices <consent.json> [--off <ids>] [--new <ids>] [> notices.json]

  <consent.json>       the site's config, as its pages get it; - reads standard input
  --off <ids>          what pages take off offer by their attribute, as data-off="ads map": ids with
                       spaces or commas between; may be repeated. In place of the config's "off"
  --new <ids>          also the banners that ask about these alone, since the visitor has answered the
                       rest before; may be repeated, for one such question each
  --help, --version

The answer is a JSON list of { "hash", "notice" }: every language in every layer (banner, preferences,
api), in the form of the published notices.json. Other attributes change no notice and are not asked for.
Warnings about the config go to stderr, as in the browser's console. The exit code is 1 where there
is no config to read, 2 where the command line is wrong.`;

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  off: { type: 'string', multiple: true },
  new: { type: 'string', multiple: true },
} as const;

const idsIn = (text: string): readonly string[] => text.split(/[\s,]+/).filter(Boolean);

const wrong = (message: string): Command => ({ kind: 'wrong', message: `${message} See --help.` });

/** Reads the command line. */
export const commandOf = (args: readonly string[]): Command => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (values.help) return { kind: 'help' };
    if (values.version) return { kind: 'version' };
    const [name, file, ...rest] = positionals;
    if (name !== 'notices') {
      return wrong(name === undefined ? 'No command is given: "notices" is one.' : `"${name}" is no command.`);
    }
    if (!file) return wrong('No config is given: name its file, e.g. consent.json.');
    if (rest.length > 0) return wrong(`"${rest.join(' ')}" is one file too many: a site has one config.`);
    const off = values.off?.flatMap(idsIn).join(' ');
    const asked = (values.new ?? []).map(idsIn);
    if (off === '' || asked.some((ids) => ids.length === 0)) {
      return wrong('--off or --new names nothing: add ids of purposes or services, e.g. ads.');
    }
    return { kind: 'notices', file, off, asked };
  } catch (error) {
    if (error instanceof TypeError) return wrong(`${error.message}.`);
    throw error;
  }
};
