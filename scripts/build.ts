/** Builds `dist/`: the script tag with its chunks, the npm modules, the collector, the schemas and the notices. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build, type InlineConfig } from 'vite';
import { chunkFile } from '../src/entry/chunks.ts';
import { recordSchema } from '../src/record/schema.ts';
import { chunkBuild, loaderBuild, npmBuild } from '../vite.config.ts';
import { buildCollector } from './build-collector.ts';
import { publishedConfigSchema } from './config-docs.ts';
import { shippedNotices } from './notices.ts';

const DIST = 'dist';
const hashes: Record<string, string> = {};

const codeOf = async (config: InlineConfig): Promise<string> => {
  const built = await build(config);
  const outputs = [built].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  const [chunk, ...rest] = outputs;
  if (chunk?.type !== 'chunk' || rest.length > 0) throw new Error(`expected one file, got ${outputs.length}`);
  if (!chunk.code.trim()) throw new Error(`${chunk.fileName} is empty: is its entry among "sideEffects"?`);
  return chunk.code;
};

/** Writes a chunk under a name made of its hash, which the loader checks before it runs. */
const chunk = async (name: string, entry: string, lit?: string): Promise<string> => {
  const code = await codeOf(chunkBuild(entry, lit));
  const hash = createHash('sha256').update(code).digest('base64');
  hashes[name] = hash;
  const file = chunkFile(name, hash);
  writeFileSync(`${DIST}/${file}`, code);
  return file;
};

const json = (file: string, value: unknown): void =>
  writeFileSync(`${DIST}/${file}`, `${JSON.stringify(value, null, 2)}\n`);

rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST);

const banner = await chunk('banner', 'src/ui/banner.ts');
await chunk('preferences', 'src/ui/preferences.ts', `./${banner}`);
await chunk('evidence', 'src/entry/evidence.ts');
await chunk('history', 'src/entry/history.ts');
await chunk('outbox', 'src/entry/delivery.ts');
await chunk('sha256', 'src/record/sha256.ts');
for (const lang of ['ru', 'kk', 'en']) {
  await chunk(lang, `src/entry/texts/${lang}.ts`);
  await chunk(`${lang}-more`, `src/entry/texts/${lang}-more.ts`);
}
writeFileSync(`${DIST}/timebot-consent.js`, await codeOf(loaderBuild(hashes)));

await build(npmBuild);
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });

json('record.schema.json', recordSchema);
json('config.schema.json', publishedConfigSchema);
json('notices.json', await shippedNotices());

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
await buildCollector(`${DIST}/collector`, version);
