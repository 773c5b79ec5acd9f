/** Plots of a standing, with what they show as a sentence or table. */
import type { Messages } from '../id';
import { n } from './counted';

export const plots: Messages['plots'] = {
  open: 'Plots',
  title: 'Plots',
  which: 'Kind of plot',
  kinds: {
    distribution: 'Spread by judge',
    heat: 'Judge × innovation',
    buildUp: 'Score build-up',
    acceptability: 'Possible ranks',
    margin: 'Margins',
  },
  about: {
    distribution: (stage) => `All sheet scores of each judge in stage ${stage}: the line runs from lowest to highest, the box holds the middle half, the upright line is the median.`,
    heat: (stage) => `Each judge’s sheet score for each innovation in stage ${stage}; the stronger the colour, the higher.`,
    buildUp: 'What each part brings to the score, of the highest score there can be.',
    acceptability: (draws, seed, error) => `How often each innovation has each rank when the criteria’s weights are drawn: ${draws} draws, seed ${seed}, largest standard error ${error}.`,
    margin: 'The score of each ranked innovation, and how far it is above the next. Dashed line: the cut.',
  },
  advisory: 'Advisory only; it changes no result.',
  nothing: 'There is nothing to draw here yet.',
  asTable: 'As a table',
  firstOf: (drawn, of) => `The first ${n(drawn)} of ${n(of)} are drawn; all are in the table.`,
  saveSvg: 'Save SVG',
  savePng: 'Save PNG',
  saveTitle: 'Save plot',
  saved: 'Plot saved.',
  print: 'Print…',
  picture: 'Picture',
  judge: 'Judge',
  sheets: 'Sheets',
  five: ['Lowest', 'Quartile 1', 'Median', 'Quartile 3', 'Highest'],
  entry: 'Innovation',
  rank: '#',
  gap: 'Above the next by',
  cutBelow: 'cut',
  rankOf: (rank) => `Rank ${n(rank)}`,
};
