import { expect, test } from 'vitest';
import { rules } from '../../../backend/fake/rules';
import type { StageView } from '../../../generated/api';
import { change, flaw, tried } from './changes';

const stage: StageView = { ...(rules.stages[1] as StageView), code: 'penilaian', weight: '40', aggregate: 'mean', shortlist: { kind: 'per_category', value: '5' } };
const as = (to: Partial<ReturnType<typeof tried>>) => ({ ...tried(stage), ...to });

test('only what is another than in the rules is asked', () => {
  expect(change(as({}), stage)).toBeNull();
  expect(change(as({ weight: '40' }), stage)).toBeNull();
  expect(change(as({ weight: '12,5' }), stage)).toEqual({ stage: 'penilaian', weight: '12.5' });
  expect(change(as({ aggregate: 'median' }), stage)).toEqual({ stage: 'penilaian', aggregate: 'median' });
  expect(change(as({ value: '3' }), stage)).toEqual({ stage: 'penilaian', cut: { kind: 'per_category', value: '3' } });
});

test.each([
  [{ weight: '' }, 'weight'],
  [{ weight: '0' }, 'weight'],
  [{ weight: '-1' }, 'weight'],
  [{ value: '' }, 'value'],
  [{ value: '2,5' }, 'value'],
  [{ cut: 'threshold', value: '72,5' }, null],
  [{}, null],
] as const)('%o is refused at its field: %s', (to, at) => {
  expect(flaw(as(to), stage)).toBe(at);
});
