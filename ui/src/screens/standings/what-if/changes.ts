/** What the chair tries, beside what the rules say: only what is another than in the rules is asked. */
import { typed } from '../../../format/decimal';
import type { AggregateKind, ShortlistKind, StageIf, StageView } from '../../../generated/api';

/** What stands in the fields of one stage; an empty text is none. */
export type Tried = { stage: string; weight: string; aggregate: AggregateKind; cut: ShortlistKind | ''; value: string };

export const tried = (stage: StageView): Tried => ({
  stage: stage.code,
  weight: stage.weight ?? '',
  aggregate: stage.aggregate,
  cut: stage.shortlist?.kind ?? '',
  value: stage.shortlist?.value ?? '',
});

const same = (a: string, b: string) => (typed(a) ?? a) === (typed(b) ?? b);
const isAbove = (text: string) => typed(text) !== null && !text.includes('-') && !text.includes('−') && /[1-9]/.test(text);

/** The field that cannot be asked as it stands. */
export function flaw(one: Tried, stage: StageView): 'weight' | 'value' | null {
  const was = tried(stage);
  if (!same(one.weight, was.weight) && !isAbove(one.weight)) return 'weight';
  const whole = one.cut !== 'per_category' || /^\d+$/.test(one.value.trim());
  if (one.cut !== '' && !(isAbove(one.value) && whole)) return 'value';
  return null;
}

/** Null where the stage is as in the rules. */
export function change(one: Tried, stage: StageView): StageIf | null {
  const was = tried(stage);
  const weight = same(one.weight, was.weight) ? undefined : typed(one.weight);
  const moved = one.cut !== '' && (one.cut !== was.cut || !same(one.value, was.value));
  const asked: StageIf = {
    stage: one.stage,
    ...(weight ? { weight } : {}),
    ...(one.aggregate === was.aggregate ? {} : { aggregate: one.aggregate }),
    ...(moved && one.cut !== '' ? { cut: { kind: one.cut, value: typed(one.value) ?? one.value } } : {}),
  };
  return Object.keys(asked).length > 1 ? asked : null;
}
