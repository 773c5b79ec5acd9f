/** Where a line of a text begins and ends, counted from 1; its end where the text has no such line. */
export function lineAt(text: string, line: number): [from: number, to: number] {
  const before = text.split('\n').slice(0, line - 1);
  const from = Math.min(before.reduce((sum, one) => sum + one.length + 1, 0), text.length);
  const end = text.indexOf('\n', from);
  return [from, end < 0 ? text.length : end];
}
