/** Positions and moments as a verifier writes them. */
import type { VisitPlace } from '../../../generated/api';

const two = (value: number) => String(value).padStart(2, '0');

/** A moment as it is kept, with this machine's distance from UTC: `2023-11-21T09:10:00+08:00`. */
export function localMoment(at: Date): string {
  const ahead = -at.getTimezoneOffset();
  const size = Math.abs(ahead);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const offset = `${ahead < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}:00${offset}`;
}

/** The zones of Indonesia, by their distance from UTC. */
export const ZONES = { '+07:00': 'WIB', '+08:00': 'WITA', '+09:00': 'WIT' } as const;

const POINTS = /^([-−+]?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*([-−+]?\d{1,3}(?:\.\d+)?)(?:\s*[,;\s]\s*(\d{1,5})\s*m?)?$/;
const COMMAS = /^([-−+]?\d{1,2}(?:,\d+)?)\s*[;\s]\s*([-−+]?\d{1,3}(?:,\d+)?)(?:\s*[;\s]\s*(\d{1,5})\s*m?)?$/;

/**
 * Degrees as pasted from a map, with metres of accuracy behind them where they are known: `-0.43, 117.01`, `-0,43; 117,01; 12`.
 * Null where it is no position on earth.
 */
export function pastedPosition(text: string): VisitPlace | null {
  const found = POINTS.exec(text.trim()) ?? COMMAS.exec(text.trim());
  if (!found?.[1] || !found[2]) return null;
  const plain = (degrees: string) => degrees.replace('−', '-').replace('+', '').replace(',', '.');
  const [latitude, longitude] = [plain(found[1]), plain(found[2])];
  if (Math.abs(Number(latitude)) > 90 || Math.abs(Number(longitude)) > 180) return null;
  return { latitude, longitude, ...(found[3] ? { accuracy: Number(found[3]) } : {}) };
}

/** A position as it is pasted. */
export function positionText(place: VisitPlace | null): string {
  if (!place) return '';
  const { latitude, longitude, accuracy } = place;
  return [latitude, longitude, ...(accuracy === undefined ? [] : [String(accuracy)])].join(', ');
}
