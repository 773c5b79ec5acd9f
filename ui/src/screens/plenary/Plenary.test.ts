import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { fake } from '../../backend/fake';
import type { Projector } from '../../backend/projector';
import { language } from '../../state/language.svelte';
import { theme } from '../../state/theme.svelte';
import { pressOf } from './keys';
import Plenary from './Plenary.svelte';

/** A projector over an invented machine; `changed` is what the chair's window causes. */
function projector() {
  const machine = fake();
  let changed = () => {};
  const backend: Projector = {
    call: (name, request) => machine.call(name, request),
    watch: (hear) => (changed = hear),
    leave: vi.fn(async () => {}),
    fill: vi.fn(async () => {}),
  };
  return { machine, backend, changed: () => changed() };
}

const SHOWN = { stage: null, category: 'OPD', scores: false, blind: false, black: false, pair: null };
const shown = () => screen.queryAllByRole('listitem').map((item) => item.dataset['entry']);
const key = (name: string) => fireEvent.keyDown(window, { key: name });

beforeEach(() => {
  localStorage.clear();
  language.choose('id');
});

test('the keys of a presentation remote reveal, hide and go black, Escape leaves', async () => {
  const { machine, backend } = projector();
  await machine.call('show_in_plenary', SHOWN);
  render(Plenary, { backend });
  await screen.findByText('Belum ada yang diungkap.');
  await key('PageDown');
  await waitFor(() => expect(shown()).toEqual(['OPD-010']));
  await key('PageDown');
  await waitFor(() => expect(shown()).toEqual(['OPD-009', 'OPD-010']));
  await key('PageUp');
  await waitFor(() => expect(shown()).toEqual(['OPD-010']));
  await key('b');
  await waitFor(() => expect(shown()).toEqual([]));
  expect(screen.getByTestId('plenary').textContent.trim()).toBe('Gelap');
  await key('PageDown');
  await waitFor(() => expect(shown()).toEqual(['OPD-010']));
  await key('Escape');
  expect(backend.leave).toHaveBeenCalled();
});

test('a key held with another is none of a remote', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false };
  expect(pressOf({ key: 'B', ...plain })).toBe('black');
  expect(pressOf({ key: 'b', ...plain, ctrlKey: true })).toBeNull();
  expect(pressOf({ key: 'x', ...plain })).toBeNull();
});

test('it follows the chair: scores, names and two side by side', async () => {
  const { machine, backend, changed } = projector();
  await machine.call('show_in_plenary', SHOWN);
  render(Plenary, { backend });
  await key('PageDown');
  const list = await screen.findByTestId('plenary-places');
  expect(within(list).queryByText('80,02')).toBeNull();
  expect(screen.getByTestId('plenary-provisional').textContent).toBe('SEMENTARA');
  await machine.call('show_in_plenary', { ...SHOWN, scores: true, blind: true });
  changed();
  await screen.findByText('80,02');
  expect(list.textContent).not.toContain('·');
  await machine.call('show_in_plenary', { ...SHOWN, scores: true, pair: ['OPD-001', 'OPD-010'] });
  changed();
  const pair = await screen.findByTestId('plenary-pair');
  expect(within(pair).getAllByRole('heading')).toHaveLength(2);
  expect(within(pair).getByText('Peringkat 10')).toBeTruthy();
  expect(within(pair).queryByText('Peringkat 1')).toBeNull();
});

test.each([
  ['id', 'light'],
  ['en', 'dark'],
] as const)('it has no fault (%s, %s)', async (words, colours) => {
  language.choose(words);
  theme.choose(colours);
  const { machine, backend, changed } = projector();
  await machine.call('show_in_plenary', { ...SHOWN, scores: true });
  render(Plenary, { backend });
  await key('PageDown');
  await screen.findByTestId('plenary-places');
  const faults = async () => (await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })).violations.map(({ id }) => id);
  expect(await faults()).toEqual([]);
  await machine.call('show_in_plenary', { ...SHOWN, scores: true, pair: ['OPD-001', 'OPD-002'] });
  changed();
  await screen.findByTestId('plenary-pair');
  expect(await faults()).toEqual([]);
  await key('b');
  await key('b');
});
