import { expect, test } from 'vitest';
import type { JournalRow, OpKind } from '../../generated/api';
import { id } from '../../messages/id';
import { linesOf, subjectOf } from './said';

const row = (op: OpKind, subject: string, detail: object | string = {}): JournalRow => ({
  seq: 1, at: '2026-11-21T09:00:00Z', device: 'rusa', op, subject, detail: typeof detail === 'string' ? detail : JSON.stringify(detail), hash: 'ab',
});
const said = (op: OpKind, detail: object) => linesOf(row(op, '', detail), id, 'id').map(({ label, text }) => `${label}: ${text}`);

test('subjects are said in the language of the page', () => {
  expect(subjectOf(row('decide', 'decision 91'), id)).toBe('keputusan nomor 91');
  expect(subjectOf(row('export', '1 documents'), id)).toBe('1 dokumen');
  expect(subjectOf(row('enter-form', 'J3 2'), id)).toBe('J3, serah terima nomor 2');
  expect(subjectOf(row('change-rules', 'revision 2, decision 4'), id)).toBe('aturan ke-2, keputusan nomor 4');
  expect(subjectOf(row('undo', 'decision 5', { line: 9, op: 'decide' }), id)).toBe('keputusan nomor 5');
  expect(subjectOf(row('import', 'decision 7.xlsx'), id)).toBe('decision 7.xlsx');
});

test('a detail is read line by line, without codes and without JSON', () => {
  const lines = said('decide', { act: { kind: 'deduct', entry: 'KEC-004', points: '2.5' }, reason: 'Terlambat.', hash: 'ff' });
  expect(lines).toEqual(['Keputusan: Pengurangan nilai', 'Inovasi: KEC-004', 'Pengurangan: 2,5', 'Alasan: Terlambat.']);
  expect(said('import', { taken: 240, sheet: 'Form', changes: [], rows: [{ row: 1 }, { row: 2 }] })).toEqual(['Inovasi masuk: 240', 'Lembar: Form', 'Baris: 2 baris']);
});

test('a detail that is no JSON does no harm', () => {
  expect(linesOf(row('import', 'x', 'rusak'), id, 'id')).toEqual([]);
});
