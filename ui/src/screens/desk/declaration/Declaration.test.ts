import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { provide } from '../../../backend';
import { deskOverview, fake } from '../../../backend/fake';
import { language } from '../../../state/language.svelte';
import { session } from '../../../state/session.svelte';
import DeskScreens from '../../shell/DeskScreens.svelte';

function open() {
  const backend = fake();
  const call = vi.spyOn(backend, 'call');
  provide(backend);
  session.go('desk');
  render(DeskScreens, { overview: deskOverview });
  return call;
}
const rows = () => within(screen.getByTestId('declaration-list')).getAllByRole('listitem').map((row) => row.dataset['row']);

beforeEach(() => {
  language.choose('id');
  localStorage.clear();
});

test('it stands before the desk until it was said once, and then opens the desk', async () => {
  const call = open();
  await screen.findByText(/tidak memiliki benturan kepentingan dengan inovasi berikut, kecuali yang saya tandai/);
  await fireEvent.click(await screen.findByTestId('declaration-finish'));
  await screen.findByTestId('desk');
  expect(call).toHaveBeenCalledWith('finish_declaration', {});
});

test('entries are found by title and marked with kind and ground, and the count says so', async () => {
  const call = open();
  await screen.findByTestId('declaration-list');
  await fireEvent.input(screen.getByTestId('declaration-search'), { target: { value: 'klikmi' } });
  await waitFor(() => expect(rows()).toContain('OPD-002'));
  expect(rows()).not.toContain('OPD-001');
  await fireEvent.click(screen.getByTestId('declare-entry-OPD-002'));
  for (const name of ['potential', 'affiliation']) await fireEvent.click(within(await screen.findByTestId(`declare-${name}`)).getByRole('radio'));
  await fireEvent.submit(screen.getByTestId('declare-text').closest('form') as HTMLFormElement);
  await waitFor(() => expect(screen.getByTestId('declaration-count').textContent).toContain('2 ditandai'));
  expect(call).toHaveBeenCalledWith('declare', { entry: 'OPD-002', kind: 'potential', ground: 'affiliation', text: '' });
  expect(screen.getByTestId('declaration-list').textContent).toContain('benturan potensial');
});

test('an actual conflict with an entry that has marks says how many of them go', async () => {
  open();
  await screen.findByTestId('declaration-list');
  await fireEvent.click(screen.getByTestId('declare-entry-OPD-001'));
  const actual = await screen.findByTestId('declare-actual');
  expect(actual.textContent).toMatch(/\d+ nilai yang sudah diberikan dihapus/);
});
