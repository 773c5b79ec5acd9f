/** Membandingkan inovasi, dan andai-andai ketua. */
import type { ShortlistKind } from '../../generated/api';
import { n } from './counted';

export const compare = {
  open: 'Bandingkan',
  title: 'Bandingkan inovasi',
  sub: 'sampai empat inovasi; selisih dihitung terhadap yang pertama',
  pick: 'Inovasi yang dibandingkan',
  entry: (at: number) => `Inovasi ke-${n(at)}`,
  nobody: '(kosong)',
  judge: (judge: string) => `Lembar ${judge}`,
  note: 'Nilai tahap dan kriteria sudah dibobot; baris lembar adalah nilai tiap juri. Garis pendek: tidak ada, atau tidak dipisahkan sampai ke sana.',
};

export const whatIf = {
  open: 'Andai',
  title: 'Andai aturannya lain',
  not: 'BUKAN HASIL. Hanya hitungan coba-coba dengan nilai juri yang sama; tidak disimpan di mana pun.',
  weight: 'Bobot tahap',
  noWeight: 'tanpa',
  aggregate: 'Penggabungan nilai juri',
  cut: 'Batas nominasi',
  value: 'Besar batas nominasi',
  noCut: 'tanpa batas',
  cuts: { per_category: 'sekian terbaik', threshold: 'nilai sedikitnya', share: 'sekian persen terbaik' } satisfies Record<ShortlistKind, string>,
  nothing: 'Belum ada yang diubah: keduanya peringkat yang sebenarnya.',
  same: 'Urutannya tetap sama.',
  moved: (entries: number) => `${n(entries)} inovasi berpindah tempat.`,
  real: '# sebenarnya',
  imagined: '# andai',
  realScore: 'Nilai sebenarnya',
  imaginedScore: 'Nilai andai',
  reset: 'Kembali ke aturan',
};
