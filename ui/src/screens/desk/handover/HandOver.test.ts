import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { provide } from '../../../backend';
import { deskOverview, fake } from '../../../backend/fake';
import { language } from '../../../state/language.svelte';
import { session } from '../../../state/session.svelte';
import DeskScreens from '../../shell/DeskScreens.svelte';

async function open() {
  const backend = fake({ overview: () => deskOverview });
  const [call, askSave] = [vi.spyOn(backend, 'call'), vi.spyOn(backend, 'askSave')];
  provide(backend);
  session.overview = deskOverview;
  session.go('handover');
  render(DeskScreens, { overview: deskOverview });
  await screen.findByTestId('hand-over-summary');
  return { call, askSave };
}

beforeEach(() => {
  language.choose('id');
  localStorage.clear();
});

test('with sheets that are not final a reason is asked for before any file is', async () => {
  const { call, askSave } = await open();
  await fireEvent.click(screen.getByTestId('hand-over-do'));
  await screen.findByText('Sebutkan alasannya dahulu.');
  expect(document.activeElement).toBe(screen.getByTestId('hand-over-why'));
  expect(askSave).not.toHaveBeenCalled();
  await fireEvent.input(screen.getByTestId('hand-over-why'), { target: { value: 'tahap pertama' } });
  await fireEvent.click(screen.getByTestId('hand-over-do'));
  await screen.findByTestId('handed');
  expect(askSave).toHaveBeenCalledWith(expect.objectContaining({ name: 'J2-3-2023-11-20.nilai', ending: 'nilai' }));
  expect(call).toHaveBeenCalledWith('hand_over', { out: '/home/sekretariat/Dokumen/J2-3-2023-11-20.nilai', why: 'tahap pertama' });
});

test('after it the words say where the file goes, and six words are there to be read out', async () => {
  await open();
  await fireEvent.input(screen.getByTestId('hand-over-why'), { target: { value: 'tahap pertama' } });
  await fireEvent.click(screen.getByTestId('hand-over-do'));
  expect((await screen.findByTestId('handed')).textContent).toContain('USB atau WhatsApp');
  expect(screen.getByTestId('handed-fingerprint').textContent?.split(' · ')).toHaveLength(6);
});

test('a result file opened by a judge is a receipt, and what does not count comes first with its reason', async () => {
  const { call } = await open();
  await session.take(['/usb/lomba.hasil']);
  await waitFor(() => expect(screen.getByTestId('receipt-verdict').textContent).toContain('2 dari 3 lembar'));
  expect(call).toHaveBeenCalledWith('receipt', { file: '/usb/lomba.hasil' });
  const [first] = screen.getByTestId('receipt-table').querySelectorAll('tbody tr[data-row], tbody tr:not([aria-hidden])');
  expect(first?.textContent).toContain('Ketua memutuskan nilai lain: Juri ditelepon');
});

test('a desk opened at the chair’s computer leads back to the competition, with the hand-over to merge', async () => {
  const { call } = await open();
  session.chairFile = '/home/sekretariat/lomba.timbang';
  await fireEvent.input(screen.getByTestId('hand-over-why'), { target: { value: 'tahap pertama' } });
  await fireEvent.click(screen.getByTestId('hand-over-do'));
  await fireEvent.click(await screen.findByTestId('back-to-chair'));
  expect(screen.queryByTestId('handed-fingerprint')).toBeNull();
  await waitFor(() => expect(call).toHaveBeenCalledWith('open_file', { file: '/home/sekretariat/lomba.timbang' }));
  await waitFor(() => expect(session.delivered).toEqual(['/home/sekretariat/Dokumen/J2-3-2023-11-20.nilai']));
  expect([session.screen, session.chairFile]).toEqual(['handover', null]);
});
