/** What is said of photos and of how far places lie apart. */
import type { VisitPhotoRow } from '../../generated/api';
import { decimal } from '../../format/decimal';
import type { Messages } from '../../messages/id';
import { language } from '../../state/language.svelte';

/** `640 m`, `1,2 km`. */
export function distance(metres: number): string {
  if (metres < 1000) return `${metres} m`;
  const tenths = Math.round(metres / 100);
  return `${decimal(`${Math.floor(tenths / 10)}.${tenths % 10}`, language.code)} km`;
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
