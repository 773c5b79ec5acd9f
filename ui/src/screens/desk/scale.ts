/** Marks as they are typed and stepped on a criterion's scale, exact: a mark is text, never a binary number. */
import { fromUnits, typed, units } from '../../format/decimal';
import type { ScaleView } from '../../generated/api';

/** What a typed text comes to: a mark (none for an empty field), or why it is no mark of the scale. */
export type Reading =
  | { mark: string | null }
  | { wrong: 'not-a-number' | 'outside' }
  | { wrong: 'between'; below: string; above: string };

/** Reads what was typed for a range, with comma or point. */
export function read(text: string, scale: ScaleView): Reading {
  if (text.trim() === '') return { mark: null };
  const mark = typed(text);
  if (mark === null) return { wrong: 'not-a-number' };
  const [value, min, max, step] = [units(mark), units(scale.min ?? '0'), units(scale.max ?? '0'), units(scale.step ?? '1')];
  if (value < min || value > max) return { wrong: 'outside' };
  const over = (value - min) % step;
  if (over === 0n) return { mark: fromUnits(value) };
  return { wrong: 'between', below: fromUnits(value - over), above: fromUnits(value - over + step) };
}

/** The mark one step further; from no mark, the lowest going up and the highest going down. */
export function stepped(mark: string | null, scale: ScaleView, direction: 1 | -1): string {
  const [min, max, step] = [units(scale.min ?? '0'), units(scale.max ?? '0'), units(scale.step ?? '1')];
  const highest = max - ((max - min) % step);
  if (mark === null) return fromUnits(direction > 0 ? min : highest);
  const next = units(mark) + BigInt(direction) * step;
  return fromUnits(next < min ? min : next > highest ? highest : next);
}

/** The key that picks each level: its value where all values are single digits, else its place. None after the ninth. */
export function levelKeys(values: string[]): (string | null)[] {
  const asValues = values.every((value) => /^\d$/.test(value));
  return values.map((value, at) => (asValues ? value : at < 9 ? String(at + 1) : null));
}
