import { beforeEach, expect, test } from 'vitest';
import { language } from '../../state/language.svelte';
import { degrees, distance, when } from './photo';

beforeEach(() => language.choose('id'));

test('a visit is told in the time of its place', () => {
  const [began, ended] = ['2023-11-21T09:10:00+08:00', '2023-11-21T11:00:00+08:00'];
  expect(when({ began, ended })).toBe('21 November 2023, 09.10–11.00 WITA');
  expect(when({ began, ended: null })).toBe('21 November 2023, 09.10 WITA');
  expect(when({ began: '2023-11-21T23:10:00', ended: '2023-11-22T00:10:00' })).toBe('21 November 2023, 23.10–22 November 2023, 00.10');
  expect(when({ began: null, ended })).toBe('');
});

test('what lies near is told in metres, what lies far in kilometres', () => {
  expect([0, 999, 1240, 12_960].map(distance)).toEqual(['0 m', '999 m', '1,2 km', '13,0 km']);
});

test('a position is read with its accuracy', () => {
  expect(degrees({ latitude: '-0.43', longitude: '117.01', accuracy: 12 })).toBe('−0,43; 117,01 (± 12 m)');
  expect(degrees({ latitude: '0.43', longitude: '117' })).toBe('0,43; 117');
  expect(degrees(null)).toBe('');
});
