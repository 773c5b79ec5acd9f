import { expect, test } from 'vitest';
import { standings } from '../../backend/fake/standings';
import type { StandingRow } from '../../generated/api';
import { lines } from './lines';

const [pattern] = standings(null, 'OPD').rows as [StandingRow];
const row = (rest: Partial<StandingRow>): StandingRow => ({ ...pattern, ...rest });

function check(rows: Partial<StandingRow>[], expected: string[]) {
  const all = lines({ ...standings(null, 'OPD'), rows: rows.map(row) }, [{ code: 'OPD', name: 'Dinas', entries: 1 }]);
  const said = all.map((line) =>
    line.kind === 'entry' ? line.row.entry : line.kind === 'category' ? line.name : line.kind === 'cut' ? `cut ${line.passed}` : 'apart',
  );
  expect(said).toEqual(expected);
}

test('the cut lies under the last that passes, and those apart come last', () => {
  check(
    [
      { entry: 'A', rank: 1, shortlisted: true },
      { entry: 'X', rank: null, shortlisted: null },
      { entry: 'B', rank: 2, shortlisted: false },
    ],
    ['A', 'cut 1', 'B', 'apart', 'X'],
  );
});

test('where all pass, or there is no cut, no cut is drawn', () => {
  check([{ entry: 'A', rank: 1, shortlisted: true }], ['A']);
  check([{ entry: 'A', rank: 1, shortlisted: null }, { entry: 'B', rank: 2, shortlisted: null }], ['A', 'B']);
});

test('several categories have their headings', () => {
  check([{ entry: 'A', category: 'OPD' }, { entry: 'B', category: 'KEC' }], ['Dinas', 'A', 'KEC', 'B']);
});
