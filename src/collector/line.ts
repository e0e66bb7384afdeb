import type { ConsentRecord } from '../record/record.js';

/**
 * One line about a record, for a terminal. It leaves the subject out, which is a capability; what it shows cannot hold
 * control characters, because the schema bounds it.
 */
export const lineOf = ({ at, action, policy, purposes }: ConsentRecord, verdict: 'created' | 'seen'): string => {
  const granted = Object.keys(purposes).filter((id) => purposes[id]);
  return [
    at,
    action,
    policy.accepted ? 'policy accepted' : 'policy not accepted',
    `granted: ${granted.join(', ') || 'nothing'}`,
    ...(verdict === 'seen' ? ['sent again'] : []),
  ].join(' · ');
};
