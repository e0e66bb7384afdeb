import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { publishedConfigSchema } from '../../scripts/config-docs.js';
import { usable } from '../../src/entry/config.js';
import { ownSpec } from '../../src/entry/own-spec.js';
import { canonical } from '../../src/record/notice.js';
import { manifestSchema } from '../../src/entry/manifest-schema.js';
import { validate } from '../../src/record/validate.js';
import { manifests } from '../../src/services/all.js';
import { serviceNames, type ServiceName } from '../../src/services/names.js';
import { configs } from './configs.js';

/** What an owner has to write. */
const SAMPLES: Readonly<Partial<Record<ServiceName, Readonly<Record<string, unknown>>>>> = {
  'google-ads': { id: 'AW-12345678' },
  'google-tag': { id: 'G-TEST1234' },
  'google-tag-manager': { id: 'GTM-TEST123' },
  matomo: { id: 7, url: 'https://stats.site.test/matomo' },
  'meta-pixel': { id: '123456789012345' },
  'microsoft-clarity': { id: 'abcdef1234' },
  'microsoft-uet': { id: '12345678' },
  posthog: { id: 'phc_abcdefghijklmnop', region: 'eu' },
  'tiktok-pixel': { id: 'C4ABCDEFGHIJKLMNOPQR' },
  'vk-ads': { id: '3141834' },
  'yandex-ads': { blocks: ['R-A-123456-1'] },
  'yandex-metrika': { id: '12345678' },
};

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

  describe('of services', () => {
    const takes = (service: unknown): boolean => check({ services: [service] });

    for (const use of serviceNames) {
      it(`has the options of ${use}, and no others`, () => {
        const { options = {}, advanced } = manifests[use];
        const required = Object.entries(options).filter(([, option]) => option.required);
        const entry = { use, ...Object.fromEntries(required.map(([key]) => [key, SAMPLES[use]?.[key]])) };
        assert.ok(takes(entry), JSON.stringify([entry, check.errors]));
        assert.ok(takes({ ...entry, as: 'other', purpose: 'ads', name: 'Other' }), JSON.stringify(check.errors));
        assert.equal(takes({ ...entry, mode: 'advanced' }), advanced === true);
        assert.ok(!takes({ ...entry, unknown: 1 }));
        for (const [key] of required) {
          assert.ok(!takes({ ...entry, [key]: undefined }) && !takes({ ...entry, [key]: '' }), key);
        }
      });
    }

    it('knows no others', () => {
      for (const use of ['google', '../x', 'constructor', 7]) assert.ok(!takes({ use, id: '1' }), String(use));
    });

    it('takes every manifest that ships as one of a site’s own', () => {
      for (const use of serviceNames) {
        const { options: _, id, hosts = [], ...manifest } = manifests[use];
        const own = { ...manifest, id: id ?? use, hosts: hosts.map((host) => host.replace(/\{\w+\}/, 'a.test')) };
        const service: unknown = JSON.parse(JSON.stringify(own));
        assert.ok(takes(service), `${use}: ${JSON.stringify(check.errors)}`);
        assert.equal(validate(service, manifestSchema), undefined, use);
      }
    });

    it('takes no hostile ones', () => {
      const sound = { id: 'x', purpose: 'ads', hosts: ['a.test'], load: ['https://a.test/x.js'] };
      assert.ok(takes(sound));
      for (const flaw of [
        { load: [['javascript', 'alert(1)'].join(':')] },
        { load: ['http://a.test/x.js'] },
        { hosts: ['*'] },
        { onload: 'alert(1)' },
        { srcdoc: '<p>' },
        { init: [{ call: 'a()' }] },
        { init: [{ onload: 'x' }] },
        { keeps: [{ in: 'cookie', name: '*' }] },
        { keeps: [{ in: 'cookie', name: '*a*a*a*a*a*a' }] },
        { tell: { always: [] } },
      ]) {
        assert.ok(!takes({ ...sound, ...flaw }), JSON.stringify(flaw));
      }
    });
  });
});
