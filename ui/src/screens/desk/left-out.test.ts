import { expect, test } from 'vitest';
import type { BlindField, StageRow, StageWork } from '../../generated/api';
import { leftOutOf } from './left-out';

const stage = (code: string, left_out: BlindField[]): StageRow => ({
  code, name: code, kind: 'scoring', from: null, to: null, judged: true, left_out,
});
const work = (stage: string): StageWork => ({
  stage, name: stage, deadline: null, entries: 1, done: 0, begun: 0, untouched: 1, recused: 0,
});

test('a packet leaves out what is blind in a stage that the judge marks, each field once', () => {
  const stages = [stage('a', ['agency', 'number']), stage('b', ['number', 'innovator']), stage('c', ['phone'])];
  expect(leftOutOf({ stages, work: [work('a'), work('b')] })).toEqual(['agency', 'number', 'innovator']);
  expect(leftOutOf({ stages, work: [] })).toEqual([]);
});
