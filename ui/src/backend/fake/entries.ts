/** Invented entries in the categories of the Kukar template. */
import type { CategoryRow, EntryRow } from '../../generated/api';

const CATEGORIES: [code: string, name: string, entries: number][] = [
  ['OPD', 'Organisasi Perangkat Daerah', 38],
  ['RSUD', 'Rumah Sakit Umum Daerah', 3],
  ['KEC', 'Kecamatan', 20],
  ['DESA', 'Kelurahan/Desa', 61],
  ['BUMDES', 'Badan Usaha Milik Desa', 17],
  ['PKM', 'Puskesmas', 32],
  ['SEKOLAH', 'Sekolah', 24],
  ['GURU', 'Guru', 11],
  ['SISWA', 'Siswa', 14],
  ['TANI', 'Petani-Nelayan', 9],
  ['PEREMPUAN', 'Perempuan', 5],
  ['DIFABEL', 'Penyandang Difabel', 3],
  ['MUDA', 'Mahasiswa dan Pemuda', 4],
];
const TITLES = [
  'TAMBAK REVITALISASI (MB RITA)',
  'KLIKMI: Kelola Listrik Komunal',
  'GERBANG DATA DESA',
  'ANTRIAN CERDAS MPP: Antrean Layanan Terpadu Berbasis Pesan Singkat untuk Warga Hulu Mahakam',
  'POSYANDU LANSIA TERPADU',
  'SAMPAH JADI BERKAH',
  'SEKOLAH SUNGAI',
  'PASAR TANI DARING',
  'SIAP KERJA',
  'AIR BERSIH RAWA',
  'KARTU IDAMAN',
  'PERPUS PERAHU',
];
const AGENCIES = [
  'Dinas Kelautan dan Perikanan',
  'Dinas Energi dan Sumber Daya Mineral',
  'Dinas Komunikasi dan Informatika',
  'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
  'Dinas Kesehatan',
  'Dinas Lingkungan Hidup',
];
const at = <Item>(items: Item[], index: number): Item => items[index % items.length] as Item;

export const categories: CategoryRow[] = CATEGORIES.map(([code, name, entries]) => ({ code, name, entries }));

export const entries: EntryRow[] = CATEGORIES.flatMap(([category, , many], group) =>
  Array.from({ length: many }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    const known = {
      entry: `${category}-${number}`,
      title: group === 0 && index < TITLES.length ? at(TITLES, index) : `${at(TITLES, index + group)} ${index + 1}`,
      agency: group === 0 ? at(AGENCIES, index) : `${category} ${at(AGENCIES, index + group)}`,
      category,
      other: index % 4 === 0 ? [{ label: 'Nomor urut', value: String(index + 1) }] : [],
      source: { file: 'kukar-2023-pendaftaran.xlsx', sheet: 'Form Responses 1', row: 8 + index },
      given_out: category === 'OPD',
    };
    const fields = {
      innovator: `Inovator ${number}`,
      nip: '198609262015051001',
      phone: '081234567890',
      phase: at(['Penerapan', 'Uji Coba', 'Inisiatif'], index),
      kind: at(['Digital', 'Non Digital'], index),
      form: 'Pelayanan Publik',
      start_date: '2022-11-18',
      summary:
        'Tambak lama yang terbengkalai dipulihkan bersama kelompok nelayan dengan pola silvofishery; hasil naik, bakau kembali.',
    };
    return Object.assign(known, fields) as unknown as EntryRow;
  }),
);
