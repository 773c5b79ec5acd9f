/** How wide the columns of a table are, in whole pixels. */
import type { Column } from './column';

/** No column becomes narrower than this by hand. */
export const NARROWEST = 40;
/** One press of an arrow key. */
export const STEP = 16;
const LEAST = 120;

type Sized = Pick<Column<never>, 'id' | 'width' | 'least' | 'grow'>;

/** The columns that there is room for: those that can be spared go first. */
export function fitting<Each extends Sized & Pick<Column<never>, 'spare'>>(columns: Each[], made: Readonly<Record<string, number>>, room: number): Each[] {
  const needed = (column: Each) => made[column.id] ?? column.width ?? column.least ?? LEAST;
  const going = columns.filter(({ spare }) => spare !== undefined).sort((left, right) => (left.spare ?? 0) - (right.spare ?? 0));
  let kept = columns;
  for (const gone of going) {
    if (room === 0 || kept.reduce((sum, column) => sum + needed(column), 0) <= room) break;
    kept = kept.filter((column) => column !== gone);
  }
  return kept;
}

/**
 * The width of each column in a frame of this room. A column is as wide as the user made it, else as it is meant to be; those
 * without a width share what is left by their parts, but none gets less than its least. Where the room is too small for
 * that, the sum is larger than the room and the table scrolls sideways.
 */
export function widthsOf(columns: Sized[], made: Readonly<Record<string, number>>, room: number): number[] {
  const fixed = new Map<string, number>();
  for (const { id, width } of columns) {
    const own = made[id] ?? width;
    if (own !== undefined) fixed.set(id, own);
  }
  for (;;) {
    const sharing = columns.filter(({ id }) => !fixed.has(id));
    const left = room - [...fixed.values()].reduce((sum, width) => sum + width, 0);
    const parts = sharing.reduce((sum, { grow = 1 }) => sum + grow, 0);
    const share = ({ grow = 1 }: Sized) => Math.floor((left * grow) / parts);
    const short = sharing.filter((column) => share(column) < (column.least ?? LEAST));
    for (const { id, least = LEAST } of short) fixed.set(id, least);
    if (short.length === 0) {
      const spare = left - sharing.reduce((sum, column) => sum + share(column), 0);
      const last = sharing.at(-1);
      return columns.map((column) => fixed.get(column.id) ?? share(column) + (column === last ? spare : 0));
    }
  }
}
