import { expect, test } from 'vitest';
import type { Column } from './column';
import { holds, passes, withFilter } from './filter';

type Row = { title: string; score: string | null };
const columns: Column<Row>[] = [
  { id: 'title', title: 'Judul', value: (row) => row.title },
  { id: 'score', title: 'Nilai', kind: 'decimal', value: (row) => row.score },
];
const rows: Row[] = [
  { title: 'Café Desa', score: '85.40' },
  { title: 'Bank Sampah', score: '9.5' },
  { title: 'Sekolah Sungai', score: null },
];
const kept = (filters: Record<string, string>) => rows.filter((row) => passes(row, columns, filters, 'id')).map((row) => row.title);

test('a filter takes a part of the text, without capitals and accents', () => {
  expect(kept({ title: 'cafe' })).toEqual(['Café Desa']);
  expect(kept({ title: 'SA' })).toEqual(['Café Desa', 'Bank Sampah']);
  expect(kept({})).toHaveLength(3);
});

test('numbers are compared as decimals, and no value is neither more nor less', () => {
  expect(kept({ score: '> 9,5' })).toEqual(['Café Desa']);
  expect(kept({ score: '<85,40' })).toEqual(['Bank Sampah']);
  expect(kept({ score: '= 9,50' })).toEqual(['Bank Sampah']);
  expect(kept({ score: '85,4' })).toEqual(['Café Desa']);
});

test('all filters hold at once', () => {
  expect(kept({ title: 'a', score: '>80' })).toEqual(['Café Desa']);
});

test('a text is found in any column, and nothing is found for no text', () => {
  const found = (text: string) => rows.filter((row) => holds(row, columns, text, 'id')).map((row) => row.title);
  expect(found('85,4')).toEqual(['Café Desa']);
  expect(found('sungai')).toEqual(['Sekolah Sungai']);
  expect(found('  ')).toEqual([]);
});

test('an emptied filter is gone', () => {
  expect(withFilter({ title: 'a', score: '1' }, 'title', ' ')).toEqual({ score: '1' });
});
