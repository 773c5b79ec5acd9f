/** What the scores of a standing are made of, entry by entry. */
import type { StandingRow, Standings } from '../../../generated/api';

export type Built = {
  /** The parts' names, in the order of the rules. */
  names: string[];
  entries: { rank: number; entry: string; title: string; score: string; parts: number[]; shown: string[]; deducted: number; taken: string | null }[];
};

/** By criterion where every entry has them, as in a stage or where one stage counts; else by stage. */
export function built(standings: Standings, category: string, stages: { code: string; name: string }[]): Built {
  const rows = standings.rows.filter((row) => row.category === category && row.rank !== null && row.score !== null);
  const byCriterion = rows.length > 0 && rows.every((row) => row.criteria.length > 0);
  const of = (row: StandingRow) => (byCriterion ? row.criteria : row.stages);
  const codes = [...new Set(rows.flatMap((row) => of(row).map(({ code }) => code)))];
  const known = byCriterion ? standings.legend : stages;
  return {
    names: codes.map((code) => known.find((one) => one.code === code)?.name ?? code),
    entries: rows.map((row) => {
      const parts = codes.map((code) => of(row).find((part) => part.code === code));
      return {
        rank: row.rank ?? 0,
        entry: row.entry,
        title: row.title,
        score: row.score ?? '',
        parts: parts.map((part) => part?.permille ?? 0),
        shown: parts.map((part) => part?.weighted ?? ''),
        deducted: row.deducted_permille,
        taken: row.deducted,
      };
    }),
  };
}
