/** Rows as a table on the clipboard: lines with tabs for spreadsheets, a table for documents and messages. */
import type { Language } from '../../state/language.svelte';
import { copied, isNumeric, type Column } from './column';

export type Copy = { text: string; html: string };

/** The rows with their headings, as both. */
export function copyOf<Row>(rows: Row[], columns: Column<Row>[], language: Language): Copy {
  const text = [
    columns.map(({ title }) => plain(title)),
    ...rows.map((row) => columns.map((column) => plain(valueOf(column, row, language)))),
  ];
  const head = columns.map(({ title }) => `<th>${escaped(title)}</th>`).join('');
  const body = rows.map((row) => `<tr>${columns.map((column) => cell(column, row, language)).join('')}</tr>`).join('');
  return {
    text: text.map((line) => line.join('\t')).join('\r\n'),
    html: `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`,
  };
}

/** Puts the rows on the clipboard that this event writes. */
export function copyTo<Row>(event: ClipboardEvent, rows: Row[], columns: Column<Row>[], language: Language): void {
  const { text, html } = copyOf(rows, columns, language);
  event.clipboardData?.setData('text/plain', text);
  event.clipboardData?.setData('text/html', html);
  event.preventDefault();
}

const valueOf = <Row>(column: Column<Row>, row: Row, language: Language): string => {
  const said = copied(column.value(row), column.kind, language);
  return isNumeric(column.kind) ? said : harmless(said);
};

/** Excel takes the number from `x:num`, whatever its decimal sign is. */
function cell<Row>(column: Column<Row>, row: Row, language: Language): string {
  const value = column.value(row);
  const number = isNumeric(column.kind) && value !== null ? ` x:num="${escaped(String(value))}"` : '';
  return `<td${number}>${escaped(valueOf(column, row, language))}</td>`;
}

/** A text that a spreadsheet would take for a formula is pasted as a text, as the written documents do it. */
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** A cell of a line: tabs and line ends would begin another cell. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
