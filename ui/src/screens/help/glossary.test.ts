import { expect, test } from 'vitest';
import { id } from '../../messages/id';
import { glossary } from './glossary';

test('every word of the page of words is explained in Indonesian, and no other', () => {
  expect(glossary.length).toBeGreaterThan(60);
  expect(Object.keys(id.help.meanings).sort()).toEqual([...new Set(glossary.map(({ id }) => id))].sort());
});

test('no words to avoid are shown', () => {
  expect(glossary.filter(({ meaning }) => meaning.includes('not:'))).toEqual([]);
});
