import { expect, test } from 'vitest';
import { agreement, firmness } from '../../../backend/fake/firmness';
import { decimal } from '../../../format/decimal';
import { id } from '../../../messages/id';
import type { Firmness } from '../../../generated/api';
import { sentences } from './sentences';

const shown = (value: string) => decimal(value, 'id');
const said = (of: Firmness, judges = agreement as typeof agreement | null) => sentences(of, judges, id, shown).map((one) => `${one.title} | ${one.sub}`);

test('the card says who wins by how little, who is always in, what to discuss and who is strict', () => {
  expect(said(firmness('OPD'))).toEqual([
    'Juara I tipis | Selisih 0,42. Satu nilai J4 turun 5 angka sudah mengubahnya.',
    'Nominasi: 4 selalu, 2 kadang | bila juri lain yang ditunjuk',
    'Bahas di pleno: 1 inovasi | penilaian jurinya paling berbeda',
    'J3 lebih ketat 6,00 angka | Urutan tidak berubah tanpa J3.',
  ]);
});

test('a winner whom no single mark can change is firm, and a shared first place is said', () => {
  const firm = firmness('OPD');
  const [winner] = firm.rows;
  const unmoved = { ...firm, rows: [{ ...winner!, mark: null, no_mark: 'nothing-does-it' as const }] };
  expect(said(unmoved)[0]).toBe('Juara I kukuh | Selisih 0,42. Tidak ada satu nilai pun yang dapat mengubahnya.');
  const shared = { ...firm, rows: [{ ...winner!, above: ['OPD-001', 'OPD-002'] }] };
  expect(said(shared)[0]).toContain('Juara I bersama');
});

test('what cannot be said is said so', () => {
  const firm = firmness('OPD');
  const refused = { ...firm, rows: [], resampling: [{ ...firm.resampling[0]!, refused: 'judged-by-criterion' as const }] };
  expect(said(refused, null)).toEqual([
    'Belum ada juara | ',
    'Juri tidak dapat diganti-ganti | tiap kriteria punya juri sendiri',
    'Tidak ada yang perlu dibahas | ',
    'Juri tidak dapat dibandingkan | ',
  ]);
});
