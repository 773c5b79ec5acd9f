import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import type { CriterionView } from '../../generated/api';
import { language } from '../../state/language.svelte';
import MarkField from './MarkField.svelte';

const scale = { min: '0', max: '100', step: '0.5', levels: [] };
const criterion: CriterionView = {
  code: 'dampak', parent: null, name: 'Dampak nyata', weight: '30', scale, required: true, remark_required: false, guidance: '',
};

function open(mark: string | null = null) {
  const [onmark, onnext, ontyped] = [vi.fn(), vi.fn(), vi.fn()];
  render(MarkField, { criterion, scale, mark, disabled: false, onmark, onnext, ontyped });
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Dampak nyata' });
  const type = (value: string) => fireEvent.input(field, { target: { value } });
  const press = (key: string) => fireEvent.keyDown(field, { key });
  return { field, type, press, onmark, onnext };
}

beforeEach(() => language.choose('id'));

test('it bears the name of its criterion, and is empty where no mark was given, never the lowest', () => {
  expect(open().field.value).toBe('');
});

test('comma and point are both understood, and the mark crosses with a point', async () => {
  for (const typed of ['87,5', '87.5', ' 87,50 ']) {
    const { type, press, onmark, onnext } = open();
    await type(typed);
    await press('Enter');
    expect(onmark).toHaveBeenLastCalledWith('87.5');
    expect(onnext).toHaveBeenCalledOnce();
    document.body.innerHTML = '';
  }
});

test('a mark is shown in the reader’s writing', () => {
  expect(open('87.5').field.value).toBe('87,5');
});

test('what is outside, between two steps or no number is refused here with what is allowed, and goes nowhere', async () => {
  const { field, type, press, onmark, onnext } = open();
  const refused: [string, string][] = [
    ['101', '0 sampai 100'],
    ['-1', '0 sampai 100'],
    ['80,3', '80 atau 80,5'],
    ['baik', 'bukan angka'],
  ];
  for (const [typed, said] of refused) {
    await type(typed);
    await press('Enter');
    expect(screen.getByRole('alert').textContent).toContain(said);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id);
  }
  expect(onmark).not.toHaveBeenCalled();
  expect(onnext).not.toHaveBeenCalled();
  await press('Escape');
  expect(field.value).toBe('');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('the arrows go one step within the scale and stop at its ends', async () => {
  const { press, onmark } = open('99.5');
  await press('ArrowUp');
  expect(onmark).toHaveBeenLastCalledWith('100');
  await press('ArrowDown');
  expect(onmark).toHaveBeenLastCalledWith('99');
});

test('an emptied field takes the mark away', async () => {
  const { type, press, onmark } = open('80');
  await type('');
  await press('Enter');
  expect(onmark).toHaveBeenCalledWith(null);
});
