import type { Messages } from '../id';
import { n, some } from './counted';

export const situation: Messages['situation'] = {
  phases: {
    preparing: 'IN PREPARATION',
    provisional: 'PROVISIONAL',
    complete: 'COMPLETE',
    published: 'PUBLISHED',
    changed: 'CHANGED SINCE PUBLICATION',
  },
  waits: {
    entries: 'no innovations yet: import the registration',
    judges: 'the panel is empty',
    packets: (judges) => `${some(judges, 'judge')} without a packet`,
    conflicts: (sheets) => `${some(sheets, 'conflict')} to settle`,
    late: (files) => `${some(files, 'late hand-over')}`,
    stage: (name) => `${name} not judged yet`,
    sheets: (stage, judges) => `${stage}: ${judges.map(([judge, sheets]) => `${judge} owes ${some(sheets, 'sheet')}`).join(', ')}`,
    manySheets: (stage, judges, sheets) => `${stage}: ${some(judges, 'judge')} owe ${some(sheets, 'sheet')}`,
    unscored: (entries) => `${some(entries, 'innovation')} without a score`,
    tie: (category, rank, entries) => `tie at rank ${n(rank)} in ${category}: ${entries.length > 3 ? some(entries.length, 'innovation') : entries.join(', ')}`,
    notUnderstood: (files) => `${some(files, 'file')} with something this version does not know`,
  },
  more: (value) => `and ${n(value)} more`,
  nothing: {
    preparing: 'Hand out the packets and wait for the first hand-over.',
    provisional: 'The order may still change.',
    complete: 'All marks are in.',
    published: 'Nothing waits.',
    changed: 'The final standing is another than the published one.',
  },
  toPublish: 'Publish the result…',
  noKeys: 'This computer does not have the chair’s keys of this competition: all can be looked at, but nothing decided, merged or published.',
};

export const publish: Messages['publish'] = {
  title: 'Publish the result',
  sub: 'Check first; once published, every change shows as a revision.',
  list: 'Check-list',
  look: 'Look',
  blocks: '· must be done first',
  changes: '· the order may still change',
  allowed: '· may stay as it is',
  checks: (open) =>
    [
      open.includes('conflicts') ? '' : 'No marks contradict each other',
      open.includes('stage') ? '' : 'Every stage with a weight is judged',
      open.includes('sheets') || open.includes('stage') ? '' : 'All sheets are in',
      open.includes('tie') ? '' : 'No tie at a rank with a title',
    ].filter(Boolean),
  meant: 'The result is not complete. I mean to publish it all the same.',
  reasonHint: 'For example: plenary meeting of …, minutes number …',
  now: 'Publish',
  done: 'The result is published. Save the winner list and the result pack here.',
  stands: (at) => `The result was published ${at} and still stands.`,
  first: 'What will be published',
  firstProvisional: 'Provisional order',
};
