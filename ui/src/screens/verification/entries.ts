/** Visits by the entry they were to, as the board shows them. */
import type { NotVisited, Visits, VisitRow } from '../../generated/api';

export type Visited = {
  /** Stage and entry. */
  key: string;
  stage: string;
  entry: string;
  title: string;
  rows: VisitRow[];
};

const keyOf = ({ stage, entry }: { stage: string; entry: string }) => `${stage}/${entry}`;

/** Entries with their visits, then those that wait at a gate and were not visited. */
export function byEntry({ rows, not_visited }: Visits): Visited[] {
  const found = new Map<string, Visited>();
  const add = (one: VisitRow | NotVisited): Visited => {
    const key = keyOf(one);
    const known = found.get(key);
    if (known) return known;
    const { stage, entry, title } = one;
    const visited: Visited = { key, stage, entry, title, rows: [] };
    found.set(key, visited);
    return visited;
  };
  for (const row of rows) add(row).rows.push(row);
  for (const one of not_visited) add(one);
  return [...found.values()];
}

/** Whether every verifier finished and found the entry eligible, and the gate waits. */
export const isPassable = ({ rows }: Visited): boolean =>
  rows.length > 0 && rows.every((row) => row.gate === 'waiting' && row.state === 'final' && row.recommendation === 'eligible');

/** The visits as a decision names them. */
export const seen = (rows: VisitRow[]) => rows.map(({ entry, visit, hand_over }) => ({ entry, visit, hand_over: hand_over ?? '' }));

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Each claim with what every visit found of it. */
export function claimsOf(rows: VisitRow[]) {
  const texts: string[] = [];
  for (const claim of rows.flatMap((row) => row.claims)) {
    if (!texts.some((text) => same(text, claim.text))) texts.push(claim.text);
  }
  return texts.map((text) => ({
    text,
    found: rows.map((row) => row.claims.find((claim) => same(claim.text, text)) ?? null),
    differs: rows[0]?.differs.some((one) => same(one, text)) ?? false,
    settled: rows[0]?.settled.find((one) => same(one.claim, text)) ?? null,
  }));
}
