/** The verifier's notebook: what is to be visited, the visit that is open, and every change saved as it is made. */
import { backend } from '../../../backend';
import type { PredecessorRow, RefusedPhoto, ToVisit, Undoable, VisitChanged, VisitContent, VisitRow, Visits } from '../../../generated/api';
import { attempt, notices } from '../../../state/notices.svelte';
import type { Turned } from '../operation';
import { Saving } from '../saving.svelte';
import { localMoment } from './position';

type Change = (content: VisitContent) => Partial<VisitContent>;
/** A change of one visit that is not in the file yet. It is a function, so that it holds whatever was saved before it. */
type Edit = { visit: string; field: string; change: Change; state: VisitRow['state'] };

const keyOf = ({ stage, entry }: { stage: string; entry: string }) => `${stage}/${entry}`;

function grouped(rows: VisitRow[]): Map<string, VisitRow[]> {
  const found = new Map<string, VisitRow[]>();
  for (const row of rows) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row]);
  return found;
}

function contentOf(row: VisitRow): VisitContent {
  const { mode, began, ended, place, position, recommendation, reason, notes, objection, dissent, office, team, respondents, claims, photos } = row;
  return { mode, began, ended, place, position, recommendation, reason, notes, objection, dissent, office, team, respondents, claims, photos };
}

const after = (row: VisitRow, edits: Edit[]): VisitRow =>
  edits.reduce((known, { change, state }) => ({ ...known, ...change(contentOf(known)), state }), row);

/** The latest visit, whose team goes on to the next. */
const latest = (rows: VisitRow[]) => rows.reduce<VisitRow | null>((last, row) => ((row.began ?? '') > (last?.began ?? '') ? row : last), null);

export class Notebook {
  visits = $state.raw<Visits | null>(null);
  /** Id of the open visit. */
  open = $state<string | null>(null);
  refused = $state.raw<RefusedPhoto[]>([]);
  /** Whether photos are being made small. */
  adding = $state(false);
  undoable = $state.raw<Undoable>({ undo: null, redo: null });
  /** What was taken back or done again last. */
  turned = $state.raw<Turned | null>(null);
  private pending = $state.raw<Edit[]>([]);
  private added = 0;
  /** Whether a text was typed in the field where the verifier is. */
  private textGoesOn = false;
  readonly saving = new Saving((error) => void this.failed(error));

  /** Every visit as the page has it. */
  readonly rows = $derived(
    this.visits?.rows.map((row) => after(row, this.pending.filter((edit) => edit.visit === row.visit))) ?? [],
  );
  private readonly byEntry = $derived(grouped(this.rows));
  readonly current = $derived(this.rows.find((row) => row.visit === this.open) ?? null);
  readonly to = $derived(this.current ? (this.visits?.to_visit.find((to) => keyOf(to) === keyOf(this.current as VisitRow)) ?? null) : null);

  async load(): Promise<void> {
    const [visits, undoable] = await Promise.all([backend().call('visits', {}), backend().call('undoable', {})]);
    this.visits = visits;
    this.undoable = undoable;
  }

  of = (to: ToVisit): VisitRow[] => this.byEntry.get(keyOf(to)) ?? [];

  /** What the entry was in an earlier competition. */
  before = (entry: string): PredecessorRow | null => this.visits?.predecessors.find((known) => known.entry === entry) ?? null;

  /** Opens a visit, after what rests of another is on its way into the file. */
  show(visit: string): void {
    this.leaveText();
    this.open = visit;
    this.refused = [];
  }

  /** Begins a visit now, with the claims that are to be checked. The team of the last visit is the team again. */
  async begin(to: ToVisit, self: string): Promise<void> {
    this.leaveText();
    const team = latest(this.rows)?.team ?? [];
    const content: VisitContent = {
      mode: 'site',
      began: localMoment(new Date()),
      ended: null,
      place: '',
      position: null,
      recommendation: null,
      reason: '',
      notes: '',
      objection: '',
      dissent: '',
      office: { name: '', officer: '', nip: '', post: '' },
      team: team.length > 0 ? team : [{ name: self, nip: '', post: '', institution: '' }],
      respondents: [],
      claims: to.claims,
      photos: [],
    };
    this.saving.put(`begin/${keyOf(to)}`, async () => {
      const changed = await backend().call('save_visit', { stage: to.stage, entry: to.entry, state: 'draft', content });
      this.take(changed);
      this.show(changed.row.visit);
    });
    await this.saving.settled();
  }

  /** Changes the open visit at once. It is a draft then, unless it is to be final. */
  change(field: string, change: Change, state: VisitRow['state'] = 'draft'): void {
    const run = this.edit(field, change, state, false);
    if (run) this.saving.put(field, run);
  }

  /** Changes a text of the open visit as it is typed: it is written when it rests. */
  type(field: string, change: Change): void {
    const run = this.edit(field, change, 'draft', true);
    if (!run) return;
    this.textGoesOn = true;
    this.saving.rest(field, run);
  }

  /** A text was left: what was saved while it was typed is one step from now on. */
  leaveText = (): void => {
    this.saving.flush();
    if (!this.textGoesOn) return;
    this.textGoesOn = false;
    this.saving.put('leave', async () => {
      this.undoable = await backend().call('leave_field', {});
    });
  };

  /** The private note on the entry of the open visit, as it is being typed. */
  typeNote(note: string): void {
    this.textGoesOn = true;
    this.noting({ note }, { text: note, typing: true }, (field, run) => this.saving.rest(field, run));
  }

  /** The note goes along with the next hand-over, or stays on this computer. */
  chooseNote(handOver: boolean): void {
    this.leaveText();
    this.noting({ note_handed_over: handOver }, { hand_over: handOver }, (field, run) => this.saving.put(field, run));
  }

  /** Adds photos to the open visit: files by their paths, pasted pictures by their bytes in base64. */
  async addPhotos(files: string[], pasted: string[] = []): Promise<void> {
    const visit = this.open;
    if (!visit || this.current?.state === 'final' || files.length + pasted.length === 0) return;
    this.leaveText();
    this.adding = true;
    this.added += 1;
    this.saving.put(`photos/${this.added}`, async () => {
      const changed = await backend().call('add_photos', { visit, files, pasted });
      this.take(changed);
      this.refused = changed.refused;
    });
    await this.saving.settled();
    this.adding = false;
  }

  undo = () => this.turn('undo');
  redo = () => this.turn('redo');

  /** Takes the last change back, or does it again, and shows the visit it was made on. */
  private async turn(way: 'undo' | 'redo'): Promise<void> {
    this.leaveText();
    await this.saving.settled();
    if (!this.undoable[way]) return;
    await attempt(async () => {
      const answer = await backend().call(way, {});
      if ('offers' in answer || 'withdraws' in answer) return;
      await this.load();
      this.undoable = answer.now;
      this.turned = { way, operation: answer.operation };
      const visit = answer.operation.params['visit'];
      if (visit !== undefined) this.open = this.rows.some((row) => row.visit === visit) ? visit : null;
    });
  }

  /** Shows the change at once, and gives what writes it with all earlier ones of the field. */
  private edit(field: string, change: Change, state: VisitRow['state'], typing: boolean): (() => Promise<void>) | null {
    const visit = this.open;
    if (!visit) return null;
    this.pending = [...this.pending, { visit, field, change, state }];
    return async () => {
      const edits = this.pending.filter((edit) => edit.visit === visit && edit.field === field);
      const row = this.visits?.rows.find((row) => row.visit === visit);
      if (!row || edits.length === 0) return;
      const { stage, entry, state, ...now } = after(row, edits);
      const content = contentOf({ ...row, ...now });
      try {
        this.take(await backend().call('save_visit', { visit, stage, entry, state, content, ...(typing ? { typing: field } : {}) }));
      } finally {
        this.pending = this.pending.filter((edit) => !edits.includes(edit));
      }
    };
  }

  private noting(
    shown: Partial<ToVisit>,
    asked: { text?: string; hand_over?: boolean; typing?: boolean },
    write: (field: string, run: () => Promise<void>) => void,
  ): void {
    const to = this.to;
    if (!to) return;
    const { stage, entry } = to;
    const put = (what: Partial<ToVisit>) => {
      const all = this.visits?.to_visit.map((known) => (keyOf(known) === keyOf(to) ? { ...known, ...what } : known));
      if (this.visits && all) this.visits = { ...this.visits, to_visit: all };
    };
    put(shown);
    write(`note/${keyOf(to)}`, async () => {
      const { note, note_handed_over, undoable } = await backend().call('set_visit_note', { stage, entry, ...asked });
      if (!this.saving.waits) put({ note, note_handed_over });
      this.undoable = undoable;
      this.turned = null;
    });
  }

  /** Takes an answer over. */
  private take({ row, undoable }: VisitChanged): void {
    const { visits } = this;
    if (!visits) return;
    const known = visits.rows.some(({ visit }) => visit === row.visit);
    const rows = known ? visits.rows.map((one) => (one.visit === row.visit ? row : one)) : [...visits.rows, row];
    this.visits = { ...visits, rows };
    this.undoable = undoable;
    this.turned = null;
  }

  /** Says why, and shows what is in the file. */
  private async failed(error: unknown): Promise<void> {
    notices.refused(error);
    await attempt(() => this.load());
  }
}
