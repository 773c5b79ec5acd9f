/** An entry while it is typed. */
import type { Act, EntryRow } from '../../generated/api';

/** Fields of one line that can be typed; others come from registration sheets. */
export const NAMED = ['innovator', 'phone', 'nip', 'email'] as const;
const FIELDS = [...NAMED, 'summary'] as const;

export type Typed = { title: string; agency: string; category: string; fields: Record<string, string> };

const said = (entry: EntryRow | null, field: string) => String(entry?.[field] ?? '');

/** What the entry says, or nothing yet. */
export const begun = (entry: EntryRow | null, category: string): Typed => ({
  title: entry?.title ?? '',
  agency: entry?.agency ?? '',
  category: entry?.category ?? category,
  fields: Object.fromEntries(FIELDS.map((field) => [field, said(entry, field)])),
});

/** The fields that say something else now. */
export const changedFields = (entry: EntryRow | null, typed: Typed): Record<string, string> =>
  Object.fromEntries(Object.entries(typed.fields).filter(([field, text]) => text.trim() !== said(entry, field)));

/** The decision by which the entry becomes known by what is typed; null when that changes nothing. */
export function amendment(entry: EntryRow, typed: Typed): Act | null {
  const [title, agency] = [typed.title.trim(), typed.agency.trim()];
  const changed = {
    ...(title && title !== entry.title ? { title } : {}),
    ...(agency !== entry.agency ? { agency } : {}),
    ...(typed.category !== entry.category ? { category: typed.category } : {}),
  };
  return Object.keys(changed).length > 0 ? { kind: 'amend-entry', entry: entry.entry, ...changed } : null;
}
