import { resolve } from 'node:path';
import { defineConfig, type InlineConfig, type Plugin } from 'vite';
import { litUse } from './scripts/check-lit-use.ts';
import { minifyTemplates } from './scripts/minify-templates.ts';
import { slimLit } from './scripts/slim-lit.ts';

/** What every build shares. Hashes and sizes are ours to state, so Vite measures nothing. */
const base = { configFile: false, logLevel: 'warn', publicDir: false } as const;
const target = 'es2022';

/** A virtual module with one JSON value. */
const constant = (id: string, name: string, value: unknown): Plugin => ({
  name: `constant:${id}`,
  resolveId: (source) => (source === id ? `\0${id}` : undefined),
  load: (source) => (source === `\0${id}` ? `export const ${name} = ${JSON.stringify(value)};` : undefined),
});

export type Hashes = Readonly<Record<string, string>>;

export interface ChunkOptions {
  /** Address of the chunk that Lit is in. */
  readonly lit?: string;
  readonly exports?: Readonly<Record<string, unknown>>;
}

/** Adds constants of the build to a chunk's entry. */
const withExports = (entry: string, exports: Readonly<Record<string, unknown>>): Plugin => ({
  name: 'with-exports',
  transform: (code, id) => {
    if (id !== resolve(entry)) return undefined;
    const constants = Object.entries(exports).map(
      ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
    );
    return { code: [code, ...constants].join('\n'), map: null };
  },
});

/**
 * One file of the script-tag build, in memory. Every file is a build of its own: with code splitting, modules that two of
 * them use would become further files and requests, and the loader could not be a classic script.
 */
export const chunkBuild = (entry: string, { lit, exports = {} }: ChunkOptions = {}): InlineConfig => ({
  ...base,
  plugins: [minifyTemplates(), litUse(), slimLit(), withExports(entry, exports)],
  build: {
    target,
    write: false,
    minify: true,
    reportCompressedSize: false,
    lib: { entry, formats: ['es'] },
    rolldownOptions: {
      // the preferences take their Lit from the banner's chunk
      external: lit ? ['lit'] : [],
      output: { minify: true, comments: false, ...(lit && { paths: { lit } }) },
    },
  },
});

/** The loader: a classic script that leaves no globals but the API. */
export const loaderBuild = (hashes: Hashes): InlineConfig => ({
  ...base,
  plugins: [constant('virtual:chunks', 'hashes', hashes)],
  build: {
    target,
    write: false,
    minify: true,
    reportCompressedSize: false,
    lib: { entry: 'src/entry/loader.ts', formats: ['iife'], name: 'timebotConsentLoader' },
    rolldownOptions: { output: { minify: true, comments: false, exports: 'none' } },
  },
});

/** The npm build: readable modules, one for each of ours, with lit and idb-keyval left to the user's bundler. */
export const npmBuild = (outDir: string): InlineConfig => ({
  ...base,
  build: {
    target,
    outDir,
    emptyOutDir: true,
    minify: false,
    reportCompressedSize: false,
    lib: { entry: { index: 'src/entry/index.ts', define: 'src/entry/define.ts' }, formats: ['es'] },
    rolldownOptions: {
      external: [/^lit(\/|$)/, /^idb-keyval(\/|$)/],
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
});

/** The package's command: one readable file for Node, which needs no package and no `package.json` beside it. */
export const commandBuild = (outDir: string): InlineConfig => ({
  ...base,
  build: {
    ssr: true,
    target: 'node20',
    outDir,
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: { 'timebot-consent': 'src/command/cli.ts' },
      output: { entryFileNames: '[name].mjs' },
    },
  },
});

export default defineConfig({ publicDir: false });
