import { expect, test } from 'vitest';
import type { DeskRow, DeskState } from '../../generated/api';
import { matches, neighbour, nextUnfinished, ordered, type Filter } from './order';

const row = (entry: string, state: DeskState, score: string | null = null): DeskRow => ({
  stage: 'penilaian',
  entry,
  title: `Judul ${entry}`,
  category: entry.slice(0, 3),
  agency: 'Dinas',
  state,
  score,
  missing: [],
  conflict: null,
  shuffled: 0,
});
const rows = [
  row('KEC-001', 'final', '44'),
  row('KEC-002', 'begun'),
  row('KEC-003', 'recused'),
  row('OPD-001', 'untouched'),
  row('OPD-002', 'final', '9.5'),
];
const key = (entry: string) => ({ stage: 'penilaian', entry });
const all: Filter = { state: null, category: null, words: '' };
const entries = (found: DeskRow[]) => found.map((found) => found.entry);

test('scores order by size, and rows without one stand last either way', () => {
  expect(entries(ordered(rows, 'highest')).slice(0, 2)).toEqual(['KEC-001', 'OPD-002']);
  expect(entries(ordered(rows, 'lowest')).slice(0, 2)).toEqual(['OPD-002', 'KEC-001']);
  expect(ordered(rows, 'packet')).toBe(rows);
});

test('a filter asks for state, category and every word', () => {
  const found = (filter: Partial<Filter>) => entries(rows.filter((row) => matches(row, { ...all, ...filter })));
  expect(found({ state: 'final' })).toEqual(['KEC-001', 'OPD-002']);
  expect(found({ category: 'OPD' })).toEqual(['OPD-001', 'OPD-002']);
  expect(found({ words: 'judul 002' })).toEqual(['KEC-002', 'OPD-002']);
  expect(found({})).toHaveLength(5);
});

test('next and previous pass over what the filter hides, from where the open sheet lies among all', () => {
  const finals = (row: DeskRow) => row.state === 'final';
  expect(neighbour(rows, key('KEC-002'), 1, finals)?.entry).toBe('OPD-002');
  expect(neighbour(rows, key('KEC-002'), -1, finals)?.entry).toBe('KEC-001');
  expect(neighbour(rows, key('OPD-002'), 1, finals)).toBeNull();
  expect(neighbour(rows, null, 1, finals)?.entry).toBe('KEC-001');
  expect(neighbour(rows, null, -1, finals)?.entry).toBe('OPD-002');
});

test('the next unfinished one is sought to the end and then from the start, never the open one itself', () => {
  expect(nextUnfinished(rows, key('KEC-002'), () => true)?.entry).toBe('OPD-001');
  expect(nextUnfinished(rows, key('OPD-002'), () => true)?.entry).toBe('KEC-002');
  expect(nextUnfinished(rows.slice(0, 3), key('KEC-002'), () => true)).toBeNull();
});

test('codes are ordered by their numbers', () => {
  const rows = [row('OPD-010', 'final'), row('OPD-002', 'final'), row('KEC-001', 'final')];
  expect(ordered(rows, 'code').map((row) => row.entry)).toEqual(['KEC-001', 'OPD-002', 'OPD-010']);
});

test('the own shuffled order goes by its number, then by code, and leaves the packet as it was', () => {
  const places = { 'KEC-001': 40, 'KEC-002': 7, 'OPD-010': 12, 'OPD-002': 12 };
  const rows = Object.entries(places).map(([entry, shuffled]) => ({ ...row(entry, 'untouched'), shuffled }));
  expect(entries(ordered(rows, 'shuffled'))).toEqual(['KEC-002', 'OPD-002', 'OPD-010', 'KEC-001']);
  expect(entries(rows)).toEqual(['KEC-001', 'KEC-002', 'OPD-010', 'OPD-002']);
});
