import { fireEvent, render, screen } from '@testing-library/svelte';
import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { provide, type Refusal } from '../../backend';
import { fake } from '../../backend/fake';
import { language } from '../../state/language.svelte';
import Change from './Change.svelte';

const IN_FORCE = 'format = 1\nname = "Metro"\n\n[[stage]]\nwieght = 40\n';
const refused: Refusal = {
  code: 'bad-rules',
  params: {},
  message: 'line 5, stage[1].wieght: unknown key; the nearest known one is “weight”',
  hint: null,
  problems: [
    { line: 2, key: 'name', code: 'not-a', params: { expected: 'a text in quotes', found: 'a whole number' }, message: 'must be a text in quotes, not a whole number' },
    { line: 5, key: 'stage[1].wieght', code: 'unknown-key', params: { nearest: 'weight' }, message: 'unknown key' },
  ],
};
const onclose = vi.fn();
const shown = () => render(Change, { toml: IN_FORCE, onclose });
const text = () => screen.getByTestId<HTMLTextAreaElement>('rules-text');
const write = (value: string) => fireEvent.input(text(), { target: { value } });

beforeEach(() => {
  localStorage.clear();
  language.choose('id');
  provide(
    fake({
      preview_rules: () => {
        throw refused;
      },
    }),
  );
});

test('the text is read from its beginning, and every line has its number', () => {
  const { container } = shown();
  expect(text().selectionStart).toBe(0);
  expect([...container.querySelectorAll('.gutter span')].map((line) => line.textContent)).toEqual(['1', '2', '3', '4', '5', '6']);
});

test('what is wrong is said at its line in the language of the reader, and leads there', async () => {
  const { container } = shown();
  await write(`${IN_FORCE}# lain`);
  await fireEvent.click(screen.getByTestId('rules-look'));
  const said = await screen.findByTestId('rules-wrong');
  expect(said.textContent).toContain('Harus teks di antara tanda petik.');
  expect(said.textContent).toContain('Kunci ini tidak dikenal; yang paling mirip “weight”.');
  expect(said.textContent).not.toContain('unknown key');
  expect([...container.querySelectorAll('.gutter .bad')].map((line) => line.textContent)).toEqual(['2', '5']);
  await fireEvent.click(screen.getByTestId('problem-1'));
  expect(text().value.slice(text().selectionStart, text().selectionEnd)).toBe('wieght = 40');
  expect((await axe.run(container)).violations).toEqual([]);
});

test('a text that was left goes on when the screen is opened again, until it is thrown away', async () => {
  const first = shown();
  await write('name = "Lain"');
  first.unmount();
  const second = shown();
  expect(text().value).toBe('name = "Lain"');
  await fireEvent.click(screen.getByTestId('rules-discard'));
  expect(text().value).toBe(IN_FORCE);
  second.unmount();
  shown();
  expect(screen.queryByTestId('rules-resumed')).toBeNull();
  expect(text().value).toBe(IN_FORCE);
});
