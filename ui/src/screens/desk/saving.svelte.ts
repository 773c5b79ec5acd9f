/**
 * What the judge does is written in the order it was done, one write at a time. Nothing is lost when the judge goes on
 * while a write is under way, and no write overtakes an earlier one.
 */

/** How long a text rests before it is written as it stands. */
export const REST = 300;

type Write = { field: string; run: () => Promise<void> };

export class Saving {
  /** Whether something is not yet in the file. */
  unsaved = $state(false);
  private waiting: Write[] = [];
  private resting: (Write & { timer: ReturnType<typeof setTimeout> }) | null = null;
  private under = false;
  private listeners: (() => void)[] = [];

  constructor(private readonly failed: (error: unknown) => void) {}

  /** Writes at once, after what waits already. A value of the same field that has not begun is replaced. */
  put(field: string, run: () => Promise<void>): void {
    if (this.resting?.field === field) this.dropResting();
    this.flush();
    if (this.waiting.at(-1)?.field === field) this.waiting.pop();
    this.waiting.push({ field, run });
    this.unsaved = true;
    void this.go();
  }

  /** Writes when the field has rested, or as soon as something else is written. */
  rest(field: string, run: () => Promise<void>): void {
    if (this.resting && this.resting.field !== field) this.flush();
    this.dropResting();
    this.unsaved = true;
    this.resting = { field, run, timer: setTimeout(() => this.flush(), REST) };
  }

  /** Writes a resting text now. */
  flush(): void {
    const text = this.resting;
    if (!text) return;
    this.dropResting();
    this.put(text.field, text.run);
  }

  /** Resolves when all that was done is in the file, or was refused. */
  async settled(): Promise<void> {
    this.flush();
    if (this.unsaved) await new Promise<void>((resolve) => this.listeners.push(resolve));
  }

  /** Whether another write stands behind the one under way. */
  get waits(): boolean {
    return this.waiting.length > 0 || this.resting !== null;
  }

  private dropResting(): void {
    if (this.resting) clearTimeout(this.resting.timer);
    this.resting = null;
  }

  private async go(): Promise<void> {
    if (this.under) return;
    this.under = true;
    for (let write = this.waiting.shift(); write; write = this.waiting.shift()) {
      try {
        await write.run();
      } catch (error) {
        this.failed(error);
      }
    }
    this.under = false;
    if (this.resting) return;
    this.unsaved = false;
    const listeners = this.listeners;
    this.listeners = [];
    for (const settled of listeners) settled();
  }
}
