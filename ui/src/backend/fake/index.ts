/** A machine of invented data, for tests and for looking at the screens in a browser. Nothing is kept. */
import type { ChairOverview, Commands, EntriesAsked, Overview, VisitRow } from '../../generated/api';
import type { Backend } from '../backend';
import { backups, board, checked, conflicts, decisions, effects, journal, judges, merge, message, recomputed, situation } from './chair';
import { deskAnswers } from './desk';
import { categories, entries } from './entries';
import { matches, visits } from './visits';
import { preview, rows } from './preview';
import { change, rules, stages } from './rules';
import { agreement, explained, firmness } from './firmness';
import { standings } from './standings';

import { plenaryAnswers } from './plenary';
import { plots, whatIf } from './plots';
import { refuse } from './refuse';

export { refuse };

type Answers = { [Name in keyof Commands]: (request: Commands[Name]['request']) => Commands[Name]['response'] };

const chair: ChairOverview = {
  file: '/home/sekretariat/Dokumen/lomba-kukar-2023.timbang',
  name: 'Pekan Inovasi dan Kreativitas Kukar 2023',
  organizer: 'BRIDA Kabupaten Kutai Kartanegara',
  demo: true,
  stages,
  categories,
  entries: entries.length,
  agencies: 118,
  judges: judges.rows.length,
  handed_over: 7,
  conflicts: conflicts.rows.length,
  decisions: decisions.rows.length,
  published_at: null,
  changed_since_published: false,
  saved_at: '2026-11-21T12:42:00Z',
};
const ownHandOver = { number: 2, hand_over: 'b2', made_at: '2026-11-20T05:12:00Z', finals: 1, drafts: 0, recusals: 0 };
const overview: Overview = { role: 'chair', ...chair };
export const deskOverview: Extract<Overview, { role: 'judge' }> = {
  role: 'judge',
  file: '/home/juri/Dokumen/J2.timbang',
  name: chair.name,
  organizer: chair.organizer,
  demo: false,
  stages,
  categories,
  entries: entries.length,
  agencies: 118,
  saved_at: '2026-11-21T12:42:00Z',
  judge: 'J2',
  judge_name: 'Ir. Budi Santoso, M.T.',
  work: [{ stage: 'penilaian', name: 'Penilaian', deadline: '2023-11-10', entries: 241, done: 180, begun: 3, untouched: 57, recused: 1 }],
  last_hand_over: { number: 2, made_at: '2026-11-20T05:12:00Z', outdated: true },
};
const empty: Overview = {
  ...overview,
  demo: false,
  name: 'Penilaian Judul Inovasi Kota Metro 2027',
  categories: categories.map((category) => ({ ...category, entries: 0 })),
  entries: 0,
  agencies: 0,
  judges: 0,
  handed_over: 0,
  conflicts: 0,
  decisions: 0,
};

function list({ search, category, limit }: EntriesAsked) {
  const words = search?.toLowerCase() ?? '';
  const rows = entries.filter(
    (row) =>
      (!category || row.category === category) &&
      `${row.entry} ${row.title} ${row.agency}`.toLowerCase().includes(words),
  );
  return { total: rows.length, rows: rows.slice(0, limit ?? rows.length) };
}

const answers: Omit<Answers, keyof ReturnType<typeof deskAnswers> | keyof ReturnType<typeof plenaryAnswers>> = {
  start: () => ({
    version: '0.1.0',
    recent: [
      { file: '/home/sekretariat/Dokumen/lomba-kukar-2023.timbang', name: overview.name, role: 'chair', opened_at: '2026-11-21T12:42:00Z', found: true, stood: { of: 'competition', ...situation } },
      { file: 'D:\\Lomba\\metro.timbang', name: 'Penilaian Judul Inovasi Kota Metro 2027', role: 'judge', opened_at: '2026-11-20T07:10:00Z', found: true, stood: { of: 'desk', work: deskOverview.work } },
      { file: '/media/usb/krenova.timbang', name: 'Krenova 2022', role: 'chair', opened_at: '2026-10-02T07:10:00Z', found: false, stood: null },
    ],
    templates: [
      { template: 'kukar-pekan-inovasi', name: 'Pekan Inovasi dan Kreativitas Kukar 2023', organizer: 'BRIDA Kabupaten Kutai Kartanegara', source: rules.source, categories: 13, stages: ['Penilaian', 'Presentasi'], criteria: 8 },
      { template: 'metro-penilaian-judul', name: 'Penilaian Judul Inovasi Kota Metro 2027', organizer: 'Bapperida Kota Metro', source: 'Dari tangan kedua: enam kriteria dengan bobotnya. Bawaan, belum dikonfirmasi: uraian tingkat.', categories: 4, stages: ['Penilaian judul'], criteria: 6 },
    ],
    folder: '/home/sekretariat/Dokumen',
    keys_in: 'file',
  }),
  create_competition: () => empty,
  open_file: () => overview,
  close_file: () => ({}),
  open_demo: () => overview,
  overview: () => overview,
  undoable: () => ({ undo: null, redo: null }),
  rules: () => rules,
  preview_rules: ({ toml, marks }) => change(toml ?? rules.toml, marks),
  change_rules: ({ rules: asked }) => change(asked.toml ?? rules.toml, asked.marks),
  entries: list,
  coverage: () => ({
    per_agency: 1,
    rows: [...new Set(entries.map((row) => row.agency))].map((agency, at) => ({
      agency,
      entries: at % 9 === 4 ? 0 : 1 + (at % 3),
      owes: at % 9 === 4 ? 1 : 0,
    })),
  }),
  import_preview: () => preview,
  sheet_rows: ({ from }) => rows(from),
  save_mapping: ({ out }) => ({ files: [out] }),
  import: () => preview.outcome,
  cancel: () => ({}),
  add_entry: ({ title, agency, category }) => Object.assign({}, entries[0], { entry: `${category}-099`, title, agency, category }),
  edit_entry: ({ entry }) => entries.find((row) => row.entry === entry) ?? refuse('unknown-entry', 'there is none'),
  judges: () => judges,
  add_judge: () => judges,
  edit_judge: () => judges,
  make_packets: ({ folder, judges: codes }) => ({
    packets: codes.map((judge) => ({
      file: `${folder}/${judge}.paket`,
      judge,
      passphrase: 'bambu lentera ombak kelapa tujuh sampan',
      fingerprint: 'rusa padi tenun gading',
      entries: 103,
      left_out: [],
      telling_titles: [],
    })),
    without_entries: [],
  }),
  make_packet: ({ judge, out }) => ({
    file: out,
    judge,
    passphrase: 'bambu lentera ombak kelapa tujuh sampan',
    fingerprint: 'rusa padi tenun gading',
    entries: 103,
    left_out: [],
    telling_titles: [],
  }),
  passphrase_words: () => ({ words: ['bambu', 'bandeng', 'kelapa', 'lentera', 'ombak', 'sampan', 'tujuh'] }),
  check_packet: () => ({}),
  open_packet: () => ({ overview: deskOverview, renewed: null }),
  own_desk: () => deskOverview,
  hand_over: ({ out }) => ({ file: out, judge: 'J2', number: 3, hash: 'a7', sheets: 180, drafts: 3, recusals: 1, visits: 0, left_out: 0, fingerprint: 'bulan tebing jernih pasar sungai layar' }),
  messages: ({ entry }) => ({
    rows:
      entry && entry !== 'OPD-007'
        ? []
        : [{ judge: 'J1', name: judges.rows[0]?.name ?? '', number: 2, hand_over: 'c1', made_at: '2026-11-20T05:12:00Z', message: { ...message, why: null, stated_at: null } }],
  }),
  own_hand_overs: () => ({ rows: [ownHandOver] }),
  own_hand_over: () => ({
    row: ownHandOver,
    message,
    sheets: [
      {
        stage: 'penilaian',
        entry: 'OPD-007',
        title: 'Sistem Antrean Daring',
        state: 'final',
        marks: [{ criterion: 'kebaruan', mark: '85', remark: '' }],
        remark: '',
        change: { state_before: 'final', marks: [{ criterion: 'kebaruan', before: '85', after: '80' }], remarks: false },
      },
    ],
  }),
  inspect: () => merge,
  merge: () => merge,
  make_form: ({ out }) => ({ files: [out] }),
  enter_form: () => ({ judge: 'J8', stage: 'penilaian', number: 1, hash: 'd4', final_sheets: 38, draft_sheets: 2 }),
  watch: () => ({ files: [], waiting: 0, passed_over: 0 }),
  progress: () => board,
  conflicts: () => conflicts,
  situation: () => situation,
  preview_decision: effects,
  explain: ({ a, b }) => explained(a, b ?? null),
  firmness: ({ category }) => firmness(category ?? 'OPD'),
  agreement: () => agreement,
  standings: ({ stage, category }) => standings(stage ?? null, category ?? null),
  plots: ({ category }) => plots(category),
  save_picture: ({ out }) => ({ files: [out] }),
  what_if: whatIf,
  decisions: () => decisions,
  visits: () => visits,
  return_matches: () => matches,
  confirm_returns: () => matches,
  forget_return: () => ({}),
  photo: () => ({ address: null }),
  save_visit: ({ visit, stage, entry, state, content }) => ({
    row: { ...(visits.rows[0] as VisitRow), visit: visit ?? 'a1'.repeat(16), stage, entry, state, ...content },
    refused: [],
    undoable: { undo: null, redo: null },
  }),
  add_photos: ({ visit }) => ({ row: { ...(visits.rows[0] as VisitRow), visit }, refused: [], undoable: { undo: null, redo: null } }),
  write_minutes: ({ out }) => ({ files: [out] }),
  set_visit_note: ({ stage, entry, text, hand_over }) => ({
    stage,
    entry,
    note: text ?? '',
    note_handed_over: hand_over ?? false,
    undoable: { undo: null, redo: null },
  }),
  decide: () => decisions,
  export: (asked) => ({ files: Object.values(asked).filter((file) => typeof file === 'string') }),
  recompute: () => recomputed,
  journal: ({ search, op }) => {
    const rows = journal.filter((row) => (!op || row.op === op) && row.subject.includes(search ?? ''));
    return { rows };
  },
  check: () => checked,
  backups: () => backups,
  back_up: () => backups,
  back_up_keys: ({ file }) => ({
    file,
    passphrase: 'lumbung rakit pelangi cengkih delapan rotan',
    fingerprint: 'rusa padi tenun gading',
  }),
  restore_keys: () => ({}),
  restore: () => overview,
};

/** A fresh one; `instead` answers some commands differently, for tests. */
export function fake(instead: Partial<Answers> = {}): Backend {
  const all: Answers = { ...answers, ...deskAnswers(), ...plenaryAnswers(), ...instead };
  return {
    async call(name, request) {
      const answer: Answers[typeof name] = all[name];
      return answer(request);
    },
    askOpen: async ({ endings }) => [`/home/sekretariat/Unduhan/pilihan.${endings[0]}`],
    askFolder: async () => '/home/sekretariat/Nextcloud/Nilai',
    askSave: async ({ name }) => `/home/sekretariat/Dokumen/${name}`,
    show: async () => {},
    zoom: async () => {},
    openedFiles: async () => [],
    openPlenary: async () => {},
    closePlenary: async () => {},
    onPlenary: () => {},
    onOpened: () => {},
    onDrop: () => {},
    onProgress: () => () => {},
  };
}
