/** Visits by the entry they were to, as the board shows, searches and filters them. */
import type { GateState, NotVisited, Verdict, Visits, VisitRow } from '../../generated/api';

export type Visited = {
  /** Stage and entry. */
  key: string;
  stage: string;
  entry: string;
  title: string;
  agency: string;
  district: string;
  gate: GateState | null;
  rows: VisitRow[];
};

const keyOf = ({ stage, entry }: { stage: string; entry: string }) => `${stage}/${entry}`;

/** Entries with their visits, then nominees that nobody has visited. */
export function byEntry({ rows, not_visited }: Visits): Visited[] {
  const found = new Map<string, Visited>();
  const add = (one: VisitRow | NotVisited): Visited => {
    const key = keyOf(one);
    const known = found.get(key);
    if (known) return known;
    const { stage, entry, title, agency, district, gate } = one;
    const visited: Visited = { key, stage, entry, title, agency, district, gate, rows: [] };
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

/** How many photos of its visits say nothing of where they were taken. */
export const withoutPosition = ({ rows }: Visited): number =>
  rows.flatMap((row) => row.photos).filter((photo) => photo.notes.includes('no-position')).length;

/** What calls for a look at an entry, in the order in which the chair would ask. */
export const SIGNS = ['missing', 'draft', 'waiting', 'differs', 'refuted', 'no-position', 'outside'] as const;
export type Sign = (typeof SIGNS)[number];

const SHOWS: Record<Sign, (visited: Visited) => boolean> = {
  missing: ({ rows }) => rows.length === 0,
  draft: ({ rows }) => rows.some((row) => row.state === 'draft'),
  waiting: ({ gate }) => gate === 'waiting',
  differs: ({ rows }) => rows.some((row) => row.differs.length > 0),
  refuted: ({ rows }) => rows.some((row) => row.claims.some((claim) => claim.verdict === 'refuted')),
  'no-position': (visited) => withoutPosition(visited) > 0,
  outside: ({ rows }) => rows.some((row) => row.outside_dates),
};

export const signsOf = (visited: Visited): Sign[] => SIGNS.filter((sign) => SHOWS[sign](visited));

/** Which entries are shown: those that have all of it. */
export type Filter = { words: string; verdict: Verdict | null; district: string | null; sign: Sign | null };
export const NO_FILTER: Filter = { words: '', verdict: null, district: null, sign: null };

/** All words of its visits, in small letters. */
function textOf({ entry, title, agency, rows }: Visited): string {
  const said = rows.flatMap((row) => [
    row.judge,
    row.place,
    row.notes,
    row.objection,
    row.dissent,
    row.reason,
    ...Object.values(row.office),
    ...row.team.flatMap((one) => Object.values(one)),
    ...row.respondents.flatMap(({ initials, role, why }) => [initials, role, why]),
    ...row.claims.flatMap(({ text, claimed, found, note }) => [text, claimed, found, note]),
    ...row.photos.map(({ caption }) => caption),
  ]);
  return [entry, title, agency, ...said].join('\n').toLowerCase();
}

export function matches(visited: Visited, { words, verdict, district, sign }: Filter): boolean {
  if (district !== null && visited.district !== district) return false;
  if (sign !== null && !SHOWS[sign](visited)) return false;
  if (verdict !== null && !visited.rows.some((row) => row.claims.some((claim) => claim.verdict === verdict))) return false;
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return true;
  const text = textOf(visited);
  return wanted.every((word) => text.includes(word));
}

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
