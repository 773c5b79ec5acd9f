import { fireEvent } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { finder } from './finder';

const leave: (() => void)[] = [];
afterEach(() => {
  for (const each of leave.splice(0)) each();
  document.body.replaceChildren();
});

function table() {
  const region = document.createElement('div');
  region.append(document.createElement('button'));
  const find = vi.fn();
  leave.push(finder(find)(region));
  return { region, find };
}

test('Ctrl+F goes to the table that was used last, and before any was to the upper one, whichever was there first', async () => {
  const lower = table();
  const upper = table();
  document.body.append(upper.region, lower.region);
  const press = () => fireEvent.keyDown(window, { key: 'f', ctrlKey: true });
  await press();
  expect([upper.find, lower.find].map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
  lower.region.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  await press();
  expect([upper.find, lower.find].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  upper.region.querySelector('button')?.focus();
  await press();
  expect([upper.find, lower.find].map(({ mock }) => mock.calls.length)).toEqual([2, 1]);
});
