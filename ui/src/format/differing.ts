/** Which words of two texts are not in both, in order: what a person looks for in two near titles. */

export type Part = { text: string; differs: boolean };

const MOST = 400;

/** The text in parts, each the same as in the other text or not. */
export function differing(text: string, other: string): Part[] {
  const here = text.match(/\S+\s*/g) ?? [];
  const there = other.match(/\S+/g) ?? [];
  if (here.length * there.length > MOST * MOST) return [{ text, differs: text !== other }];
  const same = (at: number, beside: number) => here[at]?.trim().toLowerCase() === there[beside]?.toLowerCase();
  // The longest run of words that both have, counted from the end.
  const longest = Array.from({ length: here.length + 1 }, () => new Array<number>(there.length + 1).fill(0));
  const known = (at: number, beside: number) => longest[at]?.[beside] ?? 0;
  for (let at = here.length - 1; at >= 0; at -= 1) {
    for (let beside = there.length - 1; beside >= 0; beside -= 1) {
      const best = same(at, beside) ? 1 + known(at + 1, beside + 1) : Math.max(known(at + 1, beside), known(at, beside + 1));
      const row = longest[at];
      if (row) row[beside] = best;
    }
  }
  const parts: Part[] = [];
  let beside = 0;
  here.forEach((word, at) => {
    while (beside < there.length && !same(at, beside) && known(at, beside + 1) === known(at, beside)) beside += 1;
    const differs = !same(at, beside);
    if (!differs) beside += 1;
    const last = parts.at(-1);
    if (last?.differs === differs) last.text += word;
    else parts.push({ text: word, differs });
  });
  return parts;
}
