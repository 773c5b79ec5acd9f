/** In which order the sheets lie on the desk, which of them are shown, and which one is next. */
import { compare } from '../../format/decimal';
import type { DeskRow, DeskState } from '../../generated/api';

export type Order = 'packet' | 'shuffled' | 'code' | 'title' | 'highest' | 'lowest';
export type Filter = { state: DeskState | null; category: string | null; words: string };

export const ORDERS: Order[] = ['packet', 'shuffled', 'code', 'title', 'highest', 'lowest'];
export const NO_FILTER: Filter = { state: null, category: null, words: '' };
export const STATES: DeskState[] = ['untouched', 'begun', 'final', 'recused'];

/** What a sheet is known by. */
export type SheetKey = { stage: string; entry: string };

export const same = (one: SheetKey | null, other: SheetKey | null) =>
  one !== null && other !== null && one.stage === other.stage && one.entry === other.entry;

/** The rows in this order; rows without a score stand last where scores order them. */
export function ordered(rows: DeskRow[], order: Order): DeskRow[] {
  if (order === 'packet') return rows;
  const { compare: compareText } = new Intl.Collator('id', { numeric: true });
  if (order === 'shuffled') {
    return [...rows].sort((a, b) => a.shuffled - b.shuffled || compareText(a.entry, b.entry));
  }
  if (order === 'code' || order === 'title') {
    const text = order === 'code' ? (row: DeskRow) => row.entry : (row: DeskRow) => row.title;
    return [...rows].sort((a, b) => compareText(text(a), text(b)));
  }
  const turn = order === 'highest' ? -1 : 1;
  return [...rows].sort((a, b) => {
    if (a.score === null || b.score === null) return Number(a.score === null) - Number(b.score === null);
    return turn * compare(a.score, b.score);
  });
}

export function matches(row: DeskRow, { state, category, words }: Filter): boolean {
  if (state !== null && row.state !== state) return false;
  if (category !== null && row.category !== category) return false;
  if (words === '') return true;
  const text = `${row.entry} ${row.title} ${row.agency}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export const isUnfinished = (row: DeskRow) => row.state === 'untouched' || row.state === 'begun';

/**
 * The nearest row after (`step` 1) or before (−1) the open one that is wanted. The open row keeps its place among all rows
 * though a filter hides it.
 */
export function neighbour(
  rows: DeskRow[],
  open: SheetKey | null,
  step: 1 | -1,
  wanted: (row: DeskRow) => boolean,
): DeskRow | null {
  const place = rows.findIndex((row) => same(row, open));
  let at = place < 0 && step < 0 ? rows.length : place;
  for (;;) {
    at += step;
    const row = rows[at];
    if (!row) return null;
    if (wanted(row)) return row;
  }
}

/** The next unfinished row that is wanted; after the last one it goes on from the first. */
export function nextUnfinished(
  rows: DeskRow[],
  open: SheetKey | null,
  wanted: (row: DeskRow) => boolean,
): DeskRow | null {
  const unfinished = (row: DeskRow) => isUnfinished(row) && wanted(row) && !same(row, open);
  return neighbour(rows, open, 1, unfinished) ?? rows.find(unfinished) ?? null;
}
