/** The order of a table's rows by one column. */
import { compare } from '../../format/decimal';
import type { Language } from '../../state/language.svelte';
import type { Column, Kind, Value } from './column';

/** Null: the order in which the rows were given. */
export type Sorting = { column: string; descending: boolean } | null;

/** What a press on a heading does: ascending, then descending, then the order given. */
export function turned(sorting: Sorting, column: string): Sorting {
  if (sorting?.column !== column) return { column, descending: false };
  return sorting.descending ? null : { column, descending: true };
}

/** The rows by one column. Equal rows keep their order; rows without a value come last in either direction. */
export function sorted<Row>(rows: Row[], column: Column<Row>, descending: boolean, language: Language): Row[] {
  const order = orderOf(column.kind ?? 'text', language);
  const said = (value: Value): value is string | number => value !== null && value !== '';
  return rows
    .map((row) => ({ row, value: column.value(row) }))
    .sort((left, right) => {
      if (!said(left.value) || !said(right.value)) return Number(said(right.value)) - Number(said(left.value));
      const by = order(left.value, right.value);
      return descending ? -by : by;
    })
    .map(({ row }) => row);
}

type Order = (left: string | number, right: string | number) => number;

function orderOf(kind: Kind, language: Language): Order {
  if (kind === 'number') return (left, right) => Number(left) - Number(right);
  if (kind === 'decimal') return (left, right) => compare(String(left), String(right));
  if (kind === 'moment') return (left, right) => Date.parse(String(left)) - Date.parse(String(right));
  // Numbers within codes count as numbers: J2 stands before J10.
  const { compare: collate } = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  return (left, right) => collate(String(left), String(right));
}
