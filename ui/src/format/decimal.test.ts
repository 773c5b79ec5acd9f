import { expect, test } from 'vitest';
import { compare, decimal, share, sum, trimmed, typed } from './decimal';

test.each([
  ['91.42', '91,42', '91.42'],
  ['1234567.5', '1.234.567,5', '1,234,567.5'],
  ['-0.30', '−0,30', '−0.30'],
  ['40', '40', '40'],
  ['1749/20', '1749/20', '1749/20'],
])('the decimal %s is written %s in Indonesian and %s in English', (text, id, en) => {
  expect(decimal(text, 'id')).toBe(id);
  expect(decimal(text, 'en')).toBe(en);
});

test('zeros at the end go, those that count stay', () => {
  expect(['40.00', '40.50', '400', '0.0'].map(trimmed)).toEqual(['40', '40.5', '400', '0']);
});

test('what a person types crosses as a decimal of at most four digits, or not at all', () => {
  expect([' 2,5 ', '0.1234', '7', '-2'].map(typed)).toEqual(['2.5', '0.1234', '7', '-2']);
  expect(['1,23456', '1e3', '--2', '', '1.000,5'].map(typed)).toEqual([null, null, null, null, null]);
});

test('shares keep digits that binary fractions would lose, and stay within the whole', () => {
  expect(share('0.1', '0.3')).toBe('33.33');
  expect(share('90071992547409.93', '90071992547409.94')).toBe('99.99');
  expect(share('5', '0')).toBe('0');
  expect(share('-1', '4')).toBe('0');
  expect(share('12', '10')).toBe('100.00');
});

test('sums are exact', () => {
  expect(sum(['0.1', '0.2'])).toBe('0.3');
  expect(sum(['23.60', '-0.60', '7'])).toBe('30.00');
  expect(sum(['-0.5', '0.25'])).toBe('-0.25');
  expect(sum([])).toBe('0');
});

test('decimals order by size, not by their letters', () => {
  expect(['9.5', '10', '-3', '9.45'].sort(compare)).toEqual(['-3', '9.45', '9.5', '10']);
});
