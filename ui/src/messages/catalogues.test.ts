import { expect, test } from 'vitest';
import page from '../../../docs/words.md?raw';
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

/** What docs/words.md says not to say: `(not: usulan, peserta)`. */
const avoided = [...page.matchAll(/not: ([^)]+)\)/g)].flatMap(([, list = '']) => list.split(', '));
const sources: Record<string, string> = import.meta.glob('./id/*.ts', { query: '?raw', import: 'default', eager: true });
/** The texts of a catalogue with the names in them; codes of entries are no words. */
const texts = (source: string) => [...source.matchAll(/'[^'\n]*'|`[^`]*`/g)].map(([text]) => text.replace(/\b[A-Z]+-\d+/g, ''));
const said = (word: string) => (text: string) => new RegExp(`\\b${word}(nya)?\\b`, 'i').test(text);

test('no text says a word that the page of words says to avoid', () => {
  expect(avoided).toContain('sidik');
  expect(avoided.length).toBeGreaterThan(10);
  expect(said('usulan')('Pilih usulannya.')).toBe(true);
  const all = Object.values(sources).flatMap(texts);
  expect(all.length).toBeGreaterThan(500);
  expect(avoided.flatMap((word) => all.filter(said(word)).map((text) => `${word}: ${text}`))).toEqual([]);
});

test('a refusal is explained by its code, and where the catalogue is silent as the core says it', () => {
  const refusal = (code: string) => ({ code, params: { name: 'J1' }, message: 'plain', hint: 'do this' });
  expect(explain(id, refusal('already-there'))).toEqual({ text: '“J1” sudah ada.', beside: null });
  expect(explain(id, refusal('bad-rules')).beside).toBe('plain');
  expect(explain(id, refusal('never-heard'))).toEqual({ text: 'plain', beside: 'do this' });
  expect(fill('{a} dan {b}', { a: 'x' })).toBe('x dan …');
});
