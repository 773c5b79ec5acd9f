import { expect, test } from 'vitest';
import { visits } from '../backend/fake/visits';
import type { PredecessorRow } from '../generated/api';
import { claimsBefore, foundBefore } from './found-before';

const before = visits.predecessors[0] as PredecessorRow;

test('a claim is the same however it is spelled, and every visit that speaks of it is there', () => {
  expect(foundBefore(before, ' jumlah PENERIMA manfaat').map(({ verdict }) => verdict)).toEqual(['confirmed', 'partly']);
  expect(foundBefore(before, 'Dasar hukum')).toEqual([]);
});

test('each claim of the earlier competition is named once', () => {
  expect(claimsBefore(before)).toEqual(['Jumlah penerima manfaat', 'Tambak yang aktif']);
});
