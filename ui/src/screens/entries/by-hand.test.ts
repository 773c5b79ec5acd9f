import { expect, test } from 'vitest';
import { entries } from '../../backend/fake/entries';
import { amendment, begun, changedFields } from './by-hand';

const [entry] = entries;
if (!entry) throw new Error('no entry');

test('only what says something else is changed, and an emptied field is taken away', () => {
  const typed = begun(entry, '');
  expect(changedFields(entry, typed)).toEqual({});
  typed.fields = { ...typed.fields, phone: '', innovator: `${entry.innovator} ` };
  expect(changedFields(entry, typed)).toEqual({ phone: '' });
});

test('an amendment names what is different and nothing else, and none is made of spaces', () => {
  const typed = begun(entry, '');
  expect(amendment(entry, { ...typed, title: ` ${entry.title} ` })).toBeNull();
  expect(amendment(entry, { ...typed, title: 'Lain', category: 'KEC' })).toEqual({ kind: 'amend-entry', entry: entry.entry, title: 'Lain', category: 'KEC' });
});
