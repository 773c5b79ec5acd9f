import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { provide } from '../../backend';
import { fake } from '../../backend/fake';
import { recomputed } from '../../backend/fake/chair';
import type { ResultDifference } from '../../generated/api';
import { language } from '../../state/language.svelte';
import Audit from './Audit.svelte';

const nowhere: ResultDifference = { stage: null, category: null, entry: null, judge: null, field: 'order', in_pack: null, computed: null };

async function said(words: 'id' | 'en', difference: Partial<ResultDifference>): Promise<string> {
  language.choose(words);
  provide(fake({ recompute: () => ({ ...recomputed, equal: false, difference: { ...nowhere, ...difference } }) }));
  const { unmount } = render(Audit, { file: 'lomba.hasil' });
  const pairs = await screen.findByTestId('audit-difference');
  const text = `${pairs.previousElementSibling?.textContent} | ${[...pairs.children].map((part) => part.textContent).join(' ')}`;
  unmount();
  return text;
}

test('the first difference is said in the words of the reader, with its place', async () => {
  const rank: Partial<ResultDifference> = { category: 'OPD', entry: 'OPD-002', field: 'rank', in_pack: { kind: 'text', value: '7' } };
  expect(await said('id', rank)).toBe('Peringkat akhir › OPD › OPD-002 › peringkat | Di berkas 7 Dihitung ulang tidak ada');
  expect(await said('en', rank)).toBe('Final standing › OPD › OPD-002 › rank | In the file 7 Recomputed nothing');
});

test('statuses, sheets and decimals are no codes', async () => {
  const at = { stage: 'penilaian', category: 'OPD', entry: 'OPD-002' };
  expect(await said('id', { ...at, field: 'status', in_pack: { kind: 'status', value: 'withdrawn' }, computed: { kind: 'status', value: 'incomplete' } })).toBe(
    'Tahap penilaian › OPD › OPD-002 › status | Di berkas mengundurkan diri Dihitung ulang belum lengkap',
  );
  expect(await said('id', { ...at, judge: 'J2', field: 'sheet.outcome', in_pack: { kind: 'outcome', value: 'counted' }, computed: { kind: 'outcome', value: 'draft' } })).toBe(
    'Tahap penilaian › OPD › OPD-002 › J2 › keadaan lembar nilai | Di berkas dihitung Dihitung ulang masih draf',
  );
  expect(await said('id', { ...at, field: 'score.rounded', in_pack: { kind: 'text', value: '85.35' }, computed: { kind: 'text', value: '85.40' } })).toContain('85,35');
  expect(await said('id', { ...at, field: 'tied', in_pack: { kind: 'flag', value: true }, computed: { kind: 'flag', value: false } })).toContain('ya Dihitung ulang tidak');
});
