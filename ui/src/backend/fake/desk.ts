/** An invented judge's desk that keeps what is said of its sheets as long as the page lives. */
import type { Calibration, Commands, DeclarationChanged, DeclarationRow, DeclarationView, DeclaredConflict, DeskMark, DeskRow, DeskSheet, DeskState, DeskView, Operation, OpKind, SheetAsked, SheetChanged, Undoable, Undone } from '../../generated/api';
import { entries } from './entries';
import { refuse } from './refuse';
import { rules } from './rules';

type Names = 'desk' | 'sheet' | 'calibration' | 'set_mark' | 'clear_mark' | 'set_remark' | 'set_note' | 'leave_field' | 'finish' | 'reopen' | 'declaration' | 'declare' | 'take_back_declaration' | 'finish_declaration' | 'hand_over_summary' | 'receipt' | 'undo' | 'redo';
type Answers = { [Name in Names]: (request: Commands[Name]['request']) => Commands[Name]['response'] };

/** An operation, with the sheet as it was on its other side. */
type Step = { operation: Operation; other: Kept };

type Kept = { marks: Record<string, DeskMark>; remark: string; note: string; noteHandedOver: boolean; final: boolean; conflict: DeclaredConflict | null };

const stage = rules.stages.find((stage) => stage.code === 'penilaian');
const leaves = stage?.criteria ?? [];
const mine = entries.filter((entry) => ['OPD', 'KEC'].includes(entry.category));
const SHARE = 100 / leaves.length;

export function deskAnswers(): Answers {
  const sheets = new Map<string, Kept>();
  for (const [at, entry] of mine.entries()) if (at < 6) sheets.set(entry.entry, begun(at));
  const kept = (entry: string): Kept => {
    const known = sheets.get(entry) ?? { marks: {}, remark: '', note: '', noteHandedOver: false, final: false, conflict: null };
    sheets.set(entry, known);
    return known;
  };
  let declaredAt: string | null = null;
  const done: Step[] = [];
  const takenBack: Step[] = [];
  const undoable = (): Undoable => ({ undo: done.at(-1)?.operation ?? null, redo: takenBack.at(-1)?.operation ?? null });
  const change = (op: OpKind, of: SheetAsked, how: (sheet: Kept) => Record<string, string | undefined> | void): SheetChanged => {
    const { entry, stage } = of;
    const before = structuredClone(kept(entry));
    const params = Object.entries({ stage, ...how(kept(entry)) }).filter((pair): pair is [string, string] => pair[1] !== undefined);
    done.push({ operation: { op, subject: entry, params: Object.fromEntries(params) }, other: before });
    takenBack.length = 0;
    return { row: row(entry, kept(entry)), sheet: sheet(entry, kept(entry)), undoable: undoable() };
  };
  const declared = (entry: string): DeclarationRow => {
    const { title, agency, category } = registered(entry);
    return { entry, title, agency, category, marks: Object.keys(kept(entry).marks).length, conflict: kept(entry).conflict };
  };
  const declaration = (): DeclarationView => ({ declared_at: declaredAt, rows: mine.map(({ entry }) => declared(entry)), undoable: undoable() });
  const conflict = (op: OpKind, entry: string, conflict: DeclaredConflict | null): DeclarationChanged => {
    const { row, undoable } = change(op, { entry, stage: 'penilaian' }, (sheet) => {
      sheet.conflict = conflict;
      if (conflict?.kind !== 'actual') return;
      sheet.marks = {};
      sheet.final = false;
    });
    return { row: declared(entry), sheets: [row], undoable };
  };
  const turn = (from: Step[], to: Step[]): Undone => {
    const step = from.pop();
    if (!step) return refuse('nothing-to-undo', 'nothing to undo');
    const { subject } = step.operation;
    to.push({ ...step, other: kept(subject) });
    sheets.set(subject, step.other);
    return { operation: step.operation, now: undoable() };
  };
  return {
    desk: (): DeskView => ({
      stages: [{ code: 'penilaian', name: 'Penilaian', to: '2023-11-20', highest: '100.00', criteria: leaves }],
      rows: mine.map((entry) => row(entry.entry, kept(entry.entry))),
      undoable: undoable(),
    }),
    sheet: ({ entry }) => sheet(entry, kept(entry)),
    calibration: (): Calibration => ({
      sheets: [...sheets].flatMap(([entry, kept]) => {
        const marks = Object.fromEntries(Object.values(kept.marks).map(({ criterion, mark }) => [criterion, mark]));
        const { score } = row(entry, kept);
        return Object.keys(marks).length === 0 ? [] : [{ entry, changed_at: '2023-11-10T12:42:00Z', marks, score }];
      }),
    }),
    set_mark: ({ criterion, mark, remark, ...of }) =>
      change('set-mark', of, ({ marks }) => {
        const before = marks[criterion]?.mark;
        marks[criterion] = { criterion, mark, remark: remark ?? marks[criterion]?.remark ?? '' };
        return { criterion, before, after: mark };
      }),
    clear_mark: ({ criterion, ...of }) =>
      change('clear-mark', of, ({ marks }) => {
        const before = marks[criterion]?.mark;
        delete marks[criterion];
        return { criterion, before };
      }),
    set_remark: ({ remark, ...of }) =>
      change('set-remark', of, (sheet) => {
        const before = sheet.remark;
        sheet.remark = remark;
        return { before, after: remark };
      }),
    set_note: ({ text, hand_over, ...of }) =>
      change('set-note', of, (sheet) => {
        sheet.note = text ?? sheet.note;
        sheet.noteHandedOver = sheet.note !== '' && (hand_over ?? sheet.noteHandedOver);
      }),
    leave_field: () => undoable(),
    finish: (of) => change('finish', of, (sheet) => void (sheet.final = true)),
    reopen: (of) => change('reopen', of, (sheet) => void (sheet.final = false)),
    declaration,
    declare: ({ entry, kind, ground, text }) => conflict('declare', entry, { kind, ground, text, stage: null }),
    take_back_declaration: ({ entry }) => conflict('take-back-declaration', entry, null),
    finish_declaration: () => {
      declaredAt = '2023-11-10T12:42:00Z';
      return declaration();
    },
    hand_over_summary: () => {
      const rows = mine.map((entry) => ({ ...row(entry.entry, kept(entry.entry)), change: null }));
      const state = (wanted: DeskState) => rows.filter((row) => row.state === wanted).length;
      return {
        judge: 'J2',
        number: 3,
        file_name: 'J2-3-2023-11-20.nilai',
        fingerprint: 'bulan tebing jernih pasar sungai layar',
        finals: state('final'),
        drafts: state('begun'),
        untouched: state('untouched'),
        missing: rows.filter((row) => row.state === 'begun' && row.missing.length > 0).length,
        recused: state('recused'),
        declared: rows.filter((row) => row.conflict === 'potential').length,
        declared_at: declaredAt,
        notes: mine.filter((entry) => kept(entry.entry).noteHandedOver).length,
        visits: 0,
        changed: 0,
        why_needed: state('begun') + state('untouched') > 0,
        last: { number: 2, made_at: '2026-11-20T05:12:00Z', outdated: true },
        rows,
      };
    },
    receipt: () => {
      const finals = mine.filter((entry) => standing(kept(entry.entry)).state === 'final');
      const rows = finals.map(({ entry, title }, at) => ({
        stage: 'penilaian',
        entry,
        title,
        counted: at > 0,
        reason: at > 0 ? null : ('settled' as const),
        detail: at > 0 ? null : 'Juri ditelepon: salinan laptop kedua yang benar.',
      }));
      return { name: 'Pekan Inovasi dan Kreativitas Kukar 2023', chair: 'bulan tebing jernih pasar sungai layar', published_at: '2023-12-08T03:00:00Z', all: false, rows };
    },
    undo: () => turn(done, takenBack),
    redo: () => turn(takenBack, done),
  };
}

/** Three that are final, two begun, one recused. */
function begun(at: number): Kept {
  const given = leaves.slice(0, at < 3 ? leaves.length : 2);
  const marks = given.map((leaf, place) => ({ criterion: leaf.code, mark: leaf.scale?.levels[place % 2]?.value ?? String(72 + at * 3 + place), remark: '' }));
  return {
    marks: Object.fromEntries(at === 5 ? [] : marks.map((mark) => [mark.criterion, mark])),
    remark: '',
    note: '',
    noteHandedOver: false,
    final: at < 3,
    conflict: at === 5 ? { kind: 'actual', ground: 'affiliation', text: 'Inovasi ini milik unit kerja saya.', stage: null } : null,
  };
}

function standing({ marks, remark, final, conflict }: Kept): { state: DeskState; missing: string[]; running: string | null } {
  const given = Object.values(marks);
  const recused = conflict?.kind === 'actual';
  const missing = !recused ? leaves.filter((leaf) => leaf.required && !marks[leaf.code]).map((leaf) => leaf.code) : [];
  const state = recused ? 'recused' : final ? 'final' : given.length > 0 || remark ? 'begun' : 'untouched';
  const points = given.reduce((sum, mark) => sum + Math.round(Number(mark.mark) * SHARE), 0);
  return { state, missing, running: given.length > 0 ? (points / 100).toFixed(2) : null };
}

const registered = (code: string) => mine.find((entry) => entry.entry === code) ?? (mine[0] as (typeof mine)[number]);

function row(code: string, kept: Kept): DeskRow {
  const { entry, title, category, agency } = registered(code);
  const { state, missing, running } = standing(kept);
  return { stage: 'penilaian', entry, title, category, agency, state, missing, score: missing.length === 0 ? running : null, conflict: kept.conflict?.kind ?? null, shuffled: (mine.indexOf(registered(code)) * 7919) % 1009 };
}

function sheet(code: string, kept: Kept): DeskSheet {
  const { state, missing, running } = standing(kept);
  const score = missing.length === 0 ? running : null;
  return {
    stage: 'penilaian',
    entry: code,
    state,
    marks: leaves.flatMap((leaf) => kept.marks[leaf.code] ?? []),
    remark: kept.remark,
    note: kept.note,
    note_handed_over: kept.noteHandedOver,
    recusal: kept.conflict?.kind === 'actual' ? kept.conflict.text : null,
    conflict: kept.conflict,
    score,
    exact: score,
    running,
    missing,
    registration: registered(code),
    marked_as: null,
  };
}
