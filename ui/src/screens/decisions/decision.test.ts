import { expect, test } from 'vitest';
import { actOf, NOTHING } from './decision';

test('nothing is decided before a kind is chosen and what it is about is named', () => {
  expect(actOf(NOTHING)).toBeNull();
  expect(actOf({ ...NOTHING, entry: 'OPD-001' })).toBeNull();
  expect(actOf({ ...NOTHING, kind: 'disqualify' })).toBeNull();
  expect(actOf({ ...NOTHING, kind: 'disqualify', entry: ' opd-001 ' })).toEqual({ kind: 'disqualify', entry: 'OPD-001' });
});

test('points are a decimal above nought', () => {
  const deduct = { ...NOTHING, kind: 'deduct' as const, entry: 'OPD-001' };
  for (const points of ['', '0', '0,00', 'dua']) expect(actOf({ ...deduct, points }), points).toBeNull();
  expect(actOf({ ...deduct, points: '2,5' })).toEqual({ kind: 'deduct', entry: 'OPD-001', points: '2.5' });
});

test('a tie is settled among two or more, in a stage or in the final standing', () => {
  const tie = { ...NOTHING, kind: 'settle-tie' as const };
  expect(actOf({ ...tie, order: ['A-1'] })).toBeNull();
  expect(actOf({ ...tie, order: ['A-2', 'A-1'] })).toEqual({ kind: 'settle-tie', order: ['A-2', 'A-1'] });
  expect(actOf({ ...tie, order: ['A-2', 'A-1'], stage: 'penilaian' })).toMatchObject({ stage: 'penilaian' });
});
