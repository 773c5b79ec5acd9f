/** Layar pleno: apa yang dilihat semua orang di proyektor, dan panel ketua untuk mengaturnya. */
import { n } from './counted';

export const plenary = {
  title: 'Layar pleno',
  open: 'Layar pleno',
  project: 'Buka layar',
  projected: 'Layar terbuka',
  unproject: 'Tutup layar',
  end: 'Selesai',
  black: 'Gelap',
  scores: 'Nilai',
  blind: 'Tanpa nama',
  back: 'Sembunyikan lagi',
  next: 'Berikutnya',
  keys: 'PageDown, PageUp, dan B bekerja di sini dan di layar; Esc menutup layar.',
  revealed: (revealed: number, places: number) => `${n(revealed)} dari ${n(places)} tempat terungkap`,
  coming: (rank: number, who: string) => `Berikutnya peringkat ${n(rank)}: ${who}`,
  all: 'Semua sudah terungkap.',
  restarted: 'Peringkat berubah: pengungkapan mulai lagi dari awal.',
  hidden: (places: number) => `${n(places)} tempat lagi`,
  nothingYet: 'Belum ada yang diungkap.',
  pair: 'Bandingkan dua inovasi di layar',
  side: 'Dua berdampingan',
  pairNone: '(kosong)',
  pairFirst: 'Kiri',
  pairSecond: 'Kanan',
};
