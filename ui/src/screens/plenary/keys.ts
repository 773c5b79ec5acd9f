/** What the keys do that a presentation remote sends. */
import type { PlenaryPress } from '../../generated/api';

const PRESSES: Record<string, PlenaryPress> = {
  PageDown: 'next',
  PageUp: 'back',
  b: 'black',
  B: 'black',
  '.': 'black',
};

/** Null where the key is not about it, or is held with another. */
export function pressOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): PlenaryPress | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return PRESSES[event.key] ?? null;
}
