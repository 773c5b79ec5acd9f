import { expect, test } from 'vitest';
import { judges } from '../../backend/fake/chair';
import { changed, tickedOf, turned } from './matrix';

const all = { stages: ['penilaian', 'presentasi'], categories: ['OPD', 'RSUD', 'PKM'] };
const rows = judges.rows.slice(0, 5);

test('a judge to whom nothing is named has every tick, and untouched nobody is changed', () => {
  const ticked = tickedOf(rows, all);
  expect(ticked['J1']).toEqual(all);
  expect(ticked['J4']?.stages).toEqual(['presentasi']);
  expect(changed(rows, ticked, all)).toEqual([]);
});

test('a tick taken away names the others, all of them name none, and the last one stays', () => {
  let ticked = turned(tickedOf(rows, all), 'J1', 'categories', 'RSUD');
  expect(changed(rows, ticked, all)).toMatchObject([{ code: 'J1', stages: [], categories: ['OPD', 'PKM'] }]);
  ticked = turned(ticked, 'J1', 'categories', 'RSUD');
  expect(changed(rows, ticked, all)).toEqual([]);
  expect(turned(ticked, 'J4', 'stages', 'presentasi')['J4']?.stages).toEqual(['presentasi']);
});
