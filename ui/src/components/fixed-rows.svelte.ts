/** Which rows of a list are in sight, where all rows are of one height. Call it while a component is being built. */
const AROUND = 8;
/** What a frame counts as until it has been laid out, and at least. */
const LEAST = 600;

export class FixedRows {
  /** What scrolls. */
  frame = $state<HTMLElement>();
  height = $state(0);
  private top = $state(0);
  readonly row: number;
  private readonly count: () => number;

  /** The height of a row in pixels, and how many there are. */
  constructor(row: number, count: () => number) {
    this.row = row;
    this.count = count;
  }

  get from(): number {
    return Math.max(0, Math.floor(this.top / this.row) - AROUND);
  }

  get to(): number {
    return Math.min(this.count(), Math.ceil((this.top + Math.max(this.height, LEAST)) / this.row) + AROUND);
  }

  /** Call it when the frame was scrolled. */
  scrolled = (): void => {
    this.top = this.frame?.scrollTop ?? 0;
  };

  /** Scrolls as little as is needed to have the row in sight. */
  bring(at: number): void {
    const { frame, height, row } = this;
    if (!frame || at < 0 || height === 0) return;
    const [start, end] = [at * row, (at + 1) * row];
    if (start < frame.scrollTop) frame.scrollTop = start;
    else if (end > frame.scrollTop + height) frame.scrollTop = end - height;
    this.scrolled();
  }

  /** The row that a key leads to from this one; null for other keys, and where there is none. */
  aim(key: string, at: number): number | null {
    const aims: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: this.count() - 1 };
    const aim = aims[key];
    return aim === undefined || aim < 0 || aim >= this.count() ? null : aim;
  }
}
