/** What stands beside the grid, one at a time. */
import type { ImportPreview } from '../../generated/api';

export type Tab = 'columns' | 'findings' | 'duplicates' | 'categories' | 'changes' | 'left';

/** What there is to see now, with how much of it. */
export function tabsOf(preview: ImportPreview): { tab: Tab; number: number }[] {
  const { outcome } = preview;
  const all: { tab: Tab; number: number }[] = [
    { tab: 'columns', number: preview.columns.length },
    { tab: 'findings', number: outcome.findings.length },
    { tab: 'duplicates', number: outcome.duplicates.length },
    { tab: 'categories', number: preview.categories.length },
    { tab: 'changes', number: outcome.changed },
    { tab: 'left', number: outcome.skipped.filter((row) => row.reason !== 'blank').length },
  ];
  const always: Tab[] = ['columns', 'findings', 'left'];
  return all.filter(({ tab, number }) => number > 0 || always.includes(tab));
}

/** The tab chosen, or the findings where it is there no more. */
export const wanted = (preview: ImportPreview, tab: Tab): Tab =>
  tabsOf(preview).some((known) => known.tab === tab) ? tab : 'findings';

/** What is shown first: the findings, else what is to be answered, else the columns. */
export function firstOf(preview: ImportPreview): Tab {
  const asking = ['findings', 'duplicates', 'categories', 'changes'];
  return tabsOf(preview).find(({ tab, number }) => number > 0 && asking.includes(tab))?.tab ?? 'columns';
}
