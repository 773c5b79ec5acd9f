import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, test } from 'vitest';
import App from '../../../App.svelte';
import { provide } from '../../../backend';
import { fake } from '../../../backend/fake';
import { language } from '../../../state/language.svelte';
import { plenary } from '../../../state/plenary.svelte';
import { session } from '../../../state/session.svelte';

beforeEach(async () => {
  provide(fake());
  await session.close();
  plenary.held = false;
  localStorage.clear();
  language.choose('id');
});

test('the chair sees who comes next, and the panel hears the keys of a remote', async () => {
  render(App);
  await session.openDemo();
  session.go('standings');
  await fireEvent.click(await screen.findByTestId('tool-plenary'));
  const panel = await screen.findByTestId('plenary-control');
  expect(screen.getByTestId('plenary-count').textContent).toBe('0 dari 9 tempat terungkap');
  expect(screen.getByTestId('plenary-coming').textContent).toContain('Berikutnya peringkat 10: OPD-010');
  await fireEvent.keyDown(screen.getByTestId('plenary-next'), { key: 'PageDown' });
  await waitFor(() => expect(screen.getByTestId('plenary-count').textContent).toBe('1 dari 9 tempat terungkap'));
  await fireEvent.click(screen.getByTestId('plenary-black'));
  await waitFor(() => expect(plenary.desk?.shown?.black).toBe(true));
  await fireEvent.keyDown(panel, { key: 'b' });
  await waitFor(() => expect(plenary.desk?.shown?.black).toBe(false));
  await fireEvent.change(screen.getByTestId('plenary-category'), { target: { value: 'KEC' } });
  await waitFor(() => expect(plenary.desk?.revealed).toBe(0));
  await fireEvent.click(screen.getByTestId('plenary-end'));
  await screen.findByTestId('firm-card');
});
