import { expect, test } from 'vitest';
import type { ScaleView } from '../../../generated/api';
import { driftOf } from './drift';
import { ends, perLevel, placeOf, spreadOf, stacked } from './spread';

const range: ScaleView = { min: '0', max: '100', step: '0.5', levels: [] };
const levels: ScaleView = { min: null, max: null, step: null, levels: ['1', '2', '3'].map((value) => ({ value, label: `tingkat ${value}` })) };

test('lowest, highest, middle and the used part of the scale are those of the marks, exact', () => {
  expect(spreadOf(['80', '62.5', '90', '85'], range)).toEqual({ count: 4, lowest: '62.5', highest: '90', middle: '82.5', used: 28 });
  expect(spreadOf([], range)).toBeNull();
});

test('a level that was never given is said to have been given no times', () => {
  expect(perLevel(['1', '3', '3.0'], levels).map(({ times }) => times)).toEqual([1, 0, 2]);
  expect(ends(levels)).toEqual({ min: '1', max: '3' });
  expect(placeOf('2', ends(levels))).toBe(0.5);
});

test('equal marks are stacked, so that every entry has a dot of its own', () => {
  expect(stacked([0.5, 0.5, 0.9, 0.501], 400, 8)).toEqual([0, 1, 0, 2]);
});

test('a judge who gives less at the end than at the beginning is said to be stricter, by the exact difference', () => {
  expect(driftOf(['90', '88', '85', '84', '80', '81'], { min: '0', max: '100' })).toEqual({
    count: 2, first: '89', last: '80.5', by: '8.5', change: 'stricter',
  });
  expect(driftOf(['1', '2', '3', '3', '3', '3'], { min: '1', max: '3' })?.change).toBe('milder');
  expect(driftOf(['80', '81', '80', '80', '81', '80'], { min: '0', max: '100' })?.change).toBe('steady');
  expect(driftOf(['80', '81', '80'], { min: '0', max: '100' })).toBeNull();
});

test('means are rounded to the nearest hundredth', () => {
  const drift = driftOf(['1', '1', '2', '2', '2', '2', '2', '3', '3'], { min: '1', max: '3' });
  expect([drift?.first, drift?.last]).toEqual(['1.33', '2.67']);
});
