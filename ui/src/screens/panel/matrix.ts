/** Assignments as a matrix: each judge, each stage and category, ticked or not. Nothing named means all, as the core has it. */
import type { JudgeRow, NewJudge } from '../../generated/api';

export type Part = 'stages' | 'categories';
export type Ticked = Record<string, Record<Part, string[]>>;

/** Everything that is ticked, with all where nothing is named. */
export const tickedOf = (judges: JudgeRow[], all: Record<Part, string[]>): Ticked =>
  Object.fromEntries(
    judges.map((row) => [row.judge, { stages: row.stages.length > 0 ? row.stages : all.stages, categories: row.categories.length > 0 ? row.categories : all.categories }]),
  );

/** With one tick more or less. The last one of a part stays: a judge without any would judge everything. */
export function turned(ticked: Ticked, judge: string, part: Part, code: string): Ticked {
  const own = ticked[judge];
  if (!own) return ticked;
  const next = own[part].includes(code) ? own[part].filter((known) => known !== code) : [...own[part], code];
  return next.length === 0 ? ticked : { ...ticked, [judge]: { ...own, [part]: next } };
}

/** The judges whose assignment is another now, as they are to be. */
export function changed(judges: JudgeRow[], ticked: Ticked, all: Record<Part, string[]>): NewJudge[] {
  const named = (own: string[], every: string[]) => (every.every((code) => own.includes(code)) ? [] : every.filter((code) => own.includes(code)));
  return judges.flatMap((row) => {
    const own = ticked[row.judge];
    if (!own) return [];
    const stages = named(own.stages, all.stages);
    const categories = named(own.categories, all.categories);
    const same = (left: string[], right: string[]) => left.length === right.length && left.every((code) => right.includes(code));
    const { judge: code, name, entries, criteria } = row;
    const before = tickedOf([row], all)[row.judge];
    return before && same(own.stages, before.stages) && same(own.categories, before.categories) ? [] : [{ code, name, stages, categories, entries, criteria }];
  });
}
