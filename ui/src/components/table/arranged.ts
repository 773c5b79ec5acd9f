/** The rows of a table as it is looked at: filtered and in order. */
import type { Language } from '../../state/language.svelte';
import type { Column } from './column';
import { passes, type Filters } from './filter';
import { sorted, type Sorting } from './sort';

/** Lines between rows, which are no entries, stand only in the order given and where nothing is filtered. */
export function arranged<Row>(
  rows: Row[],
  columns: Column<Row>[],
  { sorting, filters }: { sorting: Sorting; filters: Filters },
  isEntry: (row: Row) => boolean,
  language: Language,
): Row[] {
  const column = columns.find(({ id }) => id === sorting?.column);
  const isFiltered = Object.keys(filters).length > 0;
  const own = column || isFiltered ? rows.filter(isEntry) : rows;
  const kept = isFiltered ? own.filter((row) => passes(row, columns, filters, language)) : own;
  return column ? sorted(kept, column, sorting?.descending ?? false, language) : kept;
}
