/** The rules of judging. */
import type { Messages } from '../id';
import { n, some } from './counted';

export const rules: Messages['rules'] = {
  revision: (value) => `revision ${n(value)}`,
  source: 'Where the rules come from',
  rounding: 'Rounding',
  roundingSays: (digits, mode, at) => `${some(digits, 'decimal')}, ${mode}, ${at}.`,
  modes: { 'half-up': 'half up', 'half-even': 'half to even', down: 'cut down' },
  levels: {
    sheet: 'rounded from the sheet scores upwards',
    stage: 'rounded from the stage scores upwards',
    final: 'rounded only in the final score',
  },
  scores: {
    'weighted-mean': 'weighted mean',
    points: 'sum of weight × mark',
    percent: 'percent of the highest score',
  },
  aggregates: {
    mean: 'mean of the judges',
    median: 'median of the judges',
    'trimmed-mean': 'mean of the judges without the extremes',
    sum: 'sum of the judges',
    'standardised-mean': 'standardised mean of the judges',
  },
  missing: { 'require-all': 'all judges must file', 'of-filed': 'counted from the judges who filed' },
  trim: (value) => `without the ${n(value)} highest and ${n(value)} lowest`,
  minJudges: (value) => `at least ${some(value, 'judge')}`,
  kinds: {
    registration: 'registration',
    eligibility: 'check of papers',
    scoring: 'scoring',
    verification: 'field verification',
    presentation: 'presentation',
    objection: 'public objection',
    award: 'award',
  },
  weight: (weight) => `weight ${weight}`,
  share: (weight) => `share of the final ${weight}`,
  shortlist: 'Shortlist',
  shortlists: {
    per_category: (value) => `best ${value} of each category`,
    threshold: (value) => `a score of at least ${value}`,
    share: (value) => `best ${value}% of each category`,
  },
  tieBreak: 'When tied',
  scale: (min, max, step) => `${min}–${max}, step ${step}`,
  noDates: 'no dates yet',
  categories: 'Categories',
  obligation: (value) => `Every agency owes at least ${some(value, 'innovation')}.`,
  hash: 'Hash of the rules',
  text: 'See as TOML',
  rubric: 'Rubric',
  how: 'How it is computed',
};
