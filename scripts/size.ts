/** `npm run size`: what a page downloads, brotli 11, held to the budgets of the design. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { serviceNames } from '../src/services/names.ts';

const DIST = process.env['DIST'] ?? 'dist';
const files = readdirSync(DIST).filter((file) => file.endsWith('.js'));

/** Bytes on the wire of the loader or of a chunk. An empty file is a build that went wrong, not a small one. */
const sizeOf = (name: string): number => {
  const file = files.find((candidate) => candidate === `${name}.js` || candidate.slice(0, -12) === name);
  const content = readFileSync(join(DIST, file ?? `${name}-….js`));
  if (content.length < 200) throw new Error(`${file} holds next to nothing`);
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
};

const sum = (...names: readonly string[]): number => names.reduce((total, name) => total + sizeOf(name), 0);

interface Budget {
  readonly what: string;
  readonly bytes: number;
  /** Bytes; absent where a size is only stated. */
  readonly limit?: number;
}

const loader = 'timebot-consent';
const rows: readonly Budget[] = [
  { what: 'loader, all that a return visit waits for', bytes: sum(loader), limit: 4800 },
  ...['ru', 'kk', 'en'].map((lang) => ({
    what: `until the banner is operable, ${lang}`,
    bytes: sum(loader, 'banner', lang),
    limit: 15_000,
  })),
  { what: 'when the page is idle', bytes: sum('page'), limit: 5000 },
  ...['ru', 'kk', 'en'].map((lang) => ({
    what: `preferences, ${lang}`,
    bytes: sum('preferences', `${lang}-more`),
    limit: 5000,
  })),
  { what: 'own policy, texts or services of a site', bytes: sum('own') },
  { what: 'services of a site in the preferences', bytes: sum('service-choice'), limit: 3500 },
  { what: 'delivery after a failure', bytes: sum('outbox') },
  { what: 'records without their cookie, history()', bytes: sum('history') },
  { what: 'a word to the owner, where something is wrong', bytes: sum('owner') },
  { what: 'a config of a site, when the page is idle', bytes: sum('idle-config') },
  { what: 'the inspector, for people who look after the site', bytes: sum('inspector') },
  { what: 'decisions by script', bytes: sum('script') },
  { what: 'services that the widget runs', bytes: sum('services') },
  { what: 'a ready-made one of them, at most', bytes: Math.max(...serviceNames.map((name) => sum(`service-${name}`))) },
  { what: 'embeds, where a page has one', bytes: sum('embed') },
  { what: '"always show" of an embed', bytes: sum('always') },
  { what: 'SHA-256 on pages without https', bytes: sum('sha256') },
];

for (const { what, bytes, limit } of rows) {
  const verdict = limit === undefined ? '' : `of ${limit} ${bytes > limit ? 'OVER' : 'ok'}`;
  console.log(`${String(bytes).padStart(6)} B  ${verdict.padEnd(14)}${what}`);
}
const over = rows.filter(({ bytes, limit = Infinity }) => bytes > limit);
if (over.length > 0) {
  console.error(`over budget: ${over.map(({ what }) => what).join('; ')}`);
  process.exitCode = 1;
}
