/** What a judge is assigned to, in words. */
import type { JudgeRow, ChairOverview } from '../../generated/api';
import type { Messages } from '../../messages/id';

export function scope(judge: JudgeRow, overview: ChairOverview, words: Messages): string {
  const name = (known: { code: string; name: string }[], code: string) =>
    known.find((named) => named.code === code)?.name ?? code;
  const parts = [
    judge.stages.map((code) => name(overview.stages, code)),
    judge.categories,
    judge.entries,
    judge.criteria,
  ];
  const said = parts.filter((part) => part.length > 0).map((part) => part.join(', '));
  return said.join(' · ') || words.panel.everything;
}
