import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import Hints from './Hints.svelte';

let button: HTMLButtonElement;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  button = document.createElement('button');
  button.dataset['hint'] = 'Bersihkan nilai';
  button.textContent = '×';
  document.body.append(button);
  render(Hints);
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

const shown = () => screen.queryByTestId('hint')?.textContent?.trim() ?? null;
const rest = async (milliseconds: number) => {
  await vi.advanceTimersByTimeAsync(milliseconds);
};

test('a hint comes when the pointer rests, not when it passes', async () => {
  await fireEvent.pointerOver(button);
  await rest(200);
  expect(shown()).toBeNull();
  await fireEvent.pointerOver(document.body);
  await rest(2000);
  expect(shown()).toBeNull();
  await fireEvent.pointerOver(button);
  await rest(500);
  expect(shown()).toBe('Bersihkan nilai');
  await fireEvent.pointerOver(document.body);
  await rest(100);
  expect(shown()).toBeNull();
});

test('the keyboard brings it at once, readers hear it as the description, and Escape takes it away', async () => {
  vi.spyOn(button, 'matches').mockReturnValue(true); // jsdom knows no :focus-visible
  button.setAttribute('aria-describedby', 'other');
  await fireEvent.focusIn(button);
  await waitFor(() => expect(shown()).toBe('Bersihkan nilai'));
  expect(button.getAttribute('aria-describedby')).toBe('other hint');
  await fireEvent.keyDown(button, { key: 'Escape' });
  await rest(100);
  expect(shown()).toBeNull();
  expect(button.getAttribute('aria-describedby')).toBe('other');
});

test('what a cell says already is shown only while it is cut off', async () => {
  button.textContent = button.dataset['hint'] ?? '';
  await fireEvent.pointerOver(button);
  await rest(2000);
  expect(shown()).toBeNull();
  Object.defineProperty(button, 'clientWidth', { value: 50 });
  Object.defineProperty(button, 'scrollWidth', { value: 90 });
  await fireEvent.pointerOver(button);
  await rest(2000);
  expect(shown()).toBe('Bersihkan nilai');
});

test('no element of the page has a title, which only a pointer can reach', () => {
  const sources = import.meta.glob<string>('../../**/*.svelte', { query: '?raw', import: 'default', eager: true });
  const titled = /<[a-z][^<>]*?\stitle=/;
  const found = Object.entries(sources).filter(([, source]) => titled.test(source.replaceAll(/<script[\s\S]*?<\/script>/g, '')));
  expect(found.map(([path]) => path)).toEqual([]);
});
