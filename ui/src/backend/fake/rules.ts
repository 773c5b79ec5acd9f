/** Invented rules after the Kukar template. */
import type { CriterionView, RulesChange, RulesView, StageKind, StageRow, StageView } from '../../generated/api';

const criterion = (code: string, name: string, guidance: string): CriterionView => ({
  code,
  parent: null,
  name,
  weight: '25',
  scale: { min: '0', max: '100', step: '1', levels: [] },
  required: true,
  remark_required: false,
  guidance,
});
const criteria = [
  criterion('efektivitas', 'Efektivitas', 'Sejauh mana inovasi mencapai tujuan dan menyelesaikan masalah yang disebutkan.'),
  criterion('efisiensi', 'Efisiensi', 'Sejauh mana waktu, biaya, dan tenaga dihemat dibandingkan cara sebelumnya.'),
  criterion('dampak', 'Dampak nyata', 'Perubahan yang sudah dirasakan penerima manfaat, dengan angka dan bukti.'),
  {
    ...criterion('keberlanjutan', 'Keberlanjutan', 'Dukungan aturan, anggaran, dan pelaksana.'),
    scale: {
      min: null,
      max: null,
      step: null,
      levels: [
        { value: '40', label: 'SK' },
        { value: '70', label: 'Perkada' },
        { value: '100', label: 'Perda' },
      ],
    },
  },
];
const stage = (code: string, name: string, kind: StageKind, from: string, to: string, judged = false): StageView => ({
  code,
  name,
  kind,
  categories: code === 'verifikasi' ? ['OPD', 'KEC'] : [],
  from,
  to,
  weight: judged ? (code === 'penilaian' ? '40' : '60') : null,
  score: 'weighted-mean',
  aggregate: 'mean',
  trim: null,
  missing: 'require-all',
  min_judges: null,
  blind: code === 'penilaian' ? ['agency', 'innovator'] : [],
  shortlist: code === 'penilaian' ? { kind: 'per_category', value: '5' } : null,
  tie_break: judged
    ? [
        { kind: 'criterion', code: 'dampak' },
        { kind: 'highest-median', code: null },
        { kind: 'chair', code: null },
      ]
    : [],
  criteria: judged ? criteria : [],
});

export const rules: RulesView = {
  revision: 1,
  hash: '9f2c61d0a7b84e53c1f7d2a90b6e38f4715c2de8a90f4b6d3c7e1a5580d2f946',
  toml: 'format = 1\nname = "Pekan Inovasi dan Kreativitas Kukar 2023"\n',
  source:
    'Terkonfirmasi: kategori, urutan tahap dan tanggal tahun 2023. Bawaan, belum dikonfirmasi: bobot kriteria, bagian tahap 40/60, 5 nominasi per kategori.',
  digits: 2,
  rounding: 'half-up',
  rounded_at: 'final',
  per_agency: 1,
  stages: [
    stage('pendaftaran', 'Pendaftaran', 'registration', '2023-10-11', '2023-10-13'),
    stage('penilaian', 'Penilaian', 'scoring', '2023-11-01', '2023-11-20', true),
    stage('verifikasi', 'Verifikasi lapangan', 'verification', '2023-11-20', '2023-11-26'),
    stage('presentasi', 'Presentasi', 'presentation', '2023-11-27', '2023-12-08', true),
    stage('penetapan', 'Penetapan pemenang', 'award', '2023-12-11', '2023-12-11'),
  ],
};

export const stages: StageRow[] = rules.stages.map(({ code, name, kind, from, to, criteria: rubric }) => ({
  code,
  name,
  kind,
  from,
  to,
  judged: rubric.length > 0,
  left_out: code === 'penilaian' ? ['agency', 'number', 'innovator', 'nip'] : [],
}));

const hundred = { min: '0', max: '100', step: '1', levels: [] };
const ten = { min: '1', max: '10', step: '1', levels: [] };

/** A change of two criteria, with what is chosen so far. */
export const change = (toml: string, chosen: { criterion: string; carry: 'keep' | 'rescale' | 'again' }[]): RulesChange => {
  const carry = chosen.find((carried) => carried.criterion === 'dampak')?.carry ?? null;
  return {
    toml,
    from: rules.hash,
    to: rules.hash.replace('9f', 'a1'),
    differences: [
      { place: ['penilaian', 'dampak'], key: 'scale', before: '{ min = 0, max = 100, step = 1 }', after: '{ min = 1, max = 10, step = 1 }' },
      { place: ['penilaian', 'efisiensi'], key: 'weight', before: '25', after: '35' },
    ],
    criteria: [
      { stage: 'penilaian', stage_name: 'Penilaian', criterion: 'efisiensi', name: 'Efisiensi', required: true, state: 'words', before: hundred, after: hundred, marks: 412, carry: 'keep', open: false, examples: [] },
      {
        stage: 'penilaian',
        stage_name: 'Penilaian',
        criterion: 'dampak',
        name: 'Dampak nyata',
        required: true,
        state: 'scale',
        before: hundred,
        after: ten,
        marks: 412,
        carry,
        open: carry === null,
        examples: [
          { before: '55', kept: null, rescaled: '6' },
          { before: '92', kept: null, rescaled: '9' },
        ],
      },
    ],
    effects: {
      sheets: 412,
      again: carry === 'rescale' ? 0 : 412,
      judges: carry === 'rescale' ? [] : [{ judge: 'J1', name: 'Dr. Hj. Rahmawati', sheets: 103, again: 103 }],
      moved: [
        { category: 'OPD', entry: 'OPD-007', title: 'Antrian Puskesmas Daring', before: { rank: 2, score: '87.45', status: 'ranked' }, after: { rank: 1, score: '86.90', status: 'ranked' } },
      ],
    },
  };
};
