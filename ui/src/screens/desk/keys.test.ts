import { expect, test } from 'vitest';
import { actionOf, type Action, type Typing } from './keys';

const press = (key: string, control = false, shift = false) => ({
  key,
  ctrlKey: control,
  metaKey: false,
  shiftKey: shift,
  altKey: false,
});

function check(pressed: ReturnType<typeof press>, typing: Typing, expected: Action | null) {
  expect(actionOf(pressed, typing), JSON.stringify([pressed.key, typing])).toEqual(expected);
}

test('while a text is typed only keys with Ctrl act', () => {
  for (const key of ['PageDown', 'PageUp', 'j', 'n', '1', 'Enter']) check(press(key), 'text', null);
  check(press('Enter', true), 'text', 'finish');
  check(press('z', true), 'text', 'undo');
  check(press('y', true), 'text', 'redo');
  check(press('Z', true, true), 'text', 'redo');
  check(press('PageDown', true), 'text', 'next-unfinished');
});

test('what is being typed in a text is taken back by the text itself', () => {
  check(press('z', true), 'typed-text', null);
  check(press('y', true), 'typed-text', null);
  check(press('j'), 'typed-text', null);
  check(press('Enter', true), 'typed-text', 'finish');
});

test('in a mark field digits are typed, and the ways to other sheets stay open', () => {
  check(press('8'), 'mark', null);
  check(press('PageDown'), 'mark', 'next');
  check(press('k'), 'mark', 'previous');
});

test('elsewhere digits pick a level', () => {
  check(press('3'), null, { level: '3' });
  check(press('3', true), null, null);
  check(press('x'), null, null);
});
