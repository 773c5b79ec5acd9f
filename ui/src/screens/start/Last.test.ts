import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { provide } from '../../backend';
import { fake } from '../../backend/fake';
import type { RecentFile } from '../../generated/api';
import { session } from '../../state/session.svelte';
import Last from './Last.svelte';

const backend = fake();
provide(backend);
const [file] = (await backend.call('start', {})).recent as [RecentFile];

test('what waited in the last competition is said, and each part leads to where it is done', async () => {
  render(Last, { file });
  await fireEvent.click(screen.getByText(/kurang/));
  await waitFor(() => expect(session.screen).toBe('handover'));
  expect(session.overview?.role).toBe('chair');
});

test('a file that is gone is said to be gone, and looked for instead of opened', async () => {
  const asked = vi.spyOn(backend, 'askOpen');
  render(Last, { file: { ...file, found: false } });
  expect(screen.getByText(/tidak ada lagi di folder/)).toBeTruthy();
  expect(screen.queryByTestId('last-open')).toBeNull();
  await fireEvent.click(screen.getByTestId('last-look'));
  expect(asked).toHaveBeenCalledOnce();
});
