/** What the user has decided about one workbook, and what importing it would do. */
import { backend } from '../../backend';
import type { DuplicateChoice, ImportAsked, ImportPreview } from '../../generated/api';
import { words } from '../../state/language.svelte';
import { attempt, notices } from '../../state/notices.svelte';
import { session } from '../../state/session.svelte';

export class Wizard {
  preview = $state.raw<ImportPreview | null>(null);
  /** The first rows, while the rest is still being read. */
  begun = $state.raw<ImportPreview | null>(null);
  /** What is being waited for. */
  busy = $state<'reading' | 'storing' | null>(null);
  sheet = $state<string | null>(null);
  category = $state<string | null>(null);
  columns = $state<Record<string, string>>({});
  duplicates = $state<Record<number, DuplicateChoice>>({});
  changes = $state<string[]>([]);

  constructor(readonly file: string) {}

  /** Hears how far the reading has come; returns what stops the hearing. */
  hear(): () => void {
    return backend().onProgress(({ begun }) => {
      if (begun && this.busy === 'reading') this.begun = begun;
    });
  }

  private asked(): ImportAsked {
    return {
      file: this.file,
      columns: { ...this.columns },
      duplicates: { ...this.duplicates },
      changes: [...this.changes],
      ...(this.sheet ? { sheet: this.sheet } : {}),
      ...(this.category ? { category: this.category } : {}),
    };
  }

  /** Looks at the workbook with what was decided so far; a first look that fails gives the workbook up. */
  async look(): Promise<void> {
    this.busy = 'reading';
    const done = await attempt(async () => {
      this.preview = await backend().call('import_preview', this.asked());
    });
    this.busy = null;
    this.begun = null;
    if (!done && !this.preview) session.workbook = null;
  }

  async chooseSheet(sheet: string): Promise<void> {
    this.sheet = sheet;
    this.columns = {};
    this.duplicates = {};
    await this.look();
  }

  async chooseCategory(category: string | null): Promise<void> {
    this.category = category;
    await this.look();
  }

  /** What the column of that letter holds. */
  async setColumn(letter: string, target: string): Promise<void> {
    this.columns = { ...this.columns, [letter]: target };
    await this.look();
  }

  async settle(rows: number[], choice: DuplicateChoice): Promise<void> {
    this.duplicates = { ...this.duplicates, ...Object.fromEntries(rows.map((row) => [row, choice])) };
    await this.look();
  }

  takeOver(entries: string[], taken: boolean): void {
    const others = this.changes.filter((entry) => !entries.includes(entry));
    this.changes = taken ? [...others, ...entries] : others;
  }

  async run(): Promise<void> {
    this.busy = 'storing';
    await attempt(async () => {
      const outcome = await backend().call('import', this.asked());
      await session.changed();
      session.workbook = null;
      session.go('entries');
      notices.done(words().import.done(outcome.taken, outcome.changed));
    });
    this.busy = null;
  }
}
