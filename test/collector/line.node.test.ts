import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineOf } from '../../src/collector/line.js';
import { sampleRecord } from './sample.js';

test('a line tells when, what and for which purposes, and not who', () => {
  const record = sampleRecord();
  const line = lineOf(record, 'created');
  assert.equal(line, '2025-03-01T10:20:30.456Z · given · policy accepted · granted: necessary, telemetry');
  const refused = {
    ...record,
    action: 'refused',
    policy: { ...record.policy, accepted: false },
    purposes: { ads: false },
  } as const;
  assert.equal(
    lineOf(refused, 'seen'),
    '2025-03-01T10:20:30.456Z · refused · policy not accepted · granted: nothing · sent again',
  );
});
