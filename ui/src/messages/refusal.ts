/** A refusal in the reader's language: by its code where the catalogue has it, else as the core says it, in English. */
import type { Refusal } from '../backend';
import type { Messages } from './id';

export type Explanation = { text: string; beside: string | null };

/** What to say, and what to say beside it: the core's own words where they tell more of the place. */
export function explain(words: Messages, refusal: Refusal): Explanation {
  const known = words.refusals[refusal.code];
  if (!known) return { text: refusal.message, beside: refusal.hint };
  const text = fill(known, refusal.params);
  return { text, beside: PLACED.has(refusal.code) ? refusal.message : null };
}

/** Those whose message names a line, a key or a cause that the catalogue cannot. */
const PLACED = new Set(['bad-rules', 'bad-mapping', 'bad-mark', 'reader-died']);

/** Puts parameters in: `Baris {row}` with row = 12 → `Baris 12`. */
export function fill(text: string, params: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '…');
}
