import { expect, test } from 'vitest';
import { id } from '../../messages/id';
import { rules } from '../../backend/fake/rules';
import type { Operation } from '../../generated/api';
import { said } from './operation';

const criteria = rules.stages.flatMap((stage) => stage.criteria);
const mark = (params: Record<string, string>) => ({ op: 'set-mark' as const, subject: 'OPD-007', params: { stage: 'penilaian', criterion: 'dampak', ...params } });

test('a mark is said with its criterion, its entry, and from what to what', () => {
  const operation = mark({ before: '80', after: '85.5' });
  expect(said({ way: 'undo', operation }, criteria, id, 'id')).toBe('Dampak nyata OPD-007: 85,5 → 80');
  expect(said({ way: 'redo', operation }, criteria, id, 'id')).toBe('Dampak nyata OPD-007: 80 → 85,5');
});

test('a mark that was the first one goes back to none, not to nought', () => {
  expect(said({ way: 'undo', operation: mark({ after: '85' }) }, criteria, id, 'id')).toBe('Dampak nyata OPD-007: 85 → –');
});

test('anything else is said by its kind and what it was about', () => {
  const operation = { op: 'finish' as const, subject: 'OPD-007', params: { stage: 'penilaian' } };
  expect(said({ way: 'undo', operation }, criteria, id, 'id')).toBe('tandai final OPD-007');
});

test('a remark is said from what to what, a long one by its beginning', () => {
  const operation: Operation = { op: 'set-remark', subject: 'OPD-007', params: { stage: 'penilaian', before: '', after: 'layak ditiru' } };
  expect(said({ way: 'undo', operation }, criteria, id, 'id')).toBe(`${id.desk.remark} OPD-007: “layak ditiru” → –`);
  const long = { ...operation, params: { ...operation.params, criterion: 'dampak', after: 'a'.repeat(60) } };
  expect(said({ way: 'redo', operation: long }, criteria, id, 'id')).toBe(
    `${id.desk.remarkFor('Dampak nyata')} OPD-007: – → “${'a'.repeat(39)}…”`,
  );
});
