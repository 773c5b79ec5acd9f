import { expect, test } from 'vitest';
import { pastedPosition, positionText } from './position';

test.each([
  ['-0.43, 117.01', { latitude: '-0.43', longitude: '117.01' }],
  [' −0.43 117.01 ', { latitude: '-0.43', longitude: '117.01' }],
  ['-0,43; 117,01', { latitude: '-0.43', longitude: '117.01' }],
  ['-0,43 117,01', { latitude: '-0.43', longitude: '117.01' }],
  ['-0.43, 117.01, 12 m', { latitude: '-0.43', longitude: '117.01', accuracy: 12 }],
  ['-0,43; 117,01; 12', { latitude: '-0.43', longitude: '117.01', accuracy: 12 }],
])('%s is a position', (text, place) => {
  expect(pastedPosition(text)).toEqual(place);
});

test.each(['', '-0.43', '91.5, 0', '0, 181', '117.01, -0.43', 'di kantor desa', '-0.43, 117.01, timur'])('“%s” is none', (text) => {
  expect(pastedPosition(text)).toBeNull();
});

test('a position is shown as it may be pasted', () => {
  const text = '-0.43, 117.01, 12';
  expect(positionText(pastedPosition(text))).toBe(text);
});
