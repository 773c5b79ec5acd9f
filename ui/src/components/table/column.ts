/** The columns of a table: what each says of a row, and how that is shown, ordered and copied. */
import type { Snippet } from 'svelte';
import { count, instant, moment } from '../../format/date';
import { decimal } from '../../format/decimal';
import type { Language } from '../../state/language.svelte';

/** A decimal is a string (`-12.50`), a moment an RFC 3339 string; neither is ever a floating-point number. */
export type Kind = 'text' | 'number' | 'decimal' | 'moment';
export type Value = string | number | null;

export type Column<Row> = {
  id: string;
  title: string;
  /** Text, unless said otherwise. */
  kind?: Kind;
  /** Null where the row has nothing to say; such rows come last in either order. */
  value: (row: Row) => Value;
  /** Drawn instead of the value as text; it gets the row and the id of the column. */
  cell?: Snippet<[Row, string]>;
  tone?: 'strong' | 'quiet';
  /** Explains the heading. */
  hint?: string;
  /** In pixels. Columns without a width share what the others leave. */
  width?: number;
  /** The smallest width of a column that shares, in pixels. */
  least?: number;
  /** Columns with this go, the smallest number first, while the room is too small for the others. */
  spare?: number;
  /** How many parts of what is left a column takes; one, unless said otherwise. */
  grow?: number;
  /** Over how many columns the cell of this row reaches; one, unless said otherwise. */
  span?: (row: Row) => number;
};

export const isNumeric = (kind: Kind = 'text'): boolean => kind === 'number' || kind === 'decimal';

/** A value in the reader's writing. */
export function shown(value: Value, kind: Kind = 'text', language: Language): string {
  if (value === null) return '';
  if (kind === 'number') return count(Number(value), language);
  if (kind === 'decimal') return decimal(String(value), language);
  if (kind === 'moment') return moment(String(value), language);
  return String(value);
}

/**
 * A value as it is pasted elsewhere: a moment with its whole date, a number without its group signs, which a spreadsheet of
 * another language would take for a decimal sign.
 */
export function copied(value: Value, kind: Kind = 'text', language: Language): string {
  if (value === null) return '';
  if (kind === 'moment') return instant(String(value));
  if (kind === 'decimal' && language === 'id') return String(value).replace('.', ',');
  return String(value);
}

export type Cell<Row> = { column: Column<Row>; span: number };

/** The cells of one row, without those that a wider cell before them covers. */
export function cellsOf<Row>(columns: Column<Row>[], row: Row): Cell<Row>[] {
  const cells: Cell<Row>[] = [];
  let at = 0;
  while (at < columns.length) {
    const column = columns[at] as Column<Row>;
    const span = Math.min(columns.length - at, Math.max(1, column.span?.(row) ?? 1));
    cells.push({ column, span });
    at += span;
  }
  return cells;
}
