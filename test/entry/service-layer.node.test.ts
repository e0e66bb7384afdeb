import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { offerBy, parseConfig } from '../../src/entry/config.js';
import { serviceLayer } from '../../src/entry/service-layer.js';
import { services as en } from '../../src/locales/en.js';
import { services as ru } from '../../src/locales/ru.js';
import { core } from '../../src/policies/timebot/2019-01-01.js';

const stated = (...services: readonly unknown[]) => {
  const raw = { services };
  // they have no prototype, which is of no interest here
  return structuredClone(serviceLayer(raw, offerBy(parseConfig(raw), core), 'en').stated);
};
const counter = { id: 'counter', purpose: 'telemetry' };

describe('what is told of services', () => {
  it('is what the owner states, of each that is offered, in the order of the offer', () => {
    const keeps = [{ in: 'cookie', name: '_c', days: 0.5, about: { en: 'counts' }, host: 'a.example', httpOnly: true }];
    assert.deepEqual(
      stated(
        { id: 'nowhere', purpose: 'unknown', vendor: 'No' },
        { id: 'a', purpose: 'telemetry' },
        { ...counter, vendor: 'Acme', keeps, load: [] },
      ),
      [{ id: 'a' }, { id: 'counter', vendor: 'Acme', keeps }],
    );
  });

  it('is of the service that is offered, where two have its id', () => {
    assert.deepEqual(stated({ id: 'counter', purpose: 'unknown', vendor: 'No' }, { ...counter, vendor: 'Acme' }), [
      { id: 'counter', vendor: 'Acme' },
    ]);
  });

  it('leaves out what cannot be used, and never says "nothing" for it', () => {
    const kept = { in: 'local', name: 'k' };
    assert.deepEqual(
      stated({ ...counter, vendor: 7, keeps: [kept, { in: 'pocket', name: 'k' }, 7, { in: 'cookie' }] }),
      [{ id: 'counter', keeps: [kept] }],
    );
    for (const keeps of [[7], 'cookies', {}, null])
      assert.deepEqual(stated({ ...counter, keeps }), [{ id: 'counter' }]);
    assert.deepEqual(stated({ ...counter, keeps: [] }), [{ id: 'counter', keeps: [] }]);
  });

  it('stands on Russian in a language that does not ship', () => {
    const offer = offerBy({}, core);
    assert.equal(serviceLayer({}, offer, 'uz').texts, ru);
    assert.equal(serviceLayer({}, offer, 'en').texts, en);
  });
});
