import { expect, test } from 'vitest';
import { visits } from '../../backend/fake/visits';
import { byEntry, isPassable, matches, NO_FILTER, signsOf, type Filter } from './entries';

const entries = byEntry(visits);
const shown = (filter: Partial<Filter>) => entries.filter((entry) => matches(entry, { ...NO_FILTER, ...filter })).map(({ entry }) => entry);

test('an entry that nobody has visited stands behind those that were', () => {
  expect(entries.map(({ entry, rows }) => [entry, rows.length])).toEqual([
    ['DESA-001', 2],
    ['DESA-002', 1],
    ['DESA-003', 0],
  ]);
});

test('each entry says what calls for a look', () => {
  expect(entries.map(signsOf)).toEqual([['waiting', 'differs', 'refuted', 'outside'], ['waiting', 'no-position'], ['missing', 'waiting']]);
});

test('only what all verifiers found eligible can be passed by one key', () => {
  expect(entries.filter(isPassable).map(({ entry }) => entry)).toEqual(['DESA-002']);
});

test('visits are found by what they say, by verdict, by district and by what calls for a look', () => {
  expect(shown({})).toEqual(['DESA-001', 'DESA-002', 'DESA-003']);
  expect(shown({ words: 'tambak 85' })).toEqual(['DESA-001']);
  expect(shown({ words: 'sk camat' })).toEqual(['DESA-001', 'DESA-002']);
  expect(shown({ verdict: 'confirmed' })).toEqual(['DESA-002']);
  expect(shown({ district: 'Loa Kulu' })).toEqual(['DESA-001', 'DESA-002']);
  expect(shown({ district: 'Loa Kulu', sign: 'no-position' })).toEqual(['DESA-002']);
  expect(shown({ words: 'klikmi', verdict: 'refuted' })).toEqual([]);
});
