import { expect, test } from 'vitest';
import { explained } from '../../../backend/fake/firmness';
import { compared } from './rows';

const name = (code: string) => code.toUpperCase();

test('stages, criteria and judges stand side by side with their differences from the first', () => {
  const alone = [explained('OPD-1', null), explained('OPD-2', null)];
  const rows = compared(alone, [null, explained('OPD-2', 'OPD-1')], name);
  expect(rows.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'stage PENILAIAN',
    'criterion Dampak nyata',
    'criterion Efisiensi',
    'judge J1',
    'judge J2',
    'total ',
  ]);
  expect(rows[0]?.cells[1]).toEqual({ value: '-1.35', difference: '-1.35' });
  expect(rows[1]?.cells[1]).toEqual({ value: '-1.650', difference: '-1.650' });
  expect(rows[3]?.cells).toEqual([
    { value: '90.00', difference: null },
    { value: '90.00', difference: '0.00' },
  ]);
  expect(rows[5]?.cells[0]).toEqual({ value: '90.07', difference: null });
});

test('a stage that is not split says nothing of its criteria, and of nobody there is nothing', () => {
  const whole = explained('OPD-1', null);
  const unsplit = { ...whole, bars: whole.bars.map((bar) => ({ ...bar, criterion: null })) };
  expect(compared([unsplit], [null], name)[1]?.cells).toEqual([{ value: null, difference: null }]);
  expect(compared([], [], name)).toEqual([]);
});
