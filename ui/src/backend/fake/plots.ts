/** Invented plots of the invented standings, and what they would be otherwise. */
import type { Commands, PlotPoint, Plots, WhatIf } from '../../generated/api';
import { standings } from './standings';

const point = (permille: number): PlotPoint => ({ shown: `${60 + Math.floor(permille / 25)}.${String((permille * 4) % 100).padStart(2, '0')}`, permille });
const JUDGES = ['Dr. Sri Wahyuni', 'Ir. Budi Santoso, M.T.', 'Drs. Hasan Basri', 'Nur Aini, S.Kom.'];
/** How high each judge marks an entry: a level of the entry, a habit of the judge, and something between. */
const level = (entry: number, judge: number) => Math.max(0, Math.min(1000, 940 - entry * 78 + ((judge * 37 + entry * 53) % 11) * 18 - judge * 45));

export function plots(category: string): Plots {
  const rows = standings(null, category).rows.filter((row) => row.rank !== null);
  const given = (judge: number) => rows.map((_, at) => level(at, judge));
  const five = (values: number[]): [PlotPoint, PlotPoint, PlotPoint, PlotPoint, PlotPoint] => {
    const sorted = [...values].sort((a, b) => a - b);
    const at = (part: number) => point(sorted[Math.round(part * (sorted.length - 1))] ?? 0);
    return [at(0), at(0.25), at(0.5), at(0.75), at(1)];
  };
  const place = (at: number) => Math.round(1000 - (1000 * at) / Math.max(1, rows.length - 1));
  return {
    stage: 'penilaian',
    low: point(0),
    high: point(1000),
    judges: JUDGES.map((name, judge) => ({ judge: `J${judge + 1}`, name, sheets: rows.length, five: five(given(judge)), points: given(judge) })),
    entries: rows.map(({ entry, title }, at) => ({ entry, title, cells: JUDGES.map((_, judge) => (at === 3 && judge === 2 ? null : point(level(at, judge)))) })),
    scale: [
      { shown: '80.02', permille: 0 },
      { shown: '91.42', permille: 1000 },
    ],
    ranked: rows.map(({ entry, title, rank, score }, at) => ({
      entry,
      title,
      rank: rank ?? 0,
      score: { shown: score ?? '', permille: place(at) },
      gap: at === rows.length - 1 ? null : at === 1 ? '0.00' : '1.17',
      cut_below: at === 4,
    })),
  };
}

/** The first two change places whatever is asked. */
export function whatIf({ stage, category, changes }: Commands['what_if']['request']): WhatIf {
  const rows = standings(stage ?? null, category).rows;
  const swapped = changes.length > 0 ? [rows[1], rows[0], ...rows.slice(2)] : rows;
  const all = swapped.flatMap((row, at) => {
    if (!row) return [];
    const before = { rank: row.rank, score: row.score, status: row.status };
    const after = changes.length > 0 && at < 2 ? { ...before, rank: at + 1, score: at === 0 ? '91.80' : '90.95' } : before;
    return [{ entry: row.entry, title: row.title, before, after, passes_before: row.shortlisted, passes_after: row.shortlisted, moved: before.rank !== after.rank }];
  });
  return { rows: all, moved: all.filter((row) => row.moved).length };
}
