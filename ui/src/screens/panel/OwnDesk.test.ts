import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { provide } from '../../backend';
import { fake } from '../../backend/fake';
import { language } from '../../state/language.svelte';
import { session } from '../../state/session.svelte';
import OwnDesk from './OwnDesk.svelte';

test('the desk of a judge is opened only after the chair was asked, and the competition file is remembered', async () => {
  language.choose('id');
  const backend = fake();
  const call = vi.spyOn(backend, 'call');
  provide(backend);
  session.overview = await backend.call('overview', {});
  const chair = session.overview.file;
  const [judge] = (await backend.call('judges', {})).rows;
  render(OwnDesk, { judge: judge! });
  await fireEvent.click(screen.getByTestId('own-desk'));
  expect(call).not.toHaveBeenCalledWith('own_desk', expect.anything());
  await fireEvent.click(screen.getByTestId('own-desk-open'));
  await waitFor(() => expect(call).toHaveBeenCalledWith('own_desk', { judge: judge!.judge }));
  await waitFor(() => expect([session.overview?.role, session.chairFile]).toEqual(['judge', chair]));
});
