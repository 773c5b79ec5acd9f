/** What the judge's packet left out of the entries, because a stage in which the judge marks is judged blind. */
import type { BlindField, DeskOverview } from '../../generated/api';

export function leftOutOf({ stages, work }: Pick<DeskOverview, 'stages' | 'work'>): BlindField[] {
  const marked = new Set(work.map(({ stage }) => stage));
  const fields = stages.filter(({ code }) => marked.has(code)).flatMap(({ left_out }) => left_out);
  return [...new Set(fields)];
}
