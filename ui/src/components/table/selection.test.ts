import { expect, test } from 'vitest';
import { clicked, everything, extended, NONE, only, toggled, type Selection } from './selection';

const order = ['a', 'b', 'c', 'd', 'e'];
const check = (selection: Selection, names: string[], current: string | null) =>
  expect([[...selection.names].sort(), selection.current]).toEqual([names, current]);
const plain = { shiftKey: false, ctrlKey: false, metaKey: false };

test('a click selects one row, with Ctrl one more or less, with Shift all from the last one', () => {
  let selection = clicked(NONE, 'b', order, plain);
  check(selection, ['b'], 'b');
  selection = clicked(selection, 'd', order, { ...plain, ctrlKey: true });
  check(selection, ['b', 'd'], 'd');
  selection = clicked(selection, 'b', order, { ...plain, ctrlKey: true });
  check(selection, ['d'], 'b');
  check(clicked(only('d'), 'b', order, { ...plain, shiftKey: true }), ['b', 'c', 'd'], 'b');
});

test('a range turns around where it began', () => {
  const down = extended(only('c'), 'e', order);
  check(down, ['c', 'd', 'e'], 'e');
  check(extended(down, 'a', order), ['a', 'b', 'c'], 'a');
});

test('a range that began at a row no longer there begins anew', () => {
  check(extended(only('gone'), 'c', order), ['c'], 'c');
});

test('everything is selected without losing the place', () => {
  check(everything(toggled(NONE, 'c'), order), order, 'c');
});
