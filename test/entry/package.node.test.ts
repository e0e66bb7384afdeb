import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { version } from '../../src/entry/version.js';
import { serviceNames } from '../../src/services/names.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = resolve(process.env['DIST'] ?? 'dist');

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly types: string;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly sideEffects: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest: Manifest = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));

/** A file of the package; what is built is taken from the build under test. */
const fileOf = (path: string): string =>
  path.startsWith('./dist/') ? join(DIST, path.slice('./dist/'.length)) : join(ROOT, path);

/** Modules of the npm build in these folders. */
const modulesIn = (...folders: readonly string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(`${DIST}/npm/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .map((file) => `${DIST}/npm/${folder}/${file}`),
  );

const FOLDERS = [
  'model',
  'record',
  'policies',
  'locales',
  'services',
  'store',
  'outbox',
  'gate',
  'signals',
  'ui',
  'entry',
];

/** A module's text without its comments, which may show an import. */
const codeOf = (file: string): string => readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\//g, '');

/** Runs code as a module under plain Node; what it prints. */
const run = (code: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 30_000,
  });

describe('the version', () => {
  it('in records and API is that of the package', () => assert.equal(version, manifest.version));

  it('is in the build', () => {
    assert.ok(readFileSync(`${DIST}/timebot-consent.js`, 'utf8').includes(manifest.version));
  });
});

describe('the package', () => {
  const targets = Object.entries(manifest.exports).flatMap(([subpath, target]) =>
    typeof target === 'string'
      ? [[subpath, 'default', target] as const]
      : Object.entries(target).map(([condition, path]) => [subpath, condition, path] as const),
  );

  it('exports its parts by a few names', () => {
    assert.ok(targets.length >= 5);
    for (const subpath of ['.', './define', './timebot-consent.js']) assert.ok(subpath in manifest.exports, subpath);
  });

  for (const [subpath, condition, path] of targets) {
    it(`has the file of ${subpath} (${condition})`, () => assert.ok(existsSync(fileOf(path)), path));
  }

  it('has its types', () => assert.ok(existsSync(fileOf(manifest.types)), manifest.types));

  it('names as files with side effects only files that there are', () => {
    for (const path of manifest.sideEffects) assert.ok(existsSync(fileOf(path)), path);
  });

  it('has a type declaration beside every module', () => {
    const missing = modulesIn(...FOLDERS)
      .map((file) => file.replace(/\.js$/, '.d.ts'))
      .filter((file) => !existsSync(file));
    assert.deepEqual(missing, []);
  });

  it('imports no package but its dependencies, and no file that is not there', () => {
    const wrong = modulesIn('.').flatMap((file) =>
      [...codeOf(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g)].flatMap(([, name = '']) => {
        const found = name.startsWith('.')
          ? existsSync(resolve(file, '..', name))
          : Object.keys(manifest.dependencies).some(
              (dependency) => name === dependency || name.startsWith(`${dependency}/`),
            );
        return found ? [] : `${file}: ${name}`;
      }),
    );
    assert.deepEqual(wrong, []);
  });
});

describe('services', () => {
  it('cost a site nothing that does not use them: nothing but a dynamic import leads to a manifest', () => {
    const entries = ['index.js', 'define.js'].map((file) => `${DIST}/npm/${file}`);
    const found = new Set(entries);
    for (const file of found) {
      for (const [, name = ''] of codeOf(file).matchAll(/(?:^|\n)\s*(?:import|export)\b[^;(]*?["'](\.[^"']+)["']/g)) {
        found.add(resolve(file, '..', name));
      }
    }
    assert.ok(found.size > 10, 'the imports are read');
    assert.deepEqual(
      [...found].filter((file) => /\/(services|signals)\//.test(file)),
      [],
    );
    for (const name of serviceNames) assert.ok(existsSync(`${DIST}/npm/services/${name}.js`), name);
  });
});

describe('the packed package', () => {
  /** Packs the build under test as `npm publish` would, and unpacks it away from every `node_modules`. */
  const withPackage = (use: (folder: string) => void): void => {
    const folder = mkdtempSync(join(tmpdir(), 'timebot-consent-package-'));
    const options = { encoding: 'utf8', stdio: 'pipe', shell: process.platform === 'win32' } as const;
    try {
      const source = join(folder, 'source');
      cpSync(join(ROOT, 'package.json'), join(source, 'package.json'));
      cpSync(DIST, join(source, 'dist'), { recursive: true });
      execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
        ...options,
        cwd: source,
      });
      rmSync(source, { recursive: true });
      execFileSync('tar', ['-xf', `${manifest.name}-${manifest.version}.tgz`], { ...options, cwd: folder });
      use(join(folder, 'package'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it('has a command that prints notices, for Node without any package', () =>
    withPackage((folder) => {
      const [command, ...others] = Object.entries(manifest.bin);
      assert.ok(command);
      const [name, path] = command;
      assert.deepEqual([name, others], [manifest.name, []], 'npx needs no more than the package’s name');
      const file = join(folder, path);
      assert.ok(readFileSync(file, 'utf8').startsWith('#!/usr/bin/env node\n'));
      if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o111, 0o111, 'it can be run');
      const ask = (...args: readonly string[]): string =>
        execFileSync(process.execPath, [file, ...args], { encoding: 'utf8', cwd: folder });
      assert.equal(ask('--version'), `${manifest.version}\n`);
      const notices = JSON.parse(ask('notices', join(ROOT, 'demo/site/consent.json')));
      assert.equal(notices.length, JSON.parse(readFileSync(join(folder, 'dist/notices.json'), 'utf8')).length);
      assert.deepEqual(readdirSync(dirname(file)), ['timebot-consent.mjs']);
    }));
});

describe('the modules without a view', () => {
  const modules = modulesIn('model', 'record', 'policies', 'locales', 'store', 'outbox');

  it('are all that the sources have', () => {
    for (const name of [
      'model/decisions',
      'record/record',
      'record/sha256',
      'store/mirror',
      'store/database',
      'outbox/drain',
    ]) {
      assert.ok(modules.includes(`${DIST}/npm/${name}.js`), name);
    }
  });

  it('load under plain Node, and loading them does nothing', () => {
    const code = `
      const before = Reflect.ownKeys(globalThis).length;
      const names = Object.keys(Object.prototype).length;
      for (const url of ${JSON.stringify(modules.map((file) => pathToFileURL(file).href))}) await import(url);
      console.log(JSON.stringify({
        globals: Reflect.ownKeys(globalThis).length - before,
        inherited: Object.keys(Object.prototype).length - names,
        waiting: process.getActiveResourcesInfo().filter((name) => /Timeout|Immediate|TCP|Message|Worker/.test(name)),
      }));`;
    assert.deepEqual(JSON.parse(run(code)), { globals: 0, inherited: 0, waiting: [] });
  });

  it('work there: a decision becomes a record and is read back', () => {
    const code = `
      import { decide } from ${JSON.stringify(pathToFileURL(`${DIST}/npm/model/decisions.js`).href)};
      import { offerOf } from ${JSON.stringify(pathToFileURL(`${DIST}/npm/model/offers.js`).href)};
      import { recordOf, serialise } from ${JSON.stringify(pathToFileURL(`${DIST}/npm/record/record.js`).href)};
      import { parseRecord } from ${JSON.stringify(pathToFileURL(`${DIST}/npm/record/parse.js`).href)};
      import { core, evidence } from ${JSON.stringify(pathToFileURL(`${DIST}/npm/policies/timebot/2019-01-01.js`).href)};
      const service = { id: 'pixel', purpose: 'ads', recipient: 'Example Ads' };
      const offer = offerOf(core.edition, { granted: 12, refused: 6 }, core.purposes, [service]);
      const { decision, action } = decide(undefined, 0, { policy: true, purposes: { ads: true } }, offer, 0);
      const record = recordOf(decision, action, offer, {
        id: '0b8f6c1e-7d1a-4c55-9a3e-2f60a1b4c7d8', subject: '5f1c9a0e3b7d42688c2e6f0a9d4b1375', prev: null,
        site: 'https://timebot.kz', actor: 'person', gpc: false, now: 0, policy: { id: 'timebot', ...evidence },
        notice: { lang: 'ru', layer: 'banner', hash: evidence.hash }, widget: '${manifest.version}',
      });
      console.log(parseRecord(serialise(record)).action, Object.keys(record.purposes).join());`;
    assert.equal(run(code), 'given necessary,personalisation,telemetry,ads\n');
  });
});
