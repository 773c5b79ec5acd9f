import { expect, test } from 'vitest';
import { rival } from './rival';

const row = (entry: string, rank: number | null, category = 'OPD') => ({ entry, rank, category });
const rows = [row('OPD-1', 1), row('OPD-2', 2), row('OPD-3', null), row('DESA-1', 1, 'DESA')];

test('an entry is set against the one above, the first against the one below', () => {
  expect(rival(rows[1]!, rows)).toBe('OPD-1');
  expect(rival(rows[0]!, rows)).toBe('OPD-2');
});

test('one without a rank, and the only one of its category, has nobody to be set against', () => {
  expect(rival(rows[2]!, rows)).toBeNull();
  expect(rival(rows[3]!, rows)).toBeNull();
});
