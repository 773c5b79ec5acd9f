/** Days and moments in the reader's writing. */
import type { Language } from '../state/language.svelte';

const locale = (language: Language) => (language === 'id' ? 'id-ID' : 'en-GB');

/** A day: `2023-11-01` → `1 November 2023`. What is not a day stays as it is. */
export function day(text: string, language: Language, month: 'long' | 'short' = 'long'): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return text;
  const date = new Date(`${text}T12:00:00Z`);
  return new Intl.DateTimeFormat(locale(language), {
    day: 'numeric',
    month,
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date);
}

/** A span of days: `1–20 November 2023`. */
export function days(from: string | null, to: string | null, language: Language): string {
  if (!from || !to) return day(from ?? to ?? '', language);
  if (from === to) return day(from, language);
  const [start, end] = [new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`)];
  return new Intl.DateTimeFormat(locale(language), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).formatRange(start, end);
}

/** A moment on this machine's clock: the hour today, day and hour this year, else the day. */
export function moment(text: string, language: Language, now: Date = new Date()): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return text;
  const hour = new Intl.DateTimeFormat(locale(language), { hour: '2-digit', minute: '2-digit' });
  if (at.toDateString() === now.toDateString()) return hour.format(at);
  const sameYear = at.getFullYear() === now.getFullYear();
  const date = new Intl.DateTimeFormat(locale(language), {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
  return sameYear ? `${date.format(at)} ${hour.format(at)}` : date.format(at);
}

/** A moment on this machine's clock as spreadsheets of every language read it: `2026-11-21 16:05`. */
export function instant(text: string): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return text;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** A count: `1.240`. */
export function count(value: number, language: Language): string {
  return new Intl.NumberFormat(locale(language)).format(value);
}
