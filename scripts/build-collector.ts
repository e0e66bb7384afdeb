import { chmod, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What the service needs at run time; the ranges are those that the tests run with. */
const DEPENDENCIES = ['fastify', 'libsql'] as const;

const README = `# timebot-consent-collector

Receives the consent records of timebot-consent and keeps them in an SQLite file.

\`\`\`sh
npx timebot-consent-collector --database ./consents.db --origin https://www.example.kz
\`\`\`

\`--help\` lists the options. As a library, \`createCollector(options)\` gives a Fastify application and \`collectorPlugin\`
a plugin for an application that you have. Needs Node 20.19 or newer.

It stores each record's exact bytes and when they arrived. It neither stores nor logs IP addresses.
`;

const stringAt = (value: unknown, ...path: readonly string[]): string => {
  const found = path.reduce<unknown>(
    (part, key) =>
      typeof part === 'object' && part !== null ? Object.getOwnPropertyDescriptor(part, key)?.value : undefined,
    value,
  );
  if (typeof found !== 'string') throw new Error(`package.json has no text at ${path.join('.')}`);
  return found;
};

const TYPE_FLAGS =
  '--ignoreConfig --declaration --emitDeclarationOnly --strict --skipLibCheck --noCheck --target es2023 --module esnext --moduleResolution bundler --types node';

/** Type declarations of the library entry and of what it imports. */
const emitTypes = (outDir: string): void => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/typescript/bin/tsc'),
      ...TYPE_FLAGS.split(' '),
      '--rootDir',
      join(root, 'src'),
      '--outDir',
      join(outDir, 'types'),
      join(root, 'src/collector/collector.ts'),
    ],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`tsc could not emit the collector's types:\n${stdout}${stderr}`);
};

/**
 * Builds the collector as a package of its own, the record's code bundled in, so that site owners who only embed the
 * widget install none of its dependencies. The same sources give the same bytes.
 */
export const buildCollector = async (outDir: string, version: string): Promise<void> => {
  const out = resolve(outDir);
  const own: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    define: { __COLLECTOR_VERSION__: JSON.stringify(version) },
    build: {
      ssr: true,
      target: 'node20',
      outDir: out,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: { cli: join(root, 'src/collector/cli.ts'), collector: join(root, 'src/collector/collector.ts') },
        external: [/^node:/, ...DEPENDENCIES],
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared.js' },
      },
    },
  });
  await chmod(join(out, 'cli.js'), 0o755);
  emitTypes(out);

  const manifest = {
    name: 'timebot-consent-collector',
    version,
    description: 'Receives the consent records of timebot-consent and keeps them in an SQLite file.',
    license: 'MIT',
    type: 'module',
    engines: { node: stringAt(own, 'engines', 'node') },
    bin: { 'timebot-consent-collector': './cli.js' },
    exports: {
      '.': { types: './types/collector/collector.d.ts', default: './collector.js' },
      './package.json': './package.json',
    },
    files: ['*.js', 'types'],
    dependencies: Object.fromEntries(DEPENDENCIES.map((name) => [name, stringAt(own, 'devDependencies', name)])),
  };
  await writeFile(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(join(out, 'README.md'), README);
  await copyFile(join(root, 'LICENSE'), join(out, 'LICENSE'));
};
