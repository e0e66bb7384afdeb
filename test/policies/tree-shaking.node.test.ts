import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { build } from 'vite';
import * as edition from '../../src/policies/timebot/2019-01-01.js';

const FILE = fileURLToPath(new URL('../../src/policies/timebot/2019-01-01.ts', import.meta.url));

/** What a build keeps of the edition where a module imports one export of it. */
const bundleOf = async (name: string): Promise<string> => {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry: 'entry.js', formats: ['es'] } },
    plugins: [
      {
        name: 'one-export',
        resolveId: (id) => (id.endsWith('entry.js') ? '\0entry.js' : undefined),
        load: (id) => (id === '\0entry.js' ? `export { ${name} } from ${JSON.stringify(FILE)};` : undefined),
      },
    ],
  });
  const [output] = [result].flat();
  assert.ok(output && 'output' in output);
  return output.output.map((part) => (part.type === 'chunk' ? part.code : '')).join('');
};

/** A text that no other export holds. */
const SIGNS: Readonly<Record<string, string>> = {
  core: 'needsService',
  evidence: edition.evidence.hash,
  facts: edition.facts.url,
  ruBanner: edition.ruBanner.summary,
  ruDetails: edition.ruDetails.term,
  kkBanner: edition.kkBanner.summary,
  kkDetails: edition.kkDetails.term,
  enBanner: edition.enBanner.summary,
  enDetails: edition.enDetails.term,
};

describe('a build of the edition', () => {
  for (const name of Object.keys(SIGNS)) {
    it(`takes ${name} alone`, async () => {
      const code = await bundleOf(name);
      const taken = Object.keys(SIGNS).filter((other) => code.includes(SIGNS[other] ?? ''));
      assert.deepEqual(taken, [name]);
    });
  }

  it('takes everything for the content', async () => {
    const code = await bundleOf('content');
    const missing = Object.keys(SIGNS).filter((name) => !code.includes(SIGNS[name] ?? ''));
    assert.deepEqual(missing, ['evidence'], 'all but the hash itself');
  });
});
