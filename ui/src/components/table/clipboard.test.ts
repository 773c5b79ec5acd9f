import { expect, test } from 'vitest';
import { copyOf } from './clipboard';
import type { Column } from './column';

type Row = { rank: number | null; title: string; score: string | null };
const columns: Column<Row>[] = [
  { id: 'rank', title: '#', kind: 'number', value: (row) => row.rank },
  { id: 'title', title: 'Inovasi', value: (row) => row.title },
  { id: 'score', title: 'Nilai', kind: 'decimal', value: (row) => row.score },
];
const row = (title: string, score: string | null = null, rank: number | null = null): Row => ({ rank, title, score });
const second = (text: string) => text.split('\r\n')[1];

test('rows are copied with their headings, as lines for a spreadsheet and as a table', () => {
  expect(copyOf([row('KLIKMI', '1234.50', 1), row('TUNGGU')], columns, 'id')).toEqual({
    text: '#\tInovasi\tNilai\r\n1\tKLIKMI\t1234,50\r\n\tTUNGGU\t',
    html:
      '<table><thead><tr><th>#</th><th>Inovasi</th><th>Nilai</th></tr></thead><tbody>' +
      '<tr><td x:num="1">1</td><td>KLIKMI</td><td x:num="1234.50">1234,50</td></tr>' +
      '<tr><td></td><td>TUNGGU</td><td></td></tr></tbody></table>',
  });
  expect(second(copyOf([row('a', '-2.5')], columns, 'en').text)).toBe('\ta\t-2.5');
});

test('a text that looks like a formula stays a text', () => {
  const { text, html } = copyOf([row('=HYPERLINK("x")'), row('@a')], columns, 'id');
  expect(second(text)).toBe('\t\'=HYPERLINK("x")\t');
  expect(html).toContain('<td>\'@a</td>');
});

test('a text with tabs, line ends or marks of HTML stays in its cell', () => {
  const { text, html } = copyOf([row('a\tb\r\nc <b>&')], columns, 'id');
  expect(second(text)).toBe('\ta b c <b>&\t');
  expect(html).toContain('&lt;b&gt;&amp;</td>');
});
