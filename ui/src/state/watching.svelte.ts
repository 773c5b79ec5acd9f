/** A folder that hand-overs come into by themselves, looked at every few seconds while its competition is open. */
import { backend } from '../backend';
import type { MergeRow } from '../generated/api';
import { notices } from './notices.svelte';
import { words } from './language.svelte';
import { session } from './session.svelte';

const SECONDS_BETWEEN = 4;

class Watching {
  folder = $state<string | null>(null);
  /** How many files were still being written at the last look. */
  waiting = $state(0);
  private timer: ReturnType<typeof setTimeout> | undefined;

  watch(folder: string): void {
    this.stop();
    this.folder = folder;
    void this.look();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.folder = null;
    this.waiting = 0;
  }

  private async look(): Promise<void> {
    const folder = this.folder;
    if (!folder || !session.overview) return this.stop();
    try {
      const { files, waiting } = await backend().call('watch', { folder });
      if (folder !== this.folder) return;
      this.waiting = waiting;
      const worth = files.filter(({ row }) => matters(row));
      if (worth.length > 0) {
        session.delivered = [...new Set([...session.delivered, ...worth.map((file) => file.path)])];
        notices.done(words().handover.arrived(worth.length));
      }
      this.timer = setTimeout(() => void this.look(), SECONDS_BETWEEN * 1000);
    } catch (error) {
      this.stop();
      notices.refused(error);
    }
  }
}

/** What is here already needs nobody's eye. */
const matters = (row: MergeRow) => row.verdict !== 'same';

export const watching = new Watching();
