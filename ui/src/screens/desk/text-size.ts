/** The size of the entry's text, in pixels; kept on this machine. */
const KEPT_AS = 'timbang.desk.text';
export const SIZES = [14, 16, 18, 20, 23] as const;

export function keptSize(): number {
  const kept = Number(localStorage.getItem(KEPT_AS));
  return SIZES.find((size) => size === kept) ?? 16;
}

/** The next size up (1) or down (−1), which is kept. */
export function resized(size: number, step: 1 | -1): number {
  const at = SIZES.findIndex((known) => known === size) + step;
  const next = SIZES[Math.min(SIZES.length - 1, Math.max(0, at))] ?? size;
  localStorage.setItem(KEPT_AS, String(next));
  return next;
}
