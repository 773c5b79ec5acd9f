/** What each plot shows, as a table: every number in it, also of rows that are not drawn. */
import type { AcceptabilityRow, Plots } from '../../../generated/api';
import type { Messages } from '../../../messages/id';
import type { Built } from './built';
import type { Said } from './plot';

type Shown = (value: string) => string;

export const distribution = (plots: Plots, t: Messages, shown: Shown): Said => ({
  head: [t.plots.judge, t.plots.sheets, ...t.plots.five],
  rows: plots.judges.map((judge) => [`${judge.judge} ${judge.name}`, String(judge.sheets), ...judge.five.map((point) => shown(point.shown))]),
});

export const heat = (plots: Plots, t: Messages, shown: Shown): Said => ({
  head: [t.plots.entry, ...plots.judges.map(({ judge }) => judge)],
  rows: plots.entries.map((entry) => [`${entry.entry} ${entry.title}`, ...entry.cells.map((cell) => (cell ? shown(cell.shown) : '–'))]),
});

export const buildUp = (built: Built, t: Messages, shown: Shown): Said => {
  const taken = built.entries.some((entry) => entry.taken !== null);
  return {
    head: [t.plots.rank, t.plots.entry, ...built.names, ...(taken ? [t.standings.deducted] : []), t.standings.score],
    rows: built.entries.map((entry) => [
      String(entry.rank),
      `${entry.entry} ${entry.title}`,
      ...entry.shown.map((value) => (value === '' ? '–' : shown(value))),
      ...(taken ? [entry.taken === null ? '–' : `−${shown(entry.taken)}`] : []),
      shown(entry.score),
    ]),
  };
};

export const acceptability = (rows: AcceptabilityRow[], ranks: number, title: (entry: string) => string, t: Messages, shown: Shown): Said => ({
  head: [t.plots.entry, ...Array.from({ length: ranks }, (_, at) => t.plots.rankOf(at + 1))],
  rows: rows.map((row) => [
    `${row.entry} ${title(row.entry)}`,
    ...row.permille.slice(0, ranks).map((permille) => `${shown(`${Math.floor(permille / 10)}.${permille % 10}`)} %`),
  ]),
});

export const margin = (plots: Plots, t: Messages, shown: Shown): Said => ({
  head: [t.plots.rank, t.plots.entry, t.standings.score, t.plots.gap],
  rows: plots.ranked.map((entry) => [
    String(entry.rank),
    `${entry.entry} ${entry.title}`,
    shown(entry.score.shown),
    [entry.gap === null ? '–' : shown(entry.gap), entry.cut_below ? t.plots.cutBelow : ''].filter(Boolean).join(' · '),
  ]),
});
