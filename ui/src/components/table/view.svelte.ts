/** How a table is looked at: order, widths, hidden columns, filters. What is a choice of the user is remembered by the table's name. */
import type { Filters } from './filter';
import type { Sorting } from './sort';

const KEPT_AS = 'timbang.table.';

type Remembered = { made: Record<string, number>; hidden: string[] };

export class TableView {
  sorting = $state.raw<Sorting>(null);
  /** Widths that columns were given by hand, in pixels. */
  made = $state.raw<Readonly<Record<string, number>>>({});
  hidden = $state.raw<ReadonlySet<string>>(new Set());
  filters = $state.raw<Filters>({});
  /** Whether the filters are there to be typed into. */
  filtering = $state(false);

  /** `name`: under what it is remembered; undefined for a table that is not. */
  constructor(private readonly name: string | undefined) {
    const kept = name === undefined ? null : read(KEPT_AS + name);
    if (!kept) return;
    this.made = kept.made;
    this.hidden = new Set(kept.hidden);
  }

  /** Null: as it was meant to be. */
  resize(column: string, width: number | null): void {
    const { [column]: _, ...others } = this.made;
    this.made = width === null ? others : { ...others, [column]: width };
    this.keep();
  }

  show(column: string, shown: boolean): void {
    const hidden = new Set(this.hidden);
    if (shown) hidden.delete(column);
    else hidden.add(column);
    this.hidden = hidden;
    this.keep();
  }

  private keep(): void {
    if (this.name === undefined) return;
    const kept: Remembered = { made: { ...this.made }, hidden: [...this.hidden] };
    localStorage.setItem(KEPT_AS + this.name, JSON.stringify(kept));
  }
}

/** What was kept, if it is of a shape that can be used: an older program may have kept something else. */
function read(key: string): Remembered | null {
  try {
    const { made, hidden } = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Remembered>;
    const widths = Object.entries(made ?? {}).filter(([, width]) => Number.isFinite(width) && width > 0);
    return { made: Object.fromEntries(widths), hidden: (hidden ?? []).filter((id) => typeof id === 'string') };
  } catch {
    return null;
  }
}
