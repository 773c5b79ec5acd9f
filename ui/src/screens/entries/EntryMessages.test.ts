import { render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test } from 'vitest';
import { provide } from '../../backend';
import { fake } from '../../backend/fake';
import { language } from '../../state/language.svelte';
import EntryMessages from './EntryMessages.svelte';

beforeEach(() => language.choose('id'));

test('a conflict of interest and a note stand beside the entry that they are about', async () => {
  provide(fake());
  render(EntryMessages, { entry: 'OPD-007' });
  const told = (await screen.findByTestId('entry-messages')).textContent ?? '';
  expect(told).toContain('benturan potensial');
  expect(told).toContain('Sepupu bekerja di dinas itu.');
  expect(told).toContain('Tanyakan jumlah penerima manfaat.');
});

test('an entry of which nobody tells anything shows no heading for it', async () => {
  const backend = fake();
  provide(backend);
  render(EntryMessages, { entry: 'OPD-001' });
  await backend.call('messages', { entry: 'OPD-001' });
  expect(screen.queryByTestId('entry-messages')).toBeNull();
});
