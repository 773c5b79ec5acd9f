import { expect, test } from 'vitest';
import { completions, nearest, wordsIn } from './passphrase';

const LIST = ['bambu', 'bandeng', 'kelapa', 'lentera', 'ombak', 'sampan'];

test('case, blanks, hyphens and commas are forgiven', () => {
  expect(wordsIn('  BAMBU-lentera,\n Ombak ')).toEqual(['bambu', 'lentera', 'ombak']);
  expect(wordsIn(' - ')).toEqual([]);
});

test('a word is completed from its second letter, and not when it is whole', () => {
  expect(completions('b', LIST, 5)).toEqual([]);
  expect(completions('ba', LIST, 5)).toEqual(['bambu', 'bandeng']);
  expect(completions('ba', LIST, 1)).toEqual(['bambu']);
  expect(completions('bambu', LIST, 5)).toEqual([]);
});

test('the word that was meant is the one with the fewest slips', () => {
  expect(nearest('lntera', LIST)).toBe('lentera');
  expect(nearest('obmak', LIST)).toBe('ombak');
  expect(nearest('sampam', LIST)).toBe('sampan');
});
