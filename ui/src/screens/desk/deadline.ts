/** How long is left to a deadline. */

const DAY = 24 * 60 * 60 * 1000;

/** Whole days from today to the last day, by this machine's calendar: 0 today, negative when it is past. */
export function daysLeft(last: string, now: Date): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((Date.parse(`${last}T00:00:00Z`) - today) / DAY);
}
