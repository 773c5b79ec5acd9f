/** The journal: acts on record. */
import type { Messages } from '../id';

export const journal: Messages['journal'] = {
  title: 'Journal',
  sub: 'Every change is recorded in a chain; one altered line would show.',
  searchHint: 'Search device, content…',
  all: 'All acts',
  op: 'Act',
  at: 'When',
  device: 'Device',
  subject: 'About',
  number: 'No.',
  detail: 'Detail',
  hash: 'Hash',
  choose: 'Choose a line to see its detail.',
  empty: 'Nothing recorded yet.',
  ops: {
    create: 'create',
    import: 'import',
    judge: 'add judge',
    'add-judge': 'add judge',
    packet: 'make packet',
    open: 'open packet',
    mark: 'mark',
    recuse: 'stand aside',
    report: 'field report',
    'hand-over': 'hand over',
    merge: 'merge',
    decide: 'decide',
    export: 'write document',
    restore: 'restore',
  },
};
