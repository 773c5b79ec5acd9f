/** Invented standings with a tie, a cut and rows apart. */
import type { Obstacle, ObstacleKind, StandingRow, Standings, Status } from '../../generated/api';
import { entries } from './entries';

const CRITERIA = ['efektivitas', 'efisiensi', 'dampak', 'keberlanjutan'];
const NAMES = ['Efektivitas', 'Efisiensi', 'Dampak nyata', 'Keberlanjutan'];
const SCORES = ['91.42', '90.07', '90.07', '88.90', '87.45', '87.40', '85.11', '83.60', '82.95', '80.02'];
const APART: [Status, ObstacleKind][] = [
  ['incomplete', 'not-filed'],
  ['conflict', 'conflict'],
  ['disqualified', 'decision'],
];
const RANKS = [1, 2, 2, 4, 5, 6, 7, 8, 9, 10];

const against = (kind: ObstacleKind): Obstacle => ({
  kind,
  stage: null,
  reason: kind === 'decision' ? 'Salinan dari inovasi lain.' : null,
  judges: kind === 'not-filed' ? ['J8', 'J9'] : [],
  criterion: null,
  cut: null,
  filed: null,
  needed: null,
  trim: null,
});

function ranked(category: string): StandingRow[] {
  const own = entries.filter((entry) => entry.category === category);
  return own.slice(0, 13).map((entry, at) => {
    const apart = at >= SCORES.length || at >= own.length - 1;
    const [status, obstacle] = APART[at % APART.length] ?? ['incomplete', 'not-filed'];
    return {
      rank: apart ? null : (RANKS[at] ?? null),
      entry: entry.entry,
      title: entry.title,
      agency: entry.agency,
      category,
      score: apart ? null : (SCORES[at] ?? null),
      exact: apart ? null : '4571/50',
      tied: at === 1 || at === 2,
      decided_by: at === 3 ? 'criterion:dampak' : null,
      sheets: 9,
      missing: apart && status === 'incomplete' ? ['J8', 'J9'] : [],
      missing_stages: [],
      recused: at === 0 ? ['J5'] : [],
      status: apart ? status : 'ranked',
      obstacle: apart ? against(obstacle) : null,
      of_filed: false,
      unassigned: [],
      criteria: apart
        ? []
        : CRITERIA.map((code, index) => ({
            code,
            mark: `${94 - at - index}.40`,
            weighted: `${23 - Math.floor((at + index) / 3)}.60`,
            permille: 236 - 10 * Math.floor((at + index) / 3),
          })),
      stages: apart ? [] : [{ code: 'penilaian', score: SCORES[at] ?? '0' }],
      deducted: null,
      shortlisted: apart ? null : at < 5,
      tied_across_cut: false,
    };
  });
}

export function standings(stage: string | null, category: string | null): Standings {
  const codes = category ? [category] : [...new Set(entries.map((entry) => entry.category))];
  return {
    stage,
    digits: 2,
    rounding: 'half-up',
    rounded_at: 'final',
    aggregate: stage ? 'mean' : null,
    legend: CRITERIA.map((code, index) => ({ code, name: NAMES[index] ?? code, weight: '25' })),
    rows: codes.flatMap(ranked),
    blocked: [
      { kind: 'conflict', judge: 'J3', stage: 'penilaian', entry: 'KEC-004', what: null },
      { kind: 'not-understood', judge: null, stage: null, entry: null, what: 'J5.nilai: tambahan' },
    ],
  };
}
