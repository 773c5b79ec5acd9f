/** Which rows of a table are looked for: by a text anywhere in the row, or by what one column says. */
import { compare, typed } from '../../format/decimal';
import type { Language } from '../../state/language.svelte';
import { isNumeric, shown, type Column } from './column';

/** What was typed over each column, by its id. */
export type Filters = Readonly<Record<string, string>>;

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether any column of the row holds the text, without regard to capitals and accents. */
export function holds<Row>(row: Row, columns: Column<Row>[], text: string, language: Language): boolean {
  const wanted = plain(text.trim());
  return wanted !== '' && columns.some((column) => plain(shown(column.value(row), column.kind, language)).includes(wanted));
}

/** Whether the row passes what was typed over every column: a part of the text, or of numbers also `> 80`, `< 3`, `= 2`. */
export function passes<Row>(row: Row, columns: Column<Row>[], filters: Filters, language: Language): boolean {
  return columns.every((column) => {
    const filter = filters[column.id]?.trim() ?? '';
    if (filter === '') return true;
    const value = column.value(row);
    const compared = isNumeric(column.kind) ? /^([<>=])\s*(.+)$/.exec(filter) : null;
    const bound = compared && typed(compared[2] ?? '');
    if (!compared || !bound) return plain(shown(value, column.kind, language)).includes(plain(filter));
    if (value === null) return false;
    const order = compare(String(value), bound);
    return compared[1] === '>' ? order > 0 : compared[1] === '<' ? order < 0 : order === 0;
  });
}

/** The filters with one changed; an empty one is gone. */
export function withFilter(filters: Filters, column: string, text: string): Filters {
  const { [column]: _, ...others } = filters;
  return text.trim() === '' ? others : { ...others, [column]: text };
}
