/**
 * What happened and what was refused. It is said at the foot of the window, or in the dialog that is open over it, where it would
 * not be seen otherwise. A refusal goes when something succeeds, when the screen or the dialog is left, or when it is dismissed.
 */
import { untrack } from 'svelte';
import type { Refusal } from '../backend';
import { explain } from '../messages/refusal';
import { words } from './language.svelte';

export type Notice = { id: number; tone: 'ok' | 'bad'; text: string; hint: string | null; /** Written just now. */ files?: string[] };

/** Where refusals are said while it is there: a dialog. */
export class Place {
  refusals = $state.raw<Notice[]>([]);
}

const SECONDS_SHOWN = 6;

class Notices {
  all = $state<Notice[]>([]);
  private last = 0;
  /** The dialogs that are open, the topmost last. */
  private places: Place[] = [];

  /** Refusals are said in this place until it is left. What was done before would lie over its buttons. */
  enter(place: Place): () => void {
    untrack(() => (this.all = this.all.filter(({ tone }) => tone === 'bad')));
    this.places.push(place);
    return () => {
      this.places = this.places.filter((known) => known !== place);
    };
  }

  /** What was refused is no more to the point: something succeeded, or another screen is there. */
  settled(): void {
    this.all = this.all.filter(({ tone }) => tone === 'ok');
    for (const place of this.places) place.refusals = [];
  }

  /** Says that something was done; goes by itself. */
  done(text: string): void {
    this.settled();
    this.mention(text);
  }

  /** Says that these files were written, and offers to show them; stays until dismissed, until others are written or the screen is left. */
  saved(text: string, files: string[]): void {
    this.settled();
    this.left();
    this.add('ok', text, null, files);
  }

  /** The screen is left: files written there are offered no more. */
  left(): void {
    this.all = this.all.filter(({ files }) => !files);
  }

  /** Says something that settles nothing; goes by itself. Answers with what it is dismissed by. */
  mention(text: string): number {
    const id = this.add('ok', text, null);
    setTimeout(() => this.dismiss(id), SECONDS_SHOWN * 1000);
    return id;
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

  private add(tone: Notice['tone'], text: string, hint: string | null, files?: string[]): number {
    const id = ++this.last;
    const place = tone === 'bad' ? this.places.at(-1) : undefined;
    if (place) {
      place.refusals = [{ id, tone, text, hint }];
      return id;
    }
    const others = this.all.filter((notice) => notice.text !== text);
    this.all = [...others.slice(-2), { id, tone, text, hint, ...(files ? { files } : {}) }];
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
    notices.settled();
    return true;
  } catch (error) {
    notices.refused(error);
    return false;
  }
}
