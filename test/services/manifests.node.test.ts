import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { manifests } from '../../src/services/all.js';
import { serviceNames } from '../../src/services/names.js';

const docs = readFileSync(new URL('../../docs/services.md', import.meta.url), 'utf8');

describe('what ships of services', () => {
  for (const name of serviceNames) {
    const { keeps = [], hosts = [], load, options = {}, recipient, country, purpose } = manifests[name];

    it(`${name} says what it keeps in every language, and whom it contacts`, () => {
      assert.ok(hosts.length > 0);
      assert.equal(recipient === undefined, country === undefined);
      for (const { name: kept, about = {} } of keeps) {
        assert.deepEqual(Object.keys(about).toSorted(), ['en', 'kk', 'ru'], kept);
        assert.equal(new Set(Object.values(about)).size, 3, `${kept}: each in its own words`);
      }
    });

    it(`${name} has nothing that JSON cannot hold`, () => {
      assert.deepEqual(JSON.parse(JSON.stringify(manifests[name])), manifests[name]);
    });

    if (load) {
      it(`${name} is in the documentation, with its options and its purpose`, () => {
        const row = docs.split('\n').find((line) => line.startsWith(`| \`${name}\` `)) ?? '';
        assert.ok(row.includes(`| \`${purpose}\` `), row);
        if (recipient) assert.ok(row.includes(`${recipient}, ${country}`), row);
        for (const [option, { required }] of Object.entries(options)) {
          if (required) assert.ok(row.includes(`**\`${option}\`**`), `${option}: ${row}`);
          else assert.ok(docs.includes(`\`${option}\``), option);
        }
      });
    }
  }
});
