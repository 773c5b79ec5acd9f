/** Entries side by side as rows of a table: what stages, criteria and judges bring, each with its difference from the first entry. */
import type { Explained } from '../../../generated/api';
import { sum } from '../../../format/decimal';

export type Cell = { value: string | null; difference: string | null };
export type CompareRow = { kind: 'stage' | 'criterion' | 'judge' | 'deductions' | 'total'; key: string; name: string; cells: Cell[] };

/** `alone` explains each entry, `against` each but the first against the first. */
export function compared(alone: Explained[], against: (Explained | null)[], stageName: (code: string) => string): CompareRow[] {
  const first = alone[0];
  if (!first) return [];
  const row = (kind: CompareRow['kind'], key: string, name: string, cell: (own: Explained, pair: Explained | null) => Cell): CompareRow => ({
    kind,
    key,
    name,
    cells: alone.map((own, at) => cell(own, against[at] ?? null)),
  });
  const stages = first.stages.flatMap(({ stage, criteria }) => [
    row('stage', stage, stageName(stage), (own, pair) => ({ value: partOf(own, stage), difference: pair && partOf(pair, stage) })),
    ...criteria.map(({ code, name }) =>
      row('criterion', `${stage} ${code}`, name, (own, pair) => ({ value: barOf(own, stage, code), difference: pair && barOf(pair, stage, code) })),
    ),
    ...judges(alone, stage).map((judge) =>
      row('judge', `${stage} ${judge}`, judge, (own) => {
        const [value, other] = [sheetOf(own, stage, judge), sheetOf(first, stage, judge)];
        return { value, difference: own === first || value === null || other === null ? null : less(value, other) };
      }),
    ),
  ]);
  const deducted = alone.some((own) => own.sides[0]?.deducted)
    ? [row('deductions', 'deductions', '', (own) => ({ value: own.sides[0]?.deducted ? `-${own.sides[0].deducted}` : null, difference: null }))]
    : [];
  const total = row('total', 'total', '', (own, pair) => ({ value: own.sides[0]?.score.shown ?? null, difference: pair?.difference.shown ?? null }));
  return [...stages, ...deducted, total];
}

/** The difference of two decimals as they are shown. */
const less = (a: string, b: string) => sum([a, b.startsWith('-') ? b.slice(1) : `-${b}`]);

const partOf = (of: Explained, stage: string) => of.stages.find((part) => part.stage === stage)?.part.shown ?? null;

/** What a criterion brings; none where the stage is not split that far. */
function barOf(of: Explained, stage: string, criterion: string): string | null {
  const bar = of.bars.find((bar) => bar.stage === stage && bar.criterion === criterion);
  if (bar) return bar.part.shown;
  return of.bars.some((bar) => bar.stage === stage && bar.criterion !== null) ? '0' : null;
}

const sheetOf = (of: Explained, stage: string, judge: string) =>
  of.stages.find((part) => part.stage === stage)?.sheets.find((sheet) => sheet.entry === of.a && sheet.judge === judge)?.score ?? null;

const judges = (alone: Explained[], stage: string) =>
  [...new Set(alone.flatMap((own) => own.stages.find((part) => part.stage === stage)?.sheets.filter((sheet) => sheet.score !== null).map(({ judge }) => judge) ?? []))].sort();
