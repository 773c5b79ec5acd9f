import { expect, test } from 'vitest';
import { daysLeft } from './deadline';

test('the last day itself still counts, at any hour', () => {
  expect(daysLeft('2026-11-20', new Date(2026, 10, 20, 23, 59))).toBe(0);
  expect(daysLeft('2026-11-20', new Date(2026, 10, 19, 0, 1))).toBe(1);
  expect(daysLeft('2026-11-20', new Date(2026, 10, 23, 12))).toBe(-3);
});
