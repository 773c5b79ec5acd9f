/** What was registered of an entry, field by field, as it is read. */
import type { EntryRow, Target } from '../../generated/api';
import { day } from '../../format/date';
import { decimal } from '../../format/decimal';
import type { Messages } from '../../messages/id';
import type { Language } from '../../state/language.svelte';

export type EntryField = { name: string; label: string; text: string };

const LONG = ['summary', 'design', 'background', 'purpose', 'benefit', 'outcome', 'description', 'remarks'];
const ELSEWHERE = ['title', 'agency', 'category', 'other', 'ignored'];

/** What a named field is called; a heading without a known meaning stands for itself. */
export const fieldName = (field: string, words: Messages): string =>
  field in words.intake.targets ? words.intake.targets[field as Target] : field;

/** Facts of a line, and texts to be read, in the order in which fields are shown. */
export function fieldsOf(entry: EntryRow, words: Messages, language: Language): { short: EntryField[]; long: EntryField[] } {
  const fields = Object.entries(words.intake.targets)
    .filter(([name]) => !ELSEWHERE.includes(name) && entry[name])
    .map(([name, label]) => ({ name, label, text: written(name, String(entry[name]), language) }));
  return {
    short: fields.filter((field) => !LONG.includes(field.name)),
    long: fields.filter((field) => LONG.includes(field.name)),
  };
}

function written(name: string, value: string, language: Language): string {
  if (name === 'nip' && /^\d{18}$/.test(value)) return value.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
  if (name === 'own_score') return decimal(value, language);
  if (name === 'timestamp') {
    return value.replace(/^(\d{4}-\d\d-\d\d) (\d\d):(\d\d).*/, (_, date: string, hour: string, minute: string) => `${day(date, language)} ${hour}.${minute}`);
  }
  return name.endsWith('_date') ? day(value, language) : value;
}
