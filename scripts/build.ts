/** Builds `dist/`, or the folder named as argument: the script tag with its chunks, the npm modules, the command, the collector, the schemas and the notices. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { minify } from 'terser';
import { build, type InlineConfig } from 'vite';
import { noticesOf } from '../src/command/notices.ts';
import { chunkFile } from '../src/entry/chunks.ts';
import { serviceNames } from '../src/services/names.ts';
import { recordSchema } from '../src/record/schema.ts';
import { chunkBuild, commandBuild, loaderBuild, npmBuild } from '../vite.config.ts';
import { buildCollector } from './build-collector.ts';
import { publishedConfigSchema } from './config-docs.ts';

const DIST = process.argv[2] ?? 'dist';

const codeOf = async (config: InlineConfig): Promise<string> => {
  const built = await build(config);
  const outputs = [built].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  const [chunk, ...rest] = outputs;
  if (chunk?.type !== 'chunk' || rest.length > 0) throw new Error(`expected one file, got ${outputs.length}`);
  if (!chunk.code.trim()) throw new Error(`${chunk.fileName} is empty: is its entry among "sideEffects"?`);
  // a second opinion, taken where it is shorter on the wire: mostly by a percent and a half
  const { code } = await minify(chunk.code, {
    module: chunk.exports.length > 0,
    ecma: 2020,
    compress: { passes: 4, ecma: 2020, unsafe: true, unsafe_arrows: true, unsafe_methods: true, pure_getters: true },
  });
  return code && brotliCompressSync(code).length < brotliCompressSync(chunk.code).length ? code : chunk.code;
};

/** Writes a chunk under a name made of its hash, which is checked before it runs; returns both. */
const chunk = async (name: string, entry: string, options?: Parameters<typeof chunkBuild>[1]) => {
  const code = await codeOf(chunkBuild(entry, options));
  const hash = createHash('sha256').update(code).digest('base64');
  const file = chunkFile(name, hash);
  writeFileSync(`${DIST}/${file}`, code);
  return { file, hashes: { [name]: hash } };
};

const json = (file: string, value: unknown): void =>
  writeFileSync(`${DIST}/${file}`, `${JSON.stringify(value, null, 2)}\n`);

rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST, { recursive: true });

// what a site shows that brings nothing of its own
const notices = await noticesOf({});
const noticeHash = (lang: string, layer: string) =>
  notices.find(({ notice }) => notice.lang === lang && notice.layer === layer)?.hash;

// from the leaves to the loader, which leads to what a visitor waits for; the page's chunk leads to everything else
const { file: lit, hashes: banner } = await chunk('banner', 'src/entry/banner.ts');
const first: Record<string, string> = {};
const further: Record<string, string> = {};
for (const lang of ['ru', 'kk', 'en']) {
  const of = (name: string, layer: string) =>
    chunk(name, `src/entry/texts/${name}.ts`, { exports: { notice: noticeHash(lang, layer) } });
  Object.assign(first, (await of(lang, 'banner')).hashes);
  Object.assign(further, (await of(`${lang}-more`, 'preferences')).hashes);
}
// only what a site brings leads to the choice of its services
const { hashes: choice } = await chunk('service-choice', 'src/entry/service-choice.ts', { lit: `./${lit}` });
for (const [name, entry, options] of [
  ['preferences', 'src/ui/preferences.ts', { lit: `./${lit}` }],
  ['own', 'src/entry/own.ts', { exports: { hashes: choice } }],
  ['sha256', 'src/record/sha256.ts', {}],
  ['outbox', 'src/entry/delivery.ts', {}],
  ['history', 'src/entry/history.ts', {}],
  ['script', 'src/entry/script.ts', {}],
  ['idle-config', 'src/entry/idle-config.ts', {}],
  ['owner', 'src/entry/owner.ts', {}],
  ['inspector', 'src/entry/inspector.ts', {}],
] as const) {
  Object.assign(further, (await chunk(name, entry, options)).hashes);
}
const manifests: Record<string, string> = {};
for (const name of serviceNames) {
  Object.assign(manifests, (await chunk(`service-${name}`, `src/services/${name}.ts`)).hashes);
}
const { hashes: embed } = await chunk('embed', 'src/entry/embed.ts');
const { hashes: always } = await chunk('always', 'src/entry/always.ts');
const { hashes: services } = await chunk('services', 'src/entry/services.ts', {
  exports: { hashes: { ...manifests, ...embed, ...always } },
});
const { hashes: page } = await chunk('page', 'src/entry/page.ts', { exports: { hashes: further } });
// put in last: a minifier chooses names by how often each character occurs, and hashes would make that a matter of luck
const hashes: Readonly<Record<string, string>> = { ...banner, ...first, ...page, ...services };
const loader = await codeOf(loaderBuild(Object.fromEntries(Object.keys(hashes).map((name) => [name, `@${name}@`]))));
writeFileSync(
  `${DIST}/timebot-consent.js`,
  loader.replace(/"@(\w+)@"/g, (_, name: string) => JSON.stringify(hashes[name])),
);

await build(npmBuild(`${DIST}/npm`));
execFileSync(
  process.execPath,
  ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', `${DIST}/npm`],
  { stdio: 'inherit' },
);

await build(commandBuild(`${DIST}/bin`));
chmodSync(`${DIST}/bin/timebot-consent.mjs`, 0o755);

writeFileSync(`${DIST}/api.d.ts`, "export * from './npm/entry/api.js';\n");
json('record.schema.json', recordSchema);
json('config.schema.json', publishedConfigSchema);
json('notices.json', notices);

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
await buildCollector(`${DIST}/collector`, version);
