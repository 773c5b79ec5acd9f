import { expect, test } from 'vitest';
import { en } from './en';
import { id } from './id';
import { explain, fill } from './refusal';

/** Every path to a word, with the {parameters} of a text or the number of arguments of a phrase. */
function shape(words: unknown, at = ''): string[] {
  if (typeof words === 'function') return [`${at}(${words.length})`];
  if (typeof words === 'string') return [`${at} ${[...words.matchAll(/\{\w+\}/g)].map(String).sort().join(' ')}`];
  return Object.entries(words as object).flatMap(([key, value]) => shape(value, `${at}.${key}`));
}

test('both catalogues say the same things, with the same parameters', () => {
  expect(shape(en)).toEqual(shape(id));
});

test('no word is empty', () => {
  const empty = (words: unknown, at: string): string[] =>
    typeof words === 'object' && words !== null
      ? Object.entries(words).flatMap(([key, value]) => empty(value, `${at}.${key}`))
      : words === ''
        ? [at]
        : [];
  expect([...empty(id, 'id'), ...empty(en, 'en')]).toEqual([]);
});

test('a refusal is explained by its code, and where the catalogue is silent as the core says it', () => {
  const refusal = (code: string) => ({ code, params: { name: 'J1' }, message: 'plain', hint: 'do this' });
  expect(explain(id, refusal('already-there'))).toEqual({ text: '“J1” sudah ada.', beside: null });
  expect(explain(id, refusal('bad-rules')).beside).toBe('plain');
  expect(explain(id, refusal('never-heard'))).toEqual({ text: 'plain', beside: 'do this' });
  expect(fill('{a} dan {b}', { a: 'x' })).toBe('x dan …');
});
