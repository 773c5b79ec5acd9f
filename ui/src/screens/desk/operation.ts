/** An operation on the desk, said in words: what undo would do, and what it did. */
import type { CriterionView, Operation } from '../../generated/api';
import { decimal } from '../../format/decimal';
import type { Messages } from '../../messages/id';
import type { Language } from '../../state/language.svelte';

/** An operation that was taken back or done again. */
export type Turned = { way: 'undo' | 'redo'; operation: Operation };

/** `Kebaruan KEC-001: 3 → 2`: what the sheet says before and after the operation is taken back or done again. */
export function said({ way, operation }: Turned, criteria: CriterionView[], words: Messages, language: Language): string {
  const { op, subject, params } = operation;
  const criterion = criteria.find(({ code }) => code === params['criterion']);
  if (op === 'set-remark') {
    const { before = '', after = '' } = params;
    const [from, to] = way === 'undo' ? [after, before] : [before, after];
    const what = criterion ? words.desk.remarkFor(criterion.name) : words.desk.remark;
    return `${what} ${subject}: ${quoted(from)} → ${quoted(to)}`;
  }
  if (!criterion) return `${words.journal.ops[op] ?? op} ${subject}`;
  const mark = (value: string | undefined) => (value === undefined ? '–' : decimal(value, language));
  const [before, after] = [mark(params['before']), mark(params['after'])];
  if (before === after) return `${words.desk.remarkFor(criterion.name)} ${subject}`;
  const [from, to] = way === 'undo' ? [after, before] : [before, after];
  return `${criterion.name} ${subject}: ${from} → ${to}`;
}

const SHOWN = 40;

/** The beginning of a text, in quotation marks; none for an empty one. */
function quoted(text: string): string {
  if (!text) return '–';
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length > SHOWN ? `“${letters.slice(0, SHOWN - 1).join('')}…”` : `“${letters.join('')}”`;
}
