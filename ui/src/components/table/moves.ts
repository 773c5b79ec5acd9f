/** Which row a key leads to. */
import { everything, extended, only, type Selection } from './selection';

/** The place a key aims at among `count` rows, `page` of them in sight; null for a key that does not move. */
export function target(key: string, at: number, count: number, page: number): number | null {
  const aims: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + Math.max(1, page - 1),
    PageUp: at - Math.max(1, page - 1),
    Home: 0,
    End: count - 1,
  };
  const aim = aims[key];
  return aim === undefined || count === 0 ? null : Math.min(count - 1, Math.max(0, aim));
}

/** What a key on a row does: what is selected then, which row is to be read, which gets the focus. */
export type Pressed = { selection: Selection; opens?: string; enters?: string };

/** `entered`: the row that has the keys. Null for a key that is nothing to the table. */
export function pressed(
  { key, ctrlKey, metaKey, shiftKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
  selection: Selection,
  entered: string | undefined,
  order: string[],
  page: number,
): Pressed | null {
  if (ctrlKey || metaKey) return key.toLowerCase() === 'a' ? { selection: everything(selection, order) } : null;
  if (key === 'Enter' && entered !== undefined) return { selection: only(entered), opens: entered };
  const to = target(key, order.indexOf(entered ?? ''), order.length, page);
  const next = to === null ? undefined : order[to];
  if (next === undefined) return null;
  return { selection: shiftKey ? extended(selection, next, order) : only(next), enters: next };
}
