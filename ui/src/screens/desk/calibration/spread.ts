/** How a judge's marks lie on a criterion's scale. Marks stay exact; only places on the screen are numbers. */
import { compare, fromUnits, share, units } from '../../../format/decimal';
import type { ScaleView } from '../../../generated/api';

/** One mark, and the entry it was given to. */
export type Given = { entry: string; mark: string };

export type Spread = {
  count: number;
  lowest: string;
  highest: string;
  /** The middle mark; between two middle ones, halfway. */
  middle: string;
  /** The part of the scale between lowest and highest, in whole percent. */
  used: number;
};

/** Lowest and highest mark of a scale. */
export function ends(scale: ScaleView): { min: string; max: string } {
  const values = scale.levels.map((level) => level.value).sort(compare);
  return { min: scale.min ?? values[0] ?? '0', max: scale.max ?? values.at(-1) ?? '0' };
}

/** Where a mark lies between the ends, from 0 to 1. */
export function placeOf(mark: string, { min, max }: { min: string; max: string }): number {
  return Number(share(fromUnits(units(mark) - units(min)), fromUnits(units(max) - units(min)))) / 100;
}

/** Null without any mark. */
export function spreadOf(marks: string[], scale: ScaleView): Spread | null {
  const sorted = [...marks].sort(compare);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined) return null;
  const { min, max } = ends(scale);
  const used = share(fromUnits(units(highest) - units(lowest)), fromUnits(units(max) - units(min)));
  return { count: sorted.length, lowest, highest, middle: middleOf(sorted), used: Math.round(Number(used)) };
}

function middleOf(sorted: string[]): string {
  const half = Math.floor(sorted.length / 2);
  const above = units(sorted[half] ?? '0');
  const below = sorted.length % 2 === 0 ? units(sorted[half - 1] ?? '0') : above;
  return fromUnits((above + below) / 2n);
}

/** How often each level was given, in the order of the levels. */
export function perLevel(marks: string[], scale: ScaleView): { value: string; label: string; times: number }[] {
  return scale.levels.map(({ value, label }) => ({
    value,
    label,
    times: marks.filter((mark) => compare(mark, value) === 0).length,
  }));
}

/** Dots that would lie on one another are stacked: how many lie under each. */
export function stacked(places: number[], width: number, dot: number): number[] {
  const heights = new Map<number, number>();
  return places.map((place) => {
    const column = Math.round((place * width) / dot);
    const under = heights.get(column) ?? 0;
    heights.set(column, under + 1);
    return under;
  });
}
