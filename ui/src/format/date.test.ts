import { expect, test } from 'vitest';
import { day, days, moment } from './date';

test('days are written in words, and what is no day stays as it is', () => {
  expect(day('2022-11-18', 'id')).toBe('18 November 2022');
  expect(day('2022-08-02', 'id')).toBe('2 Agustus 2022');
  expect(day('2022-08-02', 'en')).toBe('2 August 2022');
  expect(day('akhir 2022', 'id')).toBe('akhir 2022');
});

test('a span of days names what its ends share once', () => {
  expect(days('2023-11-01', '2023-11-20', 'id')).toMatch(/^1\s?–\s?20 Nov 2023$/);
  expect(days('2023-12-11', '2023-12-11', 'id')).toBe('11 Desember 2023');
  expect(days(null, null, 'id')).toBe('');
});

test('a moment today is an hour, this year a day and hour, else a day', () => {
  const now = new Date(2026, 10, 21, 20, 0);
  expect(moment(new Date(2026, 10, 21, 19, 42).toISOString(), 'id', now)).toBe('19.42');
  expect(moment(new Date(2026, 10, 20, 7, 5).toISOString(), 'id', now)).toBe('20 Nov 07.05');
  expect(moment(new Date(2025, 2, 3, 7, 5).toISOString(), 'id', now)).toBe('3 Mar 2025');
});
