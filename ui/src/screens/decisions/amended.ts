/** What is different between two sets of particulars of one entry. */
import type { Particulars } from '../../generated/api';
import type { Messages } from '../../messages/id';

export type Difference = { label: string; before: string; after: string };

export function changes(before: Particulars, after: Particulars, words: Messages): Difference[] {
  const { title, agency, category } = words.intake.targets;
  const labels = { title, agency, category };
  return (['title', 'agency', 'category'] as const)
    .filter((key) => before[key] !== after[key])
    .map((key) => ({ label: labels[key], before: before[key], after: after[key] }));
}
