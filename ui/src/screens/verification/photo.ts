/** What is said of photos and of how far places lie apart. */
import type { VisitPhotoRow, VisitPlace, VisitRow } from '../../generated/api';
import { day } from '../../format/date';
import { decimal } from '../../format/decimal';
import type { Messages } from '../../messages/id';
import { language } from '../../state/language.svelte';
import { ZONES } from '../desk/visits/position';

/** `640 m`, `1,2 km`. */
export function distance(metres: number): string {
  if (metres < 1000) return `${metres} m`;
  const tenths = Math.round(metres / 100);
  return `${decimal(`${Math.floor(tenths / 10)}.${tenths % 10}`, language.code)} km`;
}

/** `−0,43; 117,01 (± 12 m)`: degrees north and east, to be read. Empty where there is none. */
export function degrees(place: VisitPlace | null): string {
  if (!place) return '';
  const { latitude, longitude, accuracy } = place;
  const point = [latitude, longitude].map((value) => decimal(value, language.code)).join('; ');
  return accuracy === undefined ? point : `${point} (± ${accuracy} m)`;
}

/** `21 November 2023, 09.10–11.00 WITA`: the time of the place, as the verifier wrote it. Empty where nothing is known. */
export function when({ began, ended }: Pick<VisitRow, 'began' | 'ended'>): string {
  if (!began) return '';
  const clock = (moment: string) => moment.slice(11, 16).replace(':', '.');
  const dated = (moment: string) => `${day(moment.slice(0, 10), language.code)}, ${clock(moment)}`;
  const sameDay = ended?.slice(0, 10) === began.slice(0, 10);
  const until = ended ? `–${sameDay ? clock(ended) : dated(ended)}` : '';
  const zone = ZONES[began.slice(19) as keyof typeof ZONES] ?? began.slice(19);
  return `${dated(began)}${until} ${zone}`.trim();
}

/** When it was taken, and what a reader should know of its time and place. */
export function circumstances(photo: VisitPhotoRow, words: Messages): string {
  const taken = photo.taken?.slice(11, 16).replace(':', '.');
  return [taken, ...photo.notes.map((note) => words.visits.photoNotes[note])].filter(Boolean).join(' · ');
}

/** All that is said of a photo in one line. */
export function described(photo: VisitPhotoRow, words: Messages): string {
  return [photo.caption, photo.kind && words.visits.kinds[photo.kind], circumstances(photo, words)].filter(Boolean).join(' · ');
}

/** Whether something about it calls for a second look. */
export const isDoubtful = (photo: VisitPhotoRow): boolean => photo.notes.some((note) => note === 'time-differs' || note === 'position-differs');
