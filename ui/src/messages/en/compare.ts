/** Innovations compared, and the chair's what if. */
import type { Messages } from '../id';
import { n, some } from './counted';

export const compare: Messages['compare'] = {
  open: 'Compare',
  title: 'Compare innovations',
  sub: 'up to four; differences are from the first',
  pick: 'Innovations compared',
  entry: (at) => `Innovation ${n(at)}`,
  nobody: '(empty)',
  judge: (judge) => `Sheet of ${judge}`,
  note: 'Stages and criteria are weighted already; rows of sheets are each judge’s score. A dash: there is none, or it is not split so far.',
};

export const whatIf: Messages['whatIf'] = {
  open: 'What if',
  title: 'What if the rules were others',
  not: 'NOT THE RESULT. Only a trial with the same marks; it is kept nowhere.',
  weight: 'Weight of the stage',
  noWeight: 'none',
  aggregate: 'How judges’ scores are put together',
  cut: 'Cut',
  value: 'Size of the cut',
  noCut: 'no cut',
  cuts: { per_category: 'best so many', threshold: 'score at least', share: 'best percent' },
  nothing: 'Nothing is changed yet: both are the real standing.',
  same: 'The order stays the same.',
  moved: (entries) => `${some(entries, 'innovation')} would stand elsewhere.`,
  real: '# real',
  imagined: '# what if',
  realScore: 'Real score',
  imaginedScore: 'Score what if',
  reset: 'Back to the rules',
};
