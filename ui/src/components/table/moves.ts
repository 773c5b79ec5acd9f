/** Which row a key leads to. */

/** The place a key aims at among `count` rows, `page` of them in sight; null for a key that does not move. */
export function target(key: string, at: number, count: number, page: number): number | null {
  const aims: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + Math.max(1, page - 1),
    PageUp: at - Math.max(1, page - 1),
    Home: 0,
    End: count - 1,
  };
  const aim = aims[key];
  return aim === undefined || count === 0 ? null : Math.min(count - 1, Math.max(0, aim));
}
