/** The chair’s decisions. */
import type { Messages } from '../id';
import { n } from './counted';

export const decisions: Messages['decisions'] = {
  sub: 'Every decision has a reason, is recorded, and can be undone by another.',
  add: 'New decision',
  number: 'No.',
  what: 'Decision',
  reason: 'Reason',
  when: 'When',
  holds: 'holds',
  undone: 'undone',
  undo: 'Undo',
  empty: 'No decisions yet',
  emptyHint: 'Disqualifications, deductions, settled ties and publication are recorded here.',
  kinds: {
    disqualify: 'Disqualification',
    withdraw: 'Withdrawal',
    deduct: 'Deduction',
    reinstate: 'Reinstatement',
    'settle-tie': 'Tie settled',
    'settle-conflict': 'Conflict settled',
    'accept-late': 'Late file accepted',
    publish: 'Publication',
    'change-rules': 'Rules changed',
    undo: 'Undoing',
  },
  says: {
    points: (points) => `${points} points`,
    order: (order) => order,
    conflict: (judge, entry) => `${judge}, ${entry}`,
    rules: (again, rescaled) =>
      [rescaled > 0 ? `${n(rescaled)} criteria rescaled` : '', again > 0 ? `${n(again)} criteria given again` : ''].filter(Boolean).join(', ') ||
      'all marks kept',
    undo: (value) => `decision number ${n(value)}`,
  },
  kind: 'Kind of decision',
  entry: 'Code of the innovation',
  entryHint: 'Such as OPD-007.',
  points: 'Deduction',
  pointsHint: 'Taken from the final score.',
  orderLabel: 'The order decided, best first',
  orderHint: 'Codes separated by commas: OPD-003, OPD-021.',
  finalStanding: 'final standing',
  reasonHint: 'Printed in the minutes and kept in the journal.',
  publishHint: 'Freezes the result. Later changes show as a revision.',
  decide: 'Decide',
  decided: 'The decision is recorded.',
  wantReason: 'A reason is required.',
  wantEntry: 'The code of the innovation is missing.',
  wantPoints: 'Give a number above zero with at most 4 decimals.',
  undoTitle: (value) => `Undo decision number ${n(value)}`,
};
