/** What happened and what was refused, said at the foot of the window until read. */
import type { Refusal } from '../backend';
import { explain } from '../messages/refusal';
import { words } from './language.svelte';

export type Notice = { id: number; tone: 'ok' | 'bad'; text: string; hint: string | null };

const SECONDS_SHOWN = 6;

class Notices {
  all = $state<Notice[]>([]);
  private last = 0;

  /** Says that something was done; goes by itself. */
  done(text: string): void {
    const id = this.add('ok', text, null);
    setTimeout(() => this.dismiss(id), SECONDS_SHOWN * 1000);
  }

  /** Says why something cannot be done as it stands; stays until dismissed. */
  warn(text: string): void {
    this.add('bad', text, null);
  }

  /** Says why something was refused; stays until dismissed. */
  refused(error: unknown): void {
    if (isRefusal(error)) {
      if (error.code === 'cancelled') return;
      const { text, beside } = explain(words(), error);
      this.add('bad', text, beside);
    } else {
      this.add('bad', error instanceof Error ? error.message : String(error), null);
    }
  }

  dismiss(id: number): void {
    this.all = this.all.filter((notice) => notice.id !== id);
  }

  private add(tone: Notice['tone'], text: string, hint: string | null): number {
    const id = ++this.last;
    const others = this.all.filter((notice) => notice.text !== text);
    this.all = [...others.slice(-2), { id, tone, text, hint }];
    return id;
  }
}

function isRefusal(error: unknown): error is Refusal {
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
}

/** The refusal that an error is, if it is one. */
export const refusalOf = (error: unknown): Refusal | null => (isRefusal(error) ? error : null);

export const notices = new Notices();

/** Does it, and says so if it was refused. Resolves to whether it was done. */
export async function attempt(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    notices.refused(error);
    return false;
  }
}
