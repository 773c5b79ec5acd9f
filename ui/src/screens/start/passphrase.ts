/** The words of a passphrase as people type them. */

/** The words in a text: any case, with anything that is not a letter between them. */
export function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** The words of the list that begin like this, at most `most`; none where the word is whole. */
export function completions(start: string, list: readonly string[], most: number): string[] {
  if (start.length < 2) return [];
  const found = list.filter((word) => word.startsWith(start));
  return found.length === 1 && found[0] === start ? [] : found.slice(0, most);
}

/** The word of the list that looks most like this one. */
export function nearest(word: string, list: readonly string[]): string | null {
  let best: string | null = null;
  let least = Infinity;
  for (const listed of list) {
    const slips = distance(word, listed);
    if (slips < least) [best, least] = [listed, slips];
  }
  return best;
}

/** How many letters are to be changed, added, left out or swapped with their neighbour to make one word of the other. */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const changed = one[row - 1] === other[column - 1] ? 0 : 1;
      const cell = (line: number[], at: number) => line[at] ?? Infinity;
      let least = Math.min(cell(above, column) + 1, cell(here, column - 1) + 1, cell(above, column - 1) + changed);
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) least = Math.min(least, cell(before, column - 2) + 1);
      here.push(least);
    }
    [before, above] = [above, here];
  }
  return above[other.length] ?? Infinity;
}
