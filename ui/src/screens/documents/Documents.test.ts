import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { provide } from '../../backend';
import { fake } from '../../backend/fake';
import type { Overview } from '../../generated/api';
import { language } from '../../state/language.svelte';
import Documents from './Documents.svelte';

test('a result pack holds no attachments unless the chair ticks them', async () => {
  language.choose('id');
  const backend = fake();
  const call = vi.spyOn(backend, 'call');
  provide(backend);
  const overview = (await backend.call('overview', {})) as Extract<Overview, { role: 'chair' }>;
  render(Documents, { overview });
  const asked = () => call.mock.calls.filter(([name]) => name === 'export').map(([, request]) => request);
  await fireEvent.click(screen.getByTestId('export-pack'));
  await waitFor(() => expect(asked()).toHaveLength(1));
  expect(asked()[0]).toMatchObject({ with: [] });
  await fireEvent.click(screen.getByTestId('pack-with-declarations'));
  await waitFor(() => expect(screen.getByTestId<HTMLButtonElement>('export-pack').disabled).toBe(false));
  await fireEvent.click(screen.getByTestId('export-pack'));
  await waitFor(() => expect(asked()).toHaveLength(2));
  expect(asked()[1]).toMatchObject({ with: ['declarations'] });
});

test('the check says in Indonesian what is wrong and at which line', async () => {
  language.choose('id');
  const backend = fake();
  const call = backend.call.bind(backend);
  const refusal = { code: 'already-there', params: { name: 'J1' }, message: 'in English', hint: null };
  const flaws = [
    { kind: 'journal-gap', detail: '12', refusal: null },
    { kind: 'unreadable', detail: 'in English', refusal },
  ];
  const checked = { file: 'lomba.timbang', sound: false, journal: 20, read: null, flaws };
  vi.spyOn(backend, 'call').mockImplementation((name, request) => (name === 'check' ? Promise.resolve(checked as never) : call(name, request)));
  provide(backend);
  const overview = (await backend.call('overview', {})) as Extract<Overview, { role: 'chair' }>;
  render(Documents, { overview });
  await fireEvent.click(screen.getByTestId('check'));
  await screen.findByText(/Ada baris jejak audit yang hilang sebelum baris nomor/);
  expect(screen.getByText('12')).toBeTruthy();
  expect(screen.queryByText('in English')).toBeNull();
});
