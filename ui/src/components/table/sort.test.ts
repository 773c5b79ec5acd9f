import { expect, test } from 'vitest';
import type { Kind, Value } from './column';
import { sorted, turned } from './sort';

function check(kind: Kind, values: Value[], ascending: Value[], descending: Value[]) {
  const column = { id: 'a', title: 'A', kind, value: (row: { value: Value }) => row.value };
  const rows = values.map((value) => ({ value }));
  const said = (down: boolean) => sorted(rows, column, down, 'id').map(({ value }) => value);
  expect(said(false)).toEqual(ascending);
  expect(said(true)).toEqual(descending);
}

test('texts are ordered as a reader does it: by letters whatever their case, numbers within codes by size', () => {
  check('text', ['J10', 'j2', 'Émil', 'Fajar', 'eka'], ['eka', 'Émil', 'Fajar', 'j2', 'J10'], ['J10', 'j2', 'Fajar', 'Émil', 'eka']);
});

test('decimals are ordered by size, to the last digit', () => {
  check('decimal', ['9.5', '85', '85.0000000001', '-1'], ['-1', '9.5', '85', '85.0000000001'], ['85.0000000001', '85', '9.5', '-1']);
});

test('moments are ordered in time, whatever their zone', () => {
  const [early, late] = ['2026-11-21T10:00:00+07:00', '2026-11-21T04:00:00Z'];
  check('moment', [late, early], [early, late], [late, early]);
});

test('rows that say nothing come last in either direction', () => {
  check('number', [null, 2, 10], [2, 10, null], [10, 2, null]);
  check('text', ['', 'b', null, 'a'], ['a', 'b', '', null], ['b', 'a', '', null]);
});

test('equal rows keep the order they were given in', () => {
  const rows = ['b1', 'a1', 'b2', 'a2'];
  const column = { id: 'a', title: 'A', value: (row: string) => row[0] ?? '' };
  expect(sorted(rows, column, false, 'id')).toEqual(['a1', 'a2', 'b1', 'b2']);
  expect(sorted(rows, column, true, 'id')).toEqual(['b1', 'b2', 'a1', 'a2']);
});

test('a heading sorts up, then down, then as given; another heading begins anew', () => {
  const up = turned(null, 'a');
  const down = turned(up, 'a');
  expect([up, down, turned(down, 'a'), turned(down, 'b')]).toEqual([
    { column: 'a', descending: false },
    { column: 'a', descending: true },
    null,
    { column: 'b', descending: false },
  ]);
});
