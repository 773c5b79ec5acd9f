/** The judge at the desk: which sheet lies open, what was said of it, and that it is in the file. */
import { tick } from 'svelte';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { backend } from '../../backend';
import type { CriterionView, DeclarationChanged, Declare, DeskMark, DeskRow, DeskSheet, DeskStage, SheetChanged, Undoable } from '../../generated/api';
import { attempt, notices } from '../../state/notices.svelte';
import { session } from '../../state/session.svelte';
import type { Turned } from './operation';
import { isUnfinished, matches, neighbour, nextUnfinished, NO_FILTER, ordered, same, type Filter, type Order, type SheetKey } from './order';
import { levelKeys } from './scale';
import { Saving } from './saving.svelte';

/** Takes what was typed in a mark field; false when that is no mark of the scale. */
export type Commit = () => boolean;

export class JudgesDesk {
  stages = $state.raw<DeskStage[]>([]);
  rows = $state.raw<DeskRow[]>([]);
  /** Whether the first answer has not come yet. */
  first = $state(true);
  order = $state<Order>('packet');
  filter = $state.raw<Filter>(NO_FILTER);
  /** The stage whose sheets are shown. */
  stage = $state<string | null>(null);
  open = $state.raw<SheetKey | null>(null);
  sheet = $state.raw<DeskSheet | null>(null);
  /** The criterion where the judge is. */
  at = $state<string | null>(null);
  /** The sheet that was saved last. */
  savedEntry = $state<string | null>(null);
  /** Mark fields, by criterion, in which something is typed that was not taken yet. */
  readonly typed = new SvelteMap<string, Commit>();
  /** What undo would take back and redo would do again. */
  undoable = $state.raw<Undoable>({ undo: null, redo: null });
  /** What was taken back or done again last. */
  turned = $state.raw<Turned | null>(null);
  /** How often the file changed since the desk was opened or handed over. */
  changes = $state(0);
  /** Whether the last sheet was just finished, and a second look at the first ones is offered. */
  lookAgain = $state(false);
  /** Sheets that the judge tried to finish: what is missing in them is shown as missing. */
  readonly tried = new SvelteSet<string>();
  /** Whether a text was typed in the field where the judge is. */
  private textGoesOn = false;
  readonly saving = new Saving((error) => void this.refused(error));

  readonly rubric = $derived(this.stages.find((stage) => stage.code === this.open?.stage) ?? null);
  readonly leaves = $derived((this.rubric?.criteria ?? []).filter((criterion) => criterion.scale !== null));
  /** The rows of the stage in the order chosen. */
  readonly all = $derived(ordered(this.rows.filter((row) => row.stage === this.stage), this.order));
  /** Those that are shown: the open one always is. */
  readonly shown = $derived(this.all.filter((row) => matches(row, this.filter) || same(row, this.open)));
  readonly row = $derived(this.rows.find((row) => same(row, this.open)) ?? null);
  readonly place = $derived(this.all.findIndex((row) => same(row, this.open)));
  readonly unfinished = $derived(this.all.filter(isUnfinished).length);
  /** The final sheets that come first in an order that does not follow the marks. */
  readonly firstThree = $derived(
    (this.order === 'highest' || this.order === 'lowest' ? this.rows.filter((row) => row.stage === this.stage) : this.all)
      .filter((row) => row.state === 'final')
      .slice(0, 3),
  );
  readonly editable = $derived(this.sheet?.state === 'untouched' || this.sheet?.state === 'begun');
  readonly missing = $derived(this.sheet?.missing ?? []);
  readonly wantsMissing = $derived(this.open !== null && this.tried.has(nameOf(this.open)));
  readonly saved = $derived(!this.saving.unsaved && this.typed.size === 0 ? this.savedEntry : null);

  markOf(criterion: string): DeskMark | null {
    return this.sheet?.marks.find((mark) => mark.criterion === criterion) ?? null;
  }

  /** Reads the desk; opens the first unfinished sheet where none lies open. */
  async load(): Promise<void> {
    const desk = await backend().call('desk', {});
    this.undoable = desk.undoable;
    this.stages = desk.stages;
    this.rows = desk.rows;
    if (!this.stages.some((stage) => stage.code === this.stage)) this.stage = this.stages[0]?.code ?? null;
    const start = this.row ?? nextUnfinished(this.all, null, () => true) ?? this.all[0];
    if (start) await this.show(start);
    this.first = false;
  }

  /** Opens the sheet of this entry in the stage that is shown, else in another; false where the judge has none. */
  async openEntry(entry: string): Promise<boolean> {
    const sheets = this.rows.filter((row) => row.entry === entry);
    const row = sheets.find((row) => row.stage === this.stage) ?? sheets[0];
    if (!row) return false;
    this.stage = row.stage;
    return this.go(row);
  }

  /** Leaves the desk for another screen: takes what is typed where it is a mark, and writes what rests. */
  leave(): void {
    for (const commit of [...this.typed.values()]) commit();
    this.typed.clear();
    this.saving.flush();
  }

  /** Opens a sheet, unless what is being typed is refused. `focus` says whether the judge goes on marking at once. */
  async go(key: SheetKey, focus: 'marks' | 'list' = 'marks'): Promise<boolean> {
    if (!this.leaveFields()) return false;
    await this.saving.settled();
    await this.show(key);
    if (focus === 'marks') await this.focusFirst();
    return true;
  }

  async chooseStage(stage: string): Promise<void> {
    this.stage = stage;
    const row = this.all.find((row) => row.entry === this.open?.entry) ?? this.all[0];
    if (row) await this.go(row, 'list');
  }

  next = (step: 1 | -1) => this.goTo(neighbour(this.all, this.open, step, (row) => matches(row, this.filter)));
  nextUnfinished = () => this.goTo(nextUnfinished(this.all, this.open, (row) => matches(row, this.filter)));

  private async goTo(row: DeskRow | null): Promise<boolean> {
    return row ? this.go(row) : false;
  }

  /** Gives a mark, or takes it away. It is seen at once and written in its turn. */
  setMark(criterion: string, mark: string | null, remark?: string): void {
    const sheet = this.sheet;
    if (!sheet || !this.editable) return;
    const before = this.markOf(criterion);
    if (before?.mark === mark && (remark === undefined || remark === before?.remark)) return;
    if (mark === null && before === null) return;
    const { stage, entry } = sheet;
    const others = sheet.marks.filter((other) => other.criterion !== criterion);
    const marks = mark === null ? others : [...others, { criterion, mark, remark: remark ?? before?.remark ?? '' }];
    this.sheet = { ...sheet, marks };
    this.write(`${criterion}/mark`, () =>
      mark === null
        ? backend().call('clear_mark', { stage, entry, criterion })
        : backend().call('set_mark', { stage, entry, criterion, mark, ...(remark === undefined ? {} : { remark }) }),
    );
  }

  /** Gives the level of this key to the criterion where the judge is. */
  pickLevel(key: string): void {
    const criterion = this.leaves.find((leaf) => leaf.code === this.at);
    const levels = criterion?.scale?.levels ?? [];
    const level = levels[levelKeys(levels.map((level) => level.value)).indexOf(key)];
    if (criterion && level) {
      this.setMark(criterion.code, level.value);
      void this.focus(criterion.code);
    }
  }

  /** A remark beside a mark, as it is being typed. */
  typeMarkRemark(criterion: string, remark: string): void {
    const sheet = this.sheet;
    const mark = this.markOf(criterion)?.mark;
    if (!sheet || mark === undefined || !this.editable) return;
    const { stage, entry } = sheet;
    this.sheet = { ...sheet, marks: sheet.marks.map((other) => (other.criterion === criterion ? { ...other, remark } : other)) };
    this.rest(`${criterion}/remark`, () => backend().call('set_mark', { stage, entry, criterion, mark, remark, typing: true }));
  }

  /** The remark on the whole entry, as it is being typed. */
  typeRemark(remark: string): void {
    const sheet = this.sheet;
    if (!sheet || !this.editable) return;
    const { stage, entry } = sheet;
    this.sheet = { ...sheet, remark };
    this.rest('remark', () => backend().call('set_remark', { stage, entry, remark, typing: true }));
  }

  /** The private note on the entry, as it is being typed; a final sheet may have one too. */
  typeNote(note: string): void {
    const sheet = this.sheet;
    if (!sheet) return;
    const { stage, entry } = sheet;
    this.sheet = { ...sheet, note };
    this.rest('note', () => backend().call('set_note', { stage, entry, text: note, typing: true }));
  }

  /** The note goes along with the next hand-over, or stays on this computer. */
  chooseNote(handOver: boolean): void {
    const sheet = this.sheet;
    if (!sheet) return;
    this.leaveText();
    const { stage, entry } = sheet;
    this.sheet = { ...sheet, note_handed_over: handOver };
    this.rest('note-choice', () => backend().call('set_note', { stage, entry, hand_over: handOver, typing: false }));
    this.saving.flush();
  }

  /** A text was left: what was saved while it was typed is one step from now on. */
  leaveText(): void {
    this.saving.flush();
    if (!this.textGoesOn) return;
    this.textGoesOn = false;
    this.saving.put('leave', async () => {
      this.undoable = await backend().call('leave_field', {});
    });
  }

  /** Makes the open sheet final and opens the next unfinished one; with something missing, goes there instead. */
  async finish(): Promise<void> {
    if (!this.leaveFields()) return;
    await this.saving.settled();
    const sheet = this.sheet;
    if (!sheet) return;
    const { stage, entry, state } = sheet;
    if (state === 'final' || state === 'recused') return void (await this.nextUnfinished());
    const [missing] = sheet.missing;
    if (missing !== undefined) {
      this.tried.add(nameOf(sheet));
      return this.focus(missing);
    }
    this.write('state', () => backend().call('finish', { stage, entry }));
    await this.saving.settled();
    if (this.row?.state !== 'final') return;
    this.lookAgain = !(await this.nextUnfinished());
  }

  undo = () => this.turn('undo');
  redo = () => this.turn('redo');

  /** Takes the last change back, or does it again, and shows the sheet it was made on. */
  private async turn(way: 'undo' | 'redo'): Promise<void> {
    for (const field of [...this.typed.keys()]) this.typed.get(field)?.();
    await this.saving.settled();
    const wanted = this.undoable[way];
    if (!wanted) return;
    await attempt(async () => {
      const answer = await backend().call(way, {});
      if ('offers' in answer || 'withdraws' in answer) return;
      const { operation, now } = answer;
      const { stage, criterion } = operation.params;
      const of = this.rows.filter((row) => row.entry === operation.subject);
      const at = of.find((row) => row.stage === (stage ?? this.stage)) ?? of[0];
      if (at) this.open = { stage: at.stage, entry: at.entry };
      await this.load();
      this.undoable = now;
      this.turned = { way, operation };
      this.savedEntry = null;
      this.changes += 1;
      await (criterion ? this.focus(criterion) : this.focusFirst());
    });
  }

  async reopen(): Promise<void> {
    const key = this.open;
    if (!key) return;
    this.write('state', () => backend().call('reopen', key));
    await this.saving.settled();
    await this.focusFirst();
  }

  declare = (said: Omit<Declare, 'entry'>) => this.declaring((entry) => backend().call('declare', { entry, ...said }));
  takeBackDeclaration = () => this.declaring((entry) => backend().call('take_back_declaration', { entry }));

  /** Changes what is declared of the open entry, and reads the desk anew: it may hold in several stages. */
  private async declaring(ask: (entry: string) => Promise<DeclarationChanged>): Promise<void> {
    if (!this.leaveFields() || !this.open) return;
    const { entry } = this.open;
    await this.saving.settled();
    await attempt(async () => {
      await ask(entry);
      await this.load();
      this.turned = null;
      this.savedEntry = entry;
      this.changes += 1;
      await this.focusFirst();
    });
  }

  /** Takes what is typed in mark fields; where that is refused, goes there and gives false. */
  private leaveFields(): boolean {
    const refused = [...this.typed].find(([, commit]) => !commit());
    if (refused) void this.focus(refused[0]);
    return !refused;
  }

  /** Goes to the criterion after this one; after the last, to the foot. */
  async nextCriterion(code: string): Promise<void> {
    const next = this.leaves[this.leaves.findIndex((leaf) => leaf.code === code) + 1];
    if (next) return this.focus(next.code);
    focusFoot();
  }

  /** Goes to the first criterion that waits for a mark, else to the first; where nothing can be marked, to the foot. */
  async focusFirst(): Promise<void> {
    if (!this.editable) return focusFoot();
    const [first] = this.leaves;
    const code = this.missing[0] ?? first?.code;
    if (code !== undefined) await this.focus(code);
  }

  async focus(criterion: string): Promise<void> {
    this.at = criterion;
    await tick();
    const block = document.querySelector<HTMLElement>(`[data-criterion="${CSS.escape(criterion)}"]`);
    const wantsRemark = this.leaves.some((leaf) => leaf.code === criterion && leaf.remark_required);
    const lacksRemark = wantsRemark && this.markOf(criterion)?.remark.trim() === '';
    const aims = lacksRemark ? ['textarea'] : ['input:checked', 'input'];
    const fields = aims.map((aim) => block?.querySelector<HTMLElement>(`${aim}:not(:disabled)`));
    fields.find(Boolean)?.focus({ preventScroll: true });
    block?.scrollIntoView({ block: 'nearest' });
  }

  private async show(key: SheetKey): Promise<void> {
    const sheet = await backend().call('sheet', { stage: key.stage, entry: key.entry });
    this.open = { stage: sheet.stage, entry: sheet.entry };
    this.sheet = sheet;
    this.at = sheet.missing[0] ?? null;
  }

  private write(field: string, ask: () => Promise<SheetChanged>): void {
    const of = this.open;
    if (of) this.saving.put(`${nameOf(of)}/${field}`, async () => this.take(await ask()));
  }

  private rest(field: string, ask: () => Promise<SheetChanged>): void {
    const of = this.open;
    this.textGoesOn = true;
    if (of) this.saving.rest(`${nameOf(of)}/${field}`, async () => this.take(await ask()));
  }

  /** Takes an answer over: the row at once, the sheet when no later write of it is on its way. */
  private take({ row, sheet, undoable }: SheetChanged): void {
    this.rows = this.rows.map((known) => (same(known, row) ? row : known));
    if (same(sheet, this.open) && !this.saving.waits) this.sheet = sheet;
    this.undoable = undoable;
    this.turned = null;
    this.savedEntry = row.entry;
    this.changes += 1;
  }

  /** Says why, and shows the sheet as it is in the file. */
  private async refused(error: unknown): Promise<void> {
    notices.refused(error);
    this.savedEntry = null;
    if (this.open) await this.show(this.open).catch(() => session.close());
  }
}

const focusFoot = () => document.querySelector<HTMLElement>('[data-testid="desk-finish"]')?.focus();

export const nameOf = ({ stage, entry }: SheetKey) => `${stage}/${entry}`;

/** The criteria as they are shown: groups with what stands under them, each leaf with its weight among its siblings. */
export type Node = { criterion: CriterionView; depth: number };

export function tree(criteria: CriterionView[], parent: string | null = null, depth = 0): Node[] {
  const children = criteria.filter((criterion) => criterion.parent === parent);
  return children.flatMap((criterion) => [{ criterion, depth }, ...tree(criteria, criterion.code, depth + 1)]);
}
