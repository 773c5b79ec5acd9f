import { expect, test } from 'vitest';
import { fitting, widthsOf } from './widths';

const columns = [
  { id: 'rank', width: 50 },
  { id: 'title', grow: 2, least: 100 },
  { id: 'agency', least: 80 },
];
const check = (made: Record<string, number>, room: number, expected: number[]) =>
  expect(widthsOf(columns, made, room)).toEqual(expected);

test('where the room is too small, columns that can be spared go in their order, and no other', () => {
  const columns = [
    { id: 'rank', width: 60 },
    { id: 'title', least: 220 },
    { id: 'agency', least: 140, spare: 2 },
    { id: 'bar', width: 120, spare: 1 },
    { id: 'score', width: 80 },
  ];
  const kept = (room: number) => fitting(columns, {}, room).map(({ id }) => id).join(' ');
  expect(kept(620)).toBe('rank title agency bar score');
  expect(kept(619)).toBe('rank title agency score');
  expect(kept(499)).toBe('rank title score');
  expect(kept(100)).toBe('rank title score');
});

test('columns without a width share what is left, and fill the frame to the pixel', () => {
  check({}, 350, [50, 200, 100]);
  check({}, 351, [50, 200, 101]);
});

test('what one column takes by hand the others give, as far as their least', () => {
  check({ title: 150 }, 350, [50, 150, 150]);
  check({ rank: 150 }, 350, [150, 120, 80]);
});

test('where the room is too small the table is wider than its frame', () => {
  check({}, 100, [50, 100, 80]);
  check({}, 0, [50, 100, 80]);
});

test('columns that were all made by hand stay as they were made', () => {
  check({ rank: 40, title: 100, agency: 90 }, 900, [40, 100, 90]);
});
