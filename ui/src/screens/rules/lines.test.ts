import { expect, test } from 'vitest';
import { lineAt } from './lines';

test('a line is found by its number', () => {
  const text = 'satu\ndua\n\nempat';
  const found = (line: number) => text.slice(...lineAt(text, line));
  expect([1, 2, 3, 4, 9].map(found)).toEqual(['satu', 'dua', '', 'empat', '']);
});
