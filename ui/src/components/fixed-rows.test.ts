import { expect, test } from 'vitest';
import { FixedRows } from './fixed-rows.svelte';

const frame = (scrollTop: number) => Object.assign(document.createElement('div'), { scrollTop });

test('rows around those in sight are built, never before the first or after the last', () => {
  const rows = new FixedRows(50, () => 100);
  expect([rows.from, rows.to]).toEqual([0, 20]);
  rows.height = 1_000;
  rows.frame = frame(2_000);
  rows.scrolled();
  expect([rows.from, rows.to]).toEqual([32, 68]);
  rows.frame = frame(4_900);
  rows.scrolled();
  expect([rows.from, rows.to]).toEqual([90, 100]);
});

test('a row is brought into sight by as little as is needed', () => {
  const rows = new FixedRows(50, () => 100);
  rows.height = 500;
  const scrolls = (from: number, at: number) => {
    rows.frame = frame(from);
    rows.bring(at);
    return rows.frame.scrollTop;
  };
  expect(scrolls(1_000, 25)).toBe(1_000);
  expect(scrolls(1_000, 19)).toBe(950);
  expect(scrolls(1_000, 30)).toBe(1_050);
  expect(scrolls(1_000, -1)).toBe(1_000);
});

test('keys lead to the row beside, the first and the last, and not beyond', () => {
  const rows = new FixedRows(50, () => 3);
  expect(['ArrowDown', 'ArrowUp', 'Home', 'End', 'a'].map((key) => rows.aim(key, 1))).toEqual([2, 0, 0, 2, null]);
  expect([rows.aim('ArrowUp', 0), rows.aim('ArrowDown', 2)]).toEqual([null, null]);
});
