import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import type { CriterionView } from '../../generated/api';
import { language } from '../../state/language.svelte';
import LevelPicker from './LevelPicker.svelte';

const levels = [
  { value: '1', label: 'Modifikasi kecil' },
  { value: '2', label: 'Adaptasi bermakna' },
  { value: '3', label: 'Benar-benar baru' },
];
const scale = { min: null, max: null, step: null, levels };
const criterion: CriterionView = {
  code: 'kebaruan', parent: null, name: 'Kebaruan', weight: '5', scale, required: true, remark_required: false, guidance: '',
};

function open(mark: string | null = null, disabled = false) {
  const [onmark, onnext] = [vi.fn(), vi.fn()];
  render(LevelPicker, { criterion, levels, mark, disabled, onmark, onnext });
  const group = within(screen.getByRole('radiogroup', { name: 'Kebaruan' }));
  return { radios: group.getAllByRole<HTMLInputElement>('radio'), onmark, onnext };
}

beforeEach(() => language.choose('id'));

test('it is a radio group by the criterion’s name, each level with its words, and none chosen before one is', () => {
  const { radios } = open();
  expect(radios.map((radio) => radio.closest('label')?.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
    '1 Modifikasi kecil',
    '2 Adaptasi bermakna',
    '3 Benar-benar baru',
  ]);
  expect(radios.some((radio) => radio.checked)).toBe(false);
});

test('choosing a level gives its mark, Enter goes on, Delete takes the mark away', async () => {
  const { radios, onmark, onnext } = open('2');
  expect(radios.map((radio) => radio.checked)).toEqual([false, true, false]);
  await fireEvent.click(radios[2] as Element);
  expect(onmark).toHaveBeenCalledWith('3');
  await fireEvent.keyDown(radios[1] as Element, { key: 'Enter' });
  expect(onnext).toHaveBeenCalledOnce();
  await fireEvent.keyDown(radios[1] as Element, { key: 'Delete' });
  expect(onmark).toHaveBeenLastCalledWith(null);
});

test('a final sheet shows its level and takes no other', () => {
  const { radios } = open('2', true);
  expect(radios.every((radio) => radio.disabled)).toBe(true);
  expect(radios[1]?.checked).toBe(true);
});
