/** What the user has decided about one workbook, and what importing it would do. */
import { SvelteMap } from 'svelte/reactivity';
import { backend } from '../../backend';
import type { ChangeRow, ImportAsked, ImportPreview, RowAnswer, SheetRows, Target } from '../../generated/api';
import { words } from '../../state/language.svelte';
import { attempt, notices, refusalOf } from '../../state/notices.svelte';
import { session } from '../../state/session.svelte';

/** Refusals after which the sheet is shown as it stands, to point at what was not recognised. */
const TO_POINT_AT = ['no-heading', 'no-title-column'] as const;
export type ToPointAt = (typeof TO_POINT_AT)[number];
const ENDING = 'toml';

/** A row, as answers name it. */
export const placeOf = (row: { sheet: string; row: number }) => `${row.sheet}!${row.row}`;
/** One changed field of an entry, as it is taken over. */
export const fieldOf = (change: ChangeRow) => `${change.entry}/${change.field}`;

export class Wizard {
  preview = $state.raw<ImportPreview | null>(null);
  /** The first rows, while the rest is still being read. */
  begun = $state.raw<ImportPreview | null>(null);
  /** The sheet as it stands, where no heading or no title was recognised, and which of both. */
  raw = $state.raw<SheetRows | null>(null);
  problem = $state<ToPointAt | null>(null);
  /** Rows further down, or of another sheet, that the user looks at. */
  page = $state.raw<SheetRows | null>(null);
  /** The row that is looked at. */
  marked = $state.raw<{ sheet: string; row: number; column: string | null } | null>(null);
  /** The row that was pointed at and may be made the heading. */
  pointed = $state<number | null>(null);
  /** What is being waited for. */
  busy = $state<'reading' | 'storing' | null>(null);
  sheet = $state<string | null>(null);
  heading = $state.raw<[number, number] | null>(null);
  category = $state<string | null>(null);
  map = $state<string | null>(null);
  forget = $state(false);
  columns = $state<Record<string, Target>>({});
  readonly categories = new SvelteMap<string, string>();
  readonly rows = new SvelteMap<string, RowAnswer>();
  changes = $state<string[]>([]);
  private looks = 0;

  constructor(readonly file: string) {}

  /** Whether anything was answered that leaving would lose. */
  get decided(): boolean {
    const columns = Object.keys(this.columns).length;
    return columns + this.categories.size + this.rows.size + this.changes.length > 0 || this.heading !== null;
  }

  /** Hears how far the reading has come; returns what stops the hearing. */
  hear(): () => void {
    return backend().onProgress(({ begun }) => {
      if (begun && this.busy === 'reading') this.begun = begun;
    });
  }

  private asked(): ImportAsked {
    const categories = Object.fromEntries(this.categories);
    return {
      file: this.file,
      columns: { ...this.columns },
      rows: Object.fromEntries(this.rows),
      changes: [...this.changes],
      ...(this.categories.size > 0 ? { categories } : {}),
      ...(this.sheet ? { sheet: this.sheet } : {}),
      ...(this.heading ? { heading: this.heading } : {}),
      ...(this.category ? { category: this.category } : {}),
      ...(this.map ? { map: this.map } : {}),
      ...(this.forget ? { forget_mapping: true } : {}),
    };
  }

  /** Looks at the workbook with what was decided so far; whether it could be read so. Of several looks the last counts. */
  async look(): Promise<boolean> {
    const look = ++this.looks;
    this.busy = 'reading';
    let done = true;
    try {
      const preview = await backend().call('import_preview', this.asked());
      if (look !== this.looks) return true;
      this.preview = preview;
      this.raw = this.problem = null;
    } catch (error) {
      if (look !== this.looks) return true;
      done = await this.refused(error);
    }
    if (look !== this.looks) return true;
    this.busy = null;
    this.begun = null;
    if (!this.preview && !this.raw) session.workbook = null;
    return done;
  }

  /** Shows the sheet as it stands where that helps; whether it does. */
  private async refused(error: unknown): Promise<boolean> {
    const code = TO_POINT_AT.find((known) => known === refusalOf(error)?.code);
    if (!code) {
      notices.refused(error);
      return false;
    }
    const sheet = this.sheet ?? this.raw?.sheet ?? this.preview?.sheet;
    const shown = await attempt(async () => {
      this.raw = await this.fetch(sheet, 1);
    });
    this.problem = shown ? code : null;
    return shown;
  }

  private fetch(sheet: string | undefined, from: number): Promise<SheetRows> {
    return backend().call('sheet_rows', { file: this.file, from, ...(sheet ? { sheet } : {}) });
  }

  /** Shows the rows from this one on. */
  async turn(sheet: string, from: number): Promise<void> {
    await attempt(async () => {
      this.page = await this.fetch(sheet, Math.max(1, from));
    });
  }

  /** Shows one row, wherever it stands, and in it the cell of a column. */
  async mark(sheet: string, row: number, column: string | null = null): Promise<void> {
    const page = this.page;
    const first = this.preview;
    const on = (of: { sheet: string } | null, rows: { row: number }[]) =>
      of?.sheet === sheet && rows.some((known) => known.row === row);
    if (page ? !on(page, page.rows) : !on(first, first?.grid ?? [])) {
      if (on(first, first?.grid ?? [])) this.page = null;
      else await this.turn(sheet, row - 12);
    }
    this.marked = { sheet, row, column };
  }

  async chooseSheet(sheet: string): Promise<void> {
    this.sheet = sheet;
    this.heading = this.page = this.raw = null;
    this.columns = {};
    this.rows.clear();
    await this.look();
  }

  /** Says which rows are the heading; the columns are then other ones. */
  async chooseHeading(first: number, last: number): Promise<void> {
    this.pointed = null;
    this.heading = [Math.min(first, last), Math.max(first, last)];
    this.columns = {};
    await this.look();
  }

  /** Back to the heading that the program takes for one. */
  async guessHeading(): Promise<void> {
    this.heading = this.pointed = null;
    this.columns = {};
    await this.look();
  }

  async chooseCategory(category: string | null): Promise<void> {
    this.category = category;
    await this.look();
  }

  /** What the column of that letter holds; no other one holds it any longer. */
  async setColumn(letter: string, target: Target): Promise<void> {
    const single = target !== 'other' && target !== 'ignored';
    const others = Object.entries(this.columns).filter(([, other]) => !single || other !== target);
    this.columns = { ...Object.fromEntries(others), [letter]: target };
    await this.look();
  }

  /** Which category these texts mean. */
  async mean(texts: string[], category: string): Promise<void> {
    for (const text of texts) this.categories.set(text, category);
    await this.look();
  }

  /** What becomes of these rows. */
  async settle(rows: { sheet: string; row: number }[], answer: RowAnswer): Promise<void> {
    for (const row of rows) this.rows.set(placeOf(row), answer);
    await this.look();
  }

  takeOver(fields: string[], taken: boolean): void {
    const others = this.changes.filter((field) => !fields.includes(field));
    this.changes = taken ? [...others, ...fields] : others;
  }

  /** Reads the mapping in a file that somebody sent, in place of what was guessed and said. */
  async loadMapping(): Promise<void> {
    const t = words().import;
    const [file] = await backend().askOpen({ title: t.loadTitle, kind: t.mappingKind, endings: [ENDING] });
    if (!file) return;
    [this.map, this.columns, this.heading] = [file, {}, null];
    this.categories.clear();
    if (await this.look()) return;
    this.map = null;
    await this.look();
  }

  /** Keeps what was understood in a file, for others. */
  async saveMapping(): Promise<void> {
    const t = words().import;
    const out = await backend().askSave({ title: t.saveTitle, kind: t.mappingKind, ending: ENDING, name: t.mappingName });
    if (!out) return;
    await attempt(async () => {
      const { files } = await backend().call('save_mapping', { asked: this.asked(), out });
      notices.saved(t.saved(out), files);
    });
  }

  /** Leaves the mapping of earlier aside. */
  async forgetMapping(): Promise<void> {
    this.forget = true;
    this.map = null;
    await this.look();
  }

  /** Stops reading, if it is being read. */
  stop(): void {
    if (this.busy === 'reading') void attempt(async () => void (await backend().call('cancel', {})));
  }

  async run(): Promise<void> {
    this.busy = 'storing';
    await attempt(async () => {
      const outcome = await backend().call('import', this.asked());
      await session.changed();
      session.workbook = null;
      session.go('entries');
      notices.done(words().import.done(outcome.taken, outcome.taken_over.length));
    });
    this.busy = null;
  }
}
