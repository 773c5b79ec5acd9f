/** An invented workbook as understood. */
import type { ColumnReason, DuplicateRow, FindingCode, FindingRow, ImportPreview, Severity, Target, SheetRows, SkipKind } from '../../generated/api';
import { entries } from './entries';

const columns: [heading: string, target: Target, reason: ColumnReason][] = [
  ['No', 'number', 'heading'],
  ['Judul Inovasi', 'title', 'heading'],
  ['Nama Perangkat Daerah / Kecamatan / UPTD', 'agency', 'heading'],
  ['Kategori Inovasi', 'category', 'heading'],
  ['NIP', 'nip', 'heading'],
  ['Jenis Inovasi', 'form', 'content'],
  ['Tanggal dimulai implementasi Inovasi', 'start_date', 'heading'],
  ['Catatan panitia', 'other', 'unknown'],
];
const finding = (code: FindingCode, severity: Severity, row: number | null, column: string | null, cell: string | null, made: string | null = null): FindingRow => ({
  code,
  severity,
  sheet: 'Form Responses 1',
  row,
  column,
  cell,
  made,
  hint: 'See the catalogue.',
});
const pair = (
  row: number,
  likeness: DuplicateRow['likeness'],
  other: number | null,
  entry: string | null,
  waits: boolean,
  fields: [field: string, here: string, there: string][],
): DuplicateRow => ({
  sheet: 'Form Responses 1',
  row,
  likeness,
  other_sheet: other === null ? null : 'Form Responses 1',
  other_row: other,
  other_entry: entry,
  fields: fields.map(([field, here, there]) => ({ field, this: here, other: there })),
  waits,
  choice: null,
  remembered: false,
});
const letters = 'ABCDEFGH';
const left = (row: number, text: string, why: SkipKind) => ({ row, cells: columns.map((_, at) => (at === 1 ? text : '')), left: why });
const skipped = (row: number, reason: SkipKind) => ({ sheet: 'Form Responses 1', row, reason });

export const preview: ImportPreview = {
  file: 'kukar-2023-pendaftaran.xlsx',
  sheet: 'Form Responses 1',
  sheets: [
    { name: 'Petunjuk', hidden: false, rows: 6 },
    { name: 'Form Responses 1', hidden: false, rows: 252 },
    { name: 'Referensi', hidden: true, rows: 40 },
  ],
  heading_from: 6,
  heading_to: 7,
  columns: columns.map(([heading, target, reason], at) => ({
    letter: letters[at] ?? '',
    heading,
    target,
    reason,
    examples: ['Contoh satu', 'Contoh dua'],
  })),
  grid: [
    left(1, 'REKAP PENDAFTARAN', 'title-block'),
    left(2, 'PEKAN INOVASI DAN KREATIVITAS KABUPATEN KUTAI KARTANEGARA', 'title-block'),
    left(3, 'TAHUN 2023', 'title-block'),
    { row: 6, cells: columns.map(([heading]) => heading), left: 'heading' },
    { row: 7, cells: columns.map((_, at) => String(at + 1)), left: 'column-numbers' },
    ...entries.slice(0, 24).map((entry, at) => ({
      row: 8 + at,
      cells: [
        String(at + 1),
        entry.title,
        entry.agency,
        entry.category,
        at === 2 ? '1,96703E+17' : '198609262015051001',
        'Pelayanan Publik',
        '18/11/2022',
        '',
      ],
      left: at === 9 ? ('suspected-duplicate' as const) : null,
    })),
    left(40, 'Jumlah', 'subtotal'),
  ],
  outcome: {
    taken: 240,
    changed: 2,
    unchanged: 0,
    skipped: [
      ...[1, 2, 3].map((row) => skipped(row, 'title-block')),
      skipped(254, 'suspected-duplicate'),
      skipped(255, 'no-title'),
    ],
    findings: [
      finding('no-title', 'error', 255, 'B', ''),
      finding('suspected-duplicate', 'warning', 254, null, 'GERBANG DATA DESA'),
      ...Array.from({ length: 27 }, (_, at) => finding('damaged-nip', 'warning', 10 + at * 8, 'E', '1,96703E+17')),
      finding('swapped-kind-form', 'warning', null, 'F', 'Jenis Inovasi'),
      ...Array.from({ length: 48 }, (_, at) => finding('phone-restored', 'info', 9 + at, 'I', '8123456789', '08123456789')),
    ],
    changes: [
      { entry: 'OPD-003', title: 'GERBANG DATA', field: 'title', before: 'GERBANG DATA', after: 'GERBANG DATA DESA' },
      { entry: 'OPD-003', title: 'GERBANG DATA', field: 'phone', before: '', after: '081234567890' },
      { entry: 'OPD-008', title: 'PASAR TANI DARING', field: 'start_date', before: '2022-11-18', after: '2022-11-19' },
    ],
    by_decision: [{ entry: 'OPD-007', title: 'Sistem Antrean Daring', field: 'title', before: 'Sistem Antrean Daring', after: 'SISTEM ANTREAN DARING' }],
    taken_over: [],
    unused: [],
    categories: [
      { category: 'OPD', taken: 38 },
      { category: 'KEC', taken: 202 },
    ],
    duplicates: [
      pair(254, 'same', 10, null, true, [
        ['title', 'Gerbang Data Desa', 'GERBANG DATA DESA'],
        ['agency', 'Dinas Komunikasi dan Informatika', 'Dinas Komunikasi dan Informatika'],
        ['phone', '081234567890', ''],
      ]),
      pair(31, 'near-title', 14, null, false, [
        ['title', 'SAMPAH JADI BERKAHH', 'SAMPAH JADI BERKAH'],
        ['agency', 'Dinas Kesehatan', 'Dinas Kesehatan'],
      ]),
      pair(40, 'near-title', null, 'OPD-012', true, [
        ['title', 'PERPUS PERAHU HULU', 'PERPUS PERAHU'],
        ['agency', 'Dinas Arsip', 'Dinas Arsip'],
      ]),
    ],
  },
  last_row: 258,
  categories: [
    { text: 'Dinas', rows: 4, meant: null },
    { text: '', rows: 2, meant: null },
  ],
  remembered: false,
};

/** The same sheet as it stands. */
export const rows = (from: number): SheetRows => ({
  file: preview.file,
  sheet: preview.sheet,
  sheets: preview.sheets,
  letters: [...letters],
  rows: preview.grid.filter((row) => row.row >= from).map((row) => ({ ...row, left: null })),
  last: preview.last_row,
});
