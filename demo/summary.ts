import type { ConsentRecord } from '../src/record/record.js';

/** One line of what a visitor chose. The subject is a capability, so it is left out. */
export const summaryOf = ({ action, policy, purposes, notice }: ConsentRecord): string => {
  const granted = Object.keys(purposes).filter((purpose) => purposes[purpose]);
  return [
    action.padEnd(9),
    `policy ${policy.accepted ? 'yes' : 'no '}`,
    `${notice.lang} ${notice.layer.padEnd(11)}`,
    `granted: ${granted.join(', ') || 'nothing'}`,
  ].join('  ');
};
