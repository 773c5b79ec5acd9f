/** What a line of the journal says, in the reader's words. The journal itself keeps codes, which are shown as technical details. */
import type { JournalRow, OpKind } from '../../generated/api';
import { decimal } from '../../format/decimal';
import type { Messages } from '../../messages/id';
import type { Language } from '../../state/language.svelte';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Said = { label: string; text: string };

/** The detail of a line; text that is no JSON stands for itself. */
export function detailOf(row: Pick<JournalRow, 'detail'>): Json {
  try {
    return JSON.parse(row.detail) as Json;
  } catch {
    return row.detail;
  }
}

/** What a line is about: the core names decisions, hand-overs and documents in a fixed form. */
export function subjectOf(row: Pick<JournalRow, 'op' | 'subject' | 'detail'>, words: Messages): string {
  const detail = detailOf(row);
  const op = row.op === 'undo' || row.op === 'redo' ? undone(detail) : row.op;
  return subject(op, row.subject, words);
}

/** The same of an operation that undo names. */
export function subject(op: OpKind | null, text: string, words: Messages): string {
  const says = words.journal.subjects;
  const numbers = [...text.matchAll(/\d+/g)].map(([figure]) => Number(figure));
  const [first = 0, second = 0] = numbers;
  if (op === 'decide' && /^decision \d+$/.test(text)) return says.decision(first);
  if (op === 'change-rules' && /^revision \d+, decision \d+$/.test(text)) return says.rules(first, second);
  if (op === 'export' && /^\d+ documents$/.test(text)) return says.documents(first);
  if (op === 'finish-all' && /^\d+ sheets$/.test(text)) return says.sheets(first);
  const handed = /^(\S+) (\d+)$/.exec(text);
  if ((op === 'hand-over' || op === 'enter-form') && handed) return says.handOver(handed[1] ?? '', Number(handed[2]));
  return text;
}

const undone = (detail: Json): OpKind | null =>
  typeof detail === 'object' && detail !== null && !Array.isArray(detail) && typeof detail['op'] === 'string' ? (detail['op'] as OpKind) : null;

/** The detail line by line: what is named, with what it says. Codes of bytes and empty fields are left to the technical details. */
export function linesOf(row: JournalRow, words: Messages, language: Language): Said[] {
  const lines: Said[] = [];
  const add = (key: string, value: Json): void => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0) || TECHNICAL.has(key)) return;
    if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) lines.push({ label: label(key, words), text: value.map(String).join(', ') });
    else if (Array.isArray(value)) lines.push({ label: label(key, words), text: words.table.rows(String(value.length)) });
    else if (typeof value === 'object') for (const [inner, of] of Object.entries(value)) add(inner, of);
    else lines.push({ label: label(key, words), text: text(key, value, words, language) });
  };
  const detail = detailOf(row);
  if (row.op === 'export' && Array.isArray(detail)) {
    const files = detail.flatMap((one) => (typeof one === 'object' && one !== null && !Array.isArray(one) && typeof one['file'] === 'string' ? [one['file']] : []));
    return [{ label: label('file', words), text: files.join(', ') }];
  }
  if (typeof detail === 'object' && detail !== null && !Array.isArray(detail)) for (const [key, value] of Object.entries(detail)) add(key, value);
  return lines;
}

/** Names of bytes and places in the file itself. */
const TECHNICAL = new Set(['hash', 'file_hash', 'hashes', 'from', 'to', 'rules', 'rules_before', 'decision', 'line', 'mapping', 'hand_over', 'chosen', 'report']);

const label = (key: string, words: Messages): string => (words.journal.labels as Readonly<Record<string, string>>)[key] ?? key.replaceAll('_', ' ');

function text(key: string, value: string | number | boolean, words: Messages, language: Language): string {
  if (typeof value === 'boolean') return value ? words.journal.yes : words.journal.no;
  if (key === 'kind') return (words.decisions.kinds as Readonly<Record<string, string>>)[value] ?? String(value);
  if (key === 'op') return words.journal.ops[value as OpKind] ?? String(value);
  if (['points', 'before', 'after'].includes(key) && /^-?\d+(\.\d+)?$/.test(String(value))) return decimal(String(value), language);
  return String(value);
}
