/** Links in a text. They are never opened, since the program has no network: they can be copied. */

export type Part = { text: string; isLink: boolean };

const LINK = /(?:https?:\/\/|www\.)[^\s<>"“”]+/gi;
/** Signs at the end that belong to the sentence. */
const AFTER = /[.,;:!?)\]}'’]+$/;

/** The text in parts, in order. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const found of text.matchAll(LINK)) {
    const link = found[0].replace(AFTER, '');
    if (found.index > from) parts.push({ text: text.slice(from, found.index), isLink: false });
    parts.push({ text: link, isLink: true });
    from = found.index + link.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isLink: false });
  return parts;
}
