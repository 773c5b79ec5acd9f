/** The entry a person asks about first: the one just above, or for the first the one just below. */
import type { StandingRow } from '../../../generated/api';

type Ranked = Pick<StandingRow, 'entry' | 'category' | 'rank'>;

export function rival(row: Ranked, rows: Ranked[]): string | null {
  const ranked = rows.filter((other) => other.category === row.category && other.rank !== null);
  const at = ranked.findIndex((other) => other.entry === row.entry);
  if (at < 0) return null;
  return (ranked[at - 1] ?? ranked[at + 1])?.entry ?? null;
}
