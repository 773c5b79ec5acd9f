/** The plenary screen: what everybody sees on the projector, and the chair's panel for it. */
import type { Messages } from '../id';
import { n } from './counted';

export const plenary: Messages['plenary'] = {
  title: 'Plenary screen',
  open: 'Plenary screen',
  project: 'Open screen',
  projected: 'Screen is open',
  unproject: 'Close screen',
  end: 'Done',
  black: 'Black',
  scores: 'Scores',
  blind: 'Without names',
  back: 'Hide again',
  next: 'Next',
  keys: 'PageDown, PageUp and B work here and on the screen; Esc closes the screen.',
  revealed: (revealed, places) => `${n(revealed)} of ${n(places)} places revealed`,
  coming: (rank, who) => `Next is rank ${n(rank)}: ${who}`,
  all: 'All are revealed.',
  restarted: 'The standing changed: the revealing begins anew.',
  hidden: (places) => `${n(places)} more to come`,
  nothingYet: 'Nothing is revealed yet.',
  pair: 'Two innovations side by side on the screen',
  side: 'Two side by side',
  pairNone: '(empty)',
  pairFirst: 'Left',
  pairSecond: 'Right',
};
