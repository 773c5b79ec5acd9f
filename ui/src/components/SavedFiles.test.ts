import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { provide } from '../backend';
import { fake } from '../backend/fake';
import { notices } from '../state/notices.svelte';
import NoticeList from './NoticeList.svelte';

const backend = fake();
provide(backend);

test('a document just written is opened, shown in its folder and its place copied; it goes when the screen is left', async () => {
  const show = vi.spyOn(backend, 'show');
  render(NoticeList);
  notices.saved('Tersimpan', ['/a/juara.xlsx']);
  await fireEvent.click(await screen.findByTestId('saved-open'));
  await fireEvent.click(screen.getByTestId('saved-folder'));
  expect(show.mock.calls).toEqual([
    ['/a/juara.xlsx', 'open'],
    ['/a/juara.xlsx', 'folder'],
  ]);
  expect(screen.getByTestId('saved-copy')).toBeTruthy();
  notices.done('Lain');
  expect(notices.all.some(({ files }) => files)).toBe(true);
  notices.left();
  expect(notices.all.some(({ files }) => files)).toBe(false);
});

test("the program's own files are shown in their folder, never opened by the desktop", async () => {
  render(NoticeList);
  notices.saved('Tersimpan', ['/a/J1.paket']);
  await screen.findByTestId('saved-folder');
  expect(screen.queryByTestId('saved-open')).toBeNull();
  notices.left();
});
