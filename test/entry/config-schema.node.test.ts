import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { publishedConfigSchema } from '../../scripts/config-docs.js';
import { usable } from '../../src/entry/config.js';
import { ownSpec } from '../../src/entry/own-spec.js';
import { canonical } from '../../src/record/notice.js';
import { configs } from './configs.js';

// only own properties count: `__proto__` and `constructor` are keys like any other
const check = new Ajv2020({ ownProperties: true }).compile(publishedConfigSchema);

describe('the published schema of the config', () => {
  it('describes every key', () => {
    const { properties }: { properties: Record<string, { description?: string }> } = JSON.parse(
      JSON.stringify(publishedConfigSchema),
    );
    assert.deepEqual(Object.keys(properties), Object.keys(ownSpec));
    for (const [key, { description }] of Object.entries(properties))
      assert.match(description ?? '', /^[^]{10,}\.$/, key);
  });

  it('takes exactly what the widget keeps whole', () => {
    const seen = { kept: 0, cut: 0 };
    fc.assert(
      fc.property(configs, (made) => {
        const raw: unknown = JSON.parse(JSON.stringify(made));
        const whole = canonical(usable(raw, ownSpec) ?? null) === canonical(raw) && raw !== null;
        seen[whole ? 'kept' : 'cut']++;
        assert.equal(check(raw), whole, `${JSON.stringify(raw)}: ${JSON.stringify(check.errors)}`);
      }),
      { numRuns: 2000 },
    );
    assert.ok(seen.kept > 200 && seen.cut > 200, JSON.stringify(seen));
  });
});
