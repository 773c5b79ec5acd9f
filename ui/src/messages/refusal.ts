/** A refusal in the reader's language: by its code where the catalogue has it, else as the core says it, in English. */
import type { Refusal } from '../backend';
import type { Messages } from './id';

export function refusalText(words: Messages, refusal: Refusal): string {
  const known = (words.refusals as Record<string, string>)[refusal.code];
  return known ? fill(known, refusal.params) : refusal.message;
}

/** Puts parameters in: `Baris {row}` with row = 12 → `Baris 12`. */
export function fill(text: string, params: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '…');
}
