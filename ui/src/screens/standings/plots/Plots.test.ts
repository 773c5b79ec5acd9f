import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';
import App from '../../../App.svelte';
import { provide } from '../../../backend';
import { fake } from '../../../backend/fake';
import type { SavePicture } from '../../../generated/api';
import { language } from '../../../state/language.svelte';
import { session } from '../../../state/session.svelte';
import { theme } from '../../../state/theme.svelte';
import { KINDS } from './plot';

beforeEach(async () => {
  provide(fake());
  await session.close();
  localStorage.clear();
  language.choose('id');
  theme.choose('dark');
});

async function opened(tool: string) {
  render(App);
  await session.openDemo();
  session.go('standings');
  await fireEvent.click(await screen.findByTestId(`tool-${tool}`));
  return screen.findByTestId(tool);
}

async function faults(): Promise<string[]> {
  const rules = Object.fromEntries(['color-contrast', 'scrollable-region-focusable', 'target-size'].map((rule) => [rule, { enabled: false }]));
  return (await axe.run(document.body, { rules })).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

test('every plot has a sentence as its name and its numbers as a table', async () => {
  const dialog = await opened('plots');
  for (const kind of KINDS) {
    await fireEvent.click(within(dialog).getByTestId(`plot-${kind}`).querySelector('input') as HTMLElement);
    const picture = await within(dialog).findByRole('img');
    expect(picture.getAttribute('aria-label')?.length ?? 0, kind).toBeGreaterThan(30);
    const folded = within(dialog).getByTestId('plot-table-open').parentElement as HTMLDetailsElement;
    folded.open = true;
    await fireEvent(folded, new Event('toggle'));
    expect(within(dialog).getByTestId('plot-table').querySelectorAll('tbody tr').length, kind).toBeGreaterThan(2);
    expect(await faults(), kind).toEqual([]);
  }
}, 60_000);

test('a plot is saved as a drawing that stands alone', async () => {
  const saved = vi.fn((asked: SavePicture) => ({ files: [asked.out] }));
  provide(fake({ save_picture: saved }));
  const dialog = await opened('plots');
  await within(dialog).findByRole('img');
  await fireEvent.click(screen.getByTestId('plot-svg'));
  await waitFor(() => expect(saved).toHaveBeenCalled());
  expect(await within(dialog).findByTestId('saved-folder')).toBeTruthy();
  const { out, content } = saved.mock.calls[0]?.[0] ?? { out: '', content: '' };
  expect(out).toBe('/home/sekretariat/Dokumen/OPD-distribution.svg');
  expect(content).toMatch(/^<svg /);
  expect(content).toContain('xmlns="http://www.w3.org/2000/svg"');
  expect(content).not.toMatch(/class=|style=|<!--/);
}, 60_000);

test('what is printed wears light colours, and the screen its own again after it', async () => {
  const dialog = await opened('plots');
  await within(dialog).findByRole('img');
  await fireEvent.click(screen.getByTestId('plot-print'));
  const paper = await screen.findByTestId('paper');
  expect(document.documentElement.dataset['theme']).toBe('light');
  expect(within(paper).getByRole('table')).toBeTruthy();
  expect(await faults()).toEqual([]);
  await fireEvent.keyDown(window, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByTestId('paper')).toBeNull());
  expect(document.documentElement.dataset['theme']).toBe('dark');
  expect(screen.getByTestId('plots')).toBeTruthy();
}, 60_000);

test('two entries are compared at first, and a third beside them', async () => {
  const dialog = await opened('compare');
  const table = await within(dialog).findByTestId('compare-table');
  expect(within(table).getAllByRole('columnheader')).toHaveLength(2);
  await fireEvent.change(within(dialog).getByTestId('compare-2'), { target: { value: 'OPD-005' } });
  await waitFor(() => expect(within(table).getAllByRole('columnheader')).toHaveLength(3));
  expect(await faults()).toEqual([]);
}, 60_000);

test('what if says that it is no result, and keeps the last answer while a field cannot be read', async () => {
  const dialog = await opened('what-if');
  expect(within(dialog).getByTestId('what-if-not').textContent).toContain('BUKAN HASIL');
  await screen.findByText('Belum ada yang diubah: keduanya peringkat yang sebenarnya.');
  const weight = within(dialog).getByTestId('if-weight-penilaian');
  await fireEvent.input(weight, { target: { value: '55,5' } });
  await screen.findByText('2 inovasi berpindah tempat.');
  await fireEvent.input(weight, { target: { value: 'abc' } });
  expect(weight.getAttribute('aria-invalid')).toBe('true');
  expect(screen.queryByTestId('dialog-refused')).toBeNull();
  await fireEvent.click(within(dialog).getByTestId('what-if-reset'));
  await screen.findByText('Belum ada yang diubah: keduanya peringkat yang sebenarnya.');
  expect(await faults()).toEqual([]);
}, 60_000);
