/** A standing as lines of a table: entries, with the cut and the headings between them. */
import type { Messages } from '../../messages/id';
import type { CategoryRow, Obstacle, StandingRow, Standings, TieBreakKind } from '../../generated/api';

export type Line =
  | { kind: 'category'; name: string }
  | { kind: 'entry'; row: StandingRow }
  | { kind: 'cut'; passed: number; tied: boolean }
  | { kind: 'apart' };

export const isRanked = (row: StandingRow): boolean => row.rank !== null;

/** Category by category; the heading is left out when there is only one. */
export function lines(standings: Standings, categories: CategoryRow[]): Line[] {
  const codes = [...new Set(standings.rows.map((row) => row.category))];
  return codes.flatMap((code) => {
    const name = categories.find((category) => category.code === code)?.name ?? code;
    const heading: Line[] = codes.length > 1 ? [{ kind: 'category', name }] : [];
    return [...heading, ...ofCategory(standings.rows.filter((row) => row.category === code))];
  });
}

function ofCategory(rows: StandingRow[]): Line[] {
  const passing = rows.filter((row) => isRanked(row) && row.shortlisted === true);
  const failing = rows.filter((row) => isRanked(row) && row.shortlisted !== true);
  const apart = rows.filter((row) => !isRanked(row));
  const cut: Line[] =
    passing.length > 0 && failing.length > 0
      ? [{ kind: 'cut', passed: passing.length, tied: passing.some((row) => row.tied_across_cut) }]
      : [];
  const entry = (row: StandingRow): Line => ({ kind: 'entry', row });
  const heading: Line[] = apart.length > 0 ? [{ kind: 'apart' }] : [];
  return [...passing.map(entry), ...cut, ...failing.map(entry), ...heading, ...apart.map(entry)];
}

/** The step that broke a tie, by the name of what it looked at. */
export function stepName(step: string, standings: Standings, words: Messages, stages: { code: string; name: string }[]): string {
  const [kind, code = ''] = step.split(':') as [TieBreakKind, string?];
  if (kind === 'criterion') return standings.legend.find((criterion) => criterion.code === code)?.name ?? code;
  if (kind === 'stage') return stages.find((stage) => stage.code === code)?.name ?? code;
  return words.standings.steps[kind];
}

/** Why an entry is listed apart, with what it is about: “belum semua juri menilai: J8, J9”. */
export function obstacleText(obstacle: Obstacle, standings: Standings, t: Messages, stages: { code: string; name: string }[]): string {
  const stage = (code: string | null) => code && (stages.find((known) => known.code === code)?.name ?? code);
  const { filed, needed, trim, criterion } = obstacle;
  const about = [
    obstacle.reason,
    obstacle.judges.join(', '),
    criterion && (standings.legend.find((known) => known.code === criterion)?.name ?? criterion),
    stage(obstacle.cut),
    filed !== null && needed !== null && t.standings.ofNeeded(filed, needed),
    filed !== null && trim !== null && t.standings.dropped(filed, trim),
  ];
  return [stage(obstacle.stage), t.standings.obstacles[obstacle.kind], about.filter(Boolean).join(', ')].filter(Boolean).join(': ');
}
