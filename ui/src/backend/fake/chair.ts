/** Invented panel, hand-overs, decisions, journal and audit. */
import type { Act, Backups, Board, Checked, Conflicts, DecisionEffects, Decisions, JournalRow, Judges, Merge, MergeRow, Message, OpKind, Recomputed, Situation } from '../../generated/api';
import { categories } from './entries';
import { standings } from './standings';

const NAMES = [
  'Dr. Eva Ratnasari, M.Si.',
  'Ir. Budi Santoso, M.T.',
  'Prof. Hj. Aminah, Ph.D.',
  'Yusuf Maulana, S.Sos.',
  'drg. Lestari Dewi',
  'Ahmad Fauzi, M.Kom.',
  'Siti Rahma, S.Pd.',
  'H. Syahrul, S.E.',
  'Maria Tonapa, M.A.P.',
];
const judge = (at: number) => `J${at + 1}`;

export const message: Message = {
  stated_at: '2026-11-18T02:00:00Z',
  declared: [
    { entry: 'OPD-007', title: 'Sistem Antrean Daring', conflict: { kind: 'potential', ground: 'family', text: 'Sepupu bekerja di dinas itu.', stage: null } },
  ],
  why: 'Tahap pertama saja',
  notes: [{ stage: 'penilaian', entry: 'OPD-007', title: 'Sistem Antrean Daring', text: 'Tanyakan jumlah penerima manfaat.' }],
};

export const judges: Judges = {
  rows: NAMES.map((name, at) => ({
    judge: judge(at),
    name,
    post: at === 0 ? 'Kepala Bidang Penelitian' : '',
    institution: at < 3 ? 'BRIDA Kabupaten Kutai Kartanegara' : '',
    nip: at === 0 ? '197503122003121004' : '',
    stages: at === 3 ? ['presentasi'] : [],
    categories: at === 4 ? ['OPD', 'RSUD', 'PKM'] : [],
    entries: [],
    criteria: [],
    owed: 241,
    left_out: at === 0 ? ['agency', 'number', 'innovator', 'nip'] : [],
    telling_titles: at === 0 ? ['KEC-003', 'PKM-011'] : [],
    packet_at: at < 8 ? '2026-11-20T03:00:00Z' : null,
    packet_is_old: false,
    devices: at < 7 ? ['bambu lentera ombak kelapa'] : [],
    messages: at === 0 ? [message] : [],
  })),
};

export const board: Board = {
  rows: NAMES.map((name, at) => {
    const cells = categories.map((category, index) => ({
      stage: 'penilaian',
      category: category.code,
      owed: category.entries,
      filed: at > 6 ? 0 : (at * index) % 4 === 3 ? Math.max(0, category.entries - 3) : category.entries,
      recused: 0,
      conflicts: at === 4 && index === 0 ? 1 : 0,
    }));
    const filed = cells.reduce((all, cell) => all + cell.filed, 0);
    return {
      judge: judge(at),
      name,
      state: at > 7 ? 'no-packet' : at > 6 ? 'none' : at === 4 ? 'conflict' : filed === 241 ? 'complete' : 'received',
      number: at > 6 ? null : 1 + (at % 3),
      received_at: at > 6 ? null : '2026-11-20T05:12:00Z',
      superseded: at % 2,
      owed: 241,
      filed,
      drafts: at === 3 ? 2 : 0,
      recused: at === 0 ? 1 : 0,
      cells,
      owes: at === 3 ? ['penilaian: KEC-001, KEC-004, KEC-007'] : [],
    };
  }),
  thin: [{ stage: 'penilaian', entry: 'KEC-001', filed: 6, assigned: 9, covered: 'too-few' }],
  late: [{ hand_over: 'f6', judge: 'J2', number: 3, received_at: '2026-11-21T08:00:00Z' }],
  reminder: 'Yth. Bapak/Ibu juri, mohon menyerahkan nilai.',
};

const file = (name: string, by: string | null, rest: Partial<MergeRow>): MergeRow => ({
  file: name,
  judge: by,
  number: 1,
  verdict: 'new',
  sheets: 0,
  changed: 0,
  new_sheets: 0,
  visits: 0,
  missing: 0,
  message: null,
  changes: [],
  note: null,
  reason: null,
  code: null,
  ...rest,
});
export const merge: Merge = {
  rows: [
    file('eva-3.nilai', 'J1', { number: 3, verdict: 'newer', new_sheets: 12, changed: 3, changes: ['OPD-007 dampak: 80 → 85'] }),
    file('juri4-1.nilai', 'J4', { sheets: 38, visits: 2, message, missing: 2 }),
    file('juri7-2.nilai', 'J7', { number: 2, verdict: 'same' }),
    file('juri5-2 (1).nilai', 'J5', { number: 2, verdict: 'conflict' }),
    file('tidak-dikenal.nilai', null, { number: null, verdict: 'refused', code: 'bad-signature', reason: 'The signature does not fit.' }),
  ],
};

const mark = (criterion: string, value: string, differs = false) => ({ criterion, mark: value, differs });
export const conflicts: Conflicts = {
  rows: [
    {
      judge: 'J5',
      stage: 'penilaian',
      entry: 'OPD-007',
      title: 'SEKOLAH SUNGAI',
      sides: [
        { hand_over: 'a1', number: 2, device: 'rusa padi tenun gading', made_at: '2026-11-19T08:00:00Z', state: 'final', marks: [mark('Efektivitas', '80'), mark('Dampak nyata', '85.5', true)], remark: '' },
        { hand_over: 'b2', number: 2, device: 'rusa padi tenun gading', made_at: '2026-11-19T11:00:00Z', state: 'final', marks: [mark('Efektivitas', '80'), mark('Dampak nyata', '70', true)], remark: 'Dinilai ulang setelah membaca bukti.' },
      ],
    },
  ],
};

export const decisions: Decisions = {
  rows: [
    { number: 3, hash: 'c3', made_at: '2026-11-21T09:00:00Z', act: { kind: 'deduct', entry: 'KEC-004', points: '2.5' }, reason: 'Bukti terlambat dua hari, sesuai aturan butir 7.', holds: true },
    { number: 2, hash: 'b2', made_at: '2026-11-20T09:00:00Z', act: { kind: 'undo', decision: 'a1' }, reason: 'Instansi melengkapi berkas sebelum batas waktu.', holds: true },
    { number: 1, hash: 'a1', made_at: '2026-11-19T09:00:00Z', act: { kind: 'disqualify', entry: 'OPD-006' }, reason: 'Berkas pendukung tidak ada.', holds: false },
  ],
};

const OPS: OpKind[] = ['create', 'import', 'add-judge', 'packet', 'merge', 'decide'];
export const journal: JournalRow[] = Array.from({ length: 48 }, (_, at) => ({
  seq: 48 - at,
  at: '2026-11-21T09:00:00Z',
  device: 'rusa padi tenun gading',
  op: OPS[(48 - at) % OPS.length] ?? 'import',
  subject: 'kukar-2023-pendaftaran.xlsx',
  detail: '{"taken":240,"skipped":2}',
  hash: '9f2c61d0a7b84e53c1f7d2a90b6e38f4715c2de8a90f4b6d3c7e1a5580d2f946',
}));

export const checked: Checked = {
  file: '/home/sekretariat/Dokumen/lomba-kukar-2023.timbang',
  sound: true,
  journal: 48,
  read: { entries: 240, judges: 9, hand_overs: 12, decisions: 3 },
  flaws: [],
};

export const backups: Backups = {
  rows: ['2026-11-21T11:00:00Z', '2026-11-21T10:00:00Z', '2026-11-20T16:00:00Z'].map((made_at) => ({
    file: `/home/sekretariat/.cadangan/${made_at}.timbang`,
    made_at,
    bytes: 1_482_000,
  })),
};

export const recomputed: Recomputed = {
  name: 'Pekan Inovasi dan Kreativitas Kukar 2023',
  chair: 'rusa padi tenun gading',
  published_at: '2026-11-21T09:00:00Z',
  equal: true,
  difference: null,
  verified: { hand_overs: 12, decisions: 3, rules: '9f2c61d0a7b84e53c1f7d2a90b6e38f4715c2de8a90f4b6d3c7e1a5580d2f946', changes: 1, stands: true },
  standings: standings(null, null),
  amended: [],
};

export const situation: Situation = {
  phase: 'provisional',
  has_keys: true,
  waits: [
    { kind: 'conflicts', sheets: 1, provisional: true },
    { kind: 'stage', stage: 'presentasi', name: 'Presentasi', provisional: true },
    { kind: 'sheets', judge: 'J4', name: NAMES[3] ?? '', stage: 'penilaian', stage_name: 'Penilaian', sheets: 3, provisional: true },
    { kind: 'sheets', judge: 'J8', name: NAMES[7] ?? '', stage: 'penilaian', stage_name: 'Penilaian', sheets: 241, provisional: true },
    { kind: 'late', hand_overs: 1, provisional: false },
    { kind: 'tie', category: 'OPD', rank: 2, entries: ['OPD-002', 'OPD-003'], provisional: false },
  ],
};

/** Whoever is out leaves the place to the next; the others stay. */
export function effects(act: Act): DecisionEffects {
  if (act.kind === 'publish' || act.kind === 'amend-entry') return { moved: [], moved_in_stage: [], cautions: [] };
  const entry = 'entry' in act ? act.entry : 'OPD-002';
  const [first, second] = standings(null, 'OPD').rows;
  if (!first || !second) return { moved: [], moved_in_stage: [], cautions: ['no-effect'] };
  const large = act.kind === 'deduct' && Number(act.points) > 60;
  return {
    moved: [
      {
        category: 'OPD', entry, title: first.title, before: { rank: 1, score: '91.42', status: 'ranked' },
        after: act.kind === 'deduct' ? { rank: 3, score: '71.42', status: 'ranked' } : { rank: null, score: null, status: 'disqualified' },
      },
      { category: 'OPD', entry: second.entry === entry ? first.entry : second.entry, title: second.title, before: { rank: 2, score: '90.07', status: 'ranked' }, after: { rank: 1, score: '90.07', status: 'ranked' } },
    ],
    moved_in_stage: [],
    cautions: large ? ['below-zero', 'moves-winner'] : ['moves-winner'],
  };
}
