/** Whether a judge grows stricter or milder: the first third of the sheets beside the last, exact. */
import { fromUnits, units } from '../../../format/decimal';

/** With fewer sheets nothing is said. */
export const FEWEST = 6;
/** What counts as no change: this part of the scale, in percent. */
const STEADY = 2n;

export type Drift = {
  /** How many sheets each mean is taken of. */
  count: number;
  /** Means with two digits. */
  first: string;
  last: string;
  /** The difference without its sign, with two digits. */
  by: string;
  change: 'stricter' | 'milder' | 'steady';
};

/** `values` in the order in which they were given; null where there are too few. */
export function driftOf(values: string[], { min, max }: { min: string; max: string }): Drift | null {
  if (values.length < FEWEST) return null;
  const count = Math.floor(values.length / 3);
  const [first, last] = [mean(values.slice(0, count)), mean(values.slice(-count))];
  const change = last - first;
  const size = change < 0n ? -change : change;
  const steady = size * 100n <= STEADY * (units(max) - units(min));
  return {
    count,
    first: fromUnits(first),
    last: fromUnits(last),
    by: fromUnits(size),
    change: steady ? 'steady' : change < 0n ? 'stricter' : 'milder',
  };
}

const CENT = units('0.01');

/** In smallest units, rounded to two digits. */
function mean(values: string[]): bigint {
  const total = values.reduce((sum, value) => sum + units(value), 0n);
  const count = BigInt(values.length);
  const doubled = 2n * total + count * CENT;
  const cents = doubled / (2n * count * CENT);
  return (doubled < 0n && doubled % (2n * count * CENT) !== 0n ? cents - 1n : cents) * CENT;
}
