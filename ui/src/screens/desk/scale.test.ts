import { expect, test } from 'vitest';
import { levelKeys, read, stepped } from './scale';

const half = { min: '0', max: '100', step: '0.5', levels: [] };
const odd = { min: '1', max: '10', step: '2', levels: [] };

test('comma and point are both understood, and zeros at the end do not matter', () => {
  expect(read('87,5', half)).toEqual({ mark: '87.5' });
  expect(read(' 87.50 ', half)).toEqual({ mark: '87.5' });
  expect(read('0', half)).toEqual({ mark: '0' });
  expect(read('100', half)).toEqual({ mark: '100' });
});

test('an empty field is no mark, which is not nought', () => {
  expect(read('  ', half)).toEqual({ mark: null });
});

test('what is no mark of the scale is refused with its reason', () => {
  expect(read('delapan', half)).toEqual({ wrong: 'not-a-number' });
  expect(read('1.000,5', half)).toEqual({ wrong: 'not-a-number' });
  expect(read('100,5', half)).toEqual({ wrong: 'outside' });
  expect(read('-1', { ...half, min: '-5' })).toEqual({ mark: '-1' });
  expect(read('87,3', half)).toEqual({ wrong: 'between', below: '87', above: '87.5' });
  expect(read('4', odd)).toEqual({ wrong: 'between', below: '3', above: '5' });
});

test('arrows go step by step and stop at the ends of the scale', () => {
  expect(stepped('87', half, 1)).toBe('87.5');
  expect(stepped('0', half, -1)).toBe('0');
  expect(stepped('9', odd, 1)).toBe('9');
  expect(stepped(null, half, 1)).toBe('0');
  expect(stepped(null, odd, -1)).toBe('9');
});

test('levels are picked by their value where that is a digit, else by their place', () => {
  expect(levelKeys(['1', '2', '3'])).toEqual(['1', '2', '3']);
  expect(levelKeys(['0', '5'])).toEqual(['0', '5']);
  expect(levelKeys(['40', '70', '100'])).toEqual(['1', '2', '3']);
  expect(levelKeys(Array.from({ length: 10 }, (_, at) => String(at * 10)))[9]).toBeNull();
});
