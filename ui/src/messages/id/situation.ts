/** Bagaimana keadaan lomba, apa yang ditunggu, dan penerbitan hasil. */
import type { Phase, Wait } from '../../generated/api';
import { n } from './counted';

export const situation = {
  phases: {
    preparing: 'PERSIAPAN',
    provisional: 'SEMENTARA',
    complete: 'LENGKAP',
    published: 'TERBIT',
    changed: 'BERUBAH SEJAK TERBIT',
  } satisfies Record<Phase, string>,
  waits: {
    entries: 'belum ada inovasi: impor pendaftaran',
    judges: 'tim penilai belum diisi',
    packets: (judges: number) => `${n(judges)} juri belum dibuatkan paket`,
    conflicts: (sheets: number) => `${n(sheets)} konflik menunggu putusan`,
    late: (files: number) => `${n(files)} serah terima terlambat`,
    stage: (name: string) => `${name} belum dinilai`,
    sheets: (stage: string, judges: [string, number][]) =>
      `${stage}: ${judges.map(([judge, sheets]) => `${judge} kurang ${n(sheets)} lembar`).join(', ')}`,
    manySheets: (stage: string, judges: number, sheets: number) => `${stage}: ${n(judges)} juri kurang ${n(sheets)} lembar`,
    unscored: (entries: number) => `${n(entries)} inovasi belum bisa dihitung nilainya`,
    tie: (category: string, rank: number, entries: string[]) => `seri di peringkat ${n(rank)} ${category}: ${entries.length > 3 ? `${n(entries.length)} inovasi` : entries.join(', ')}`,
    notUnderstood: (files: number) => `${n(files)} berkas memuat hal yang tidak dikenal versi ini`,
  },
  more: (value: number) => `dan ${n(value)} lagi`,
  nothing: {
    preparing: 'Bagikan paket dan tunggu serah terima pertama.',
    provisional: 'Urutan masih bisa berubah.',
    complete: 'Semua nilai sudah masuk.',
    published: 'Tidak ada yang menunggu.',
    changed: 'Peringkat akhir kini lain dari yang terbit.',
  } satisfies Record<Phase, string>,
  toPublish: 'Terbitkan hasil…',
  noKeys: 'Laptop ini tidak memegang kunci ketua lomba ini: semuanya bisa dilihat, tetapi tidak ada yang bisa diputus, digabungkan, atau diterbitkan.',
};

export const publish = {
  title: 'Terbitkan hasil',
  sub: 'Periksa dahulu; sesudah terbit, setiap perubahan tampak sebagai revisi.',
  list: 'Daftar periksa',
  look: 'Lihat',
  blocks: '· harus diselesaikan dahulu',
  changes: '· urutan masih bisa berubah',
  allowed: '· boleh tetap begini',
  checks: (open: Wait['kind'][]) =>
    [
      open.includes('conflicts') ? '' : 'Tidak ada nilai yang bertentangan',
      open.includes('stage') ? '' : 'Semua tahap yang berbobot sudah dinilai',
      open.includes('sheets') || open.includes('stage') ? '' : 'Semua lembar nilai sudah masuk',
      open.includes('tie') ? '' : 'Tidak ada seri di peringkat juara',
    ].filter(Boolean),
  meant: 'Hasil belum lengkap. Saya tetap hendak menerbitkannya.',
  reasonHint: 'Misalnya: rapat pleno tanggal …, berita acara nomor …',
  now: 'Terbitkan',
  done: 'Hasil terbit. Simpan daftar pemenang dan berkas hasilnya di sini.',
  stands: (at: string) => `Hasil terbit ${at} dan masih berlaku.`,
  first: 'Yang akan terbit',
  firstProvisional: 'Urutan sementara',
};
