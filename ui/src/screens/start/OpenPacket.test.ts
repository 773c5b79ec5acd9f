import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { provide } from '../../backend';
import { fake, refuse } from '../../backend/fake';
import { language } from '../../state/language.svelte';
import { session } from '../../state/session.svelte';
import OpenPacket from './OpenPacket.svelte';

async function open(instead: Parameters<typeof fake>[0] = {}) {
  const backend = fake(instead);
  const [call, askSave] = [vi.spyOn(backend, 'call'), vi.spyOn(backend, 'askSave')];
  provide(backend);
  session.overview = null;
  session.packet = '/usb/J2.paket';
  render(OpenPacket, { packet: '/usb/J2.paket' });
  await waitFor(() => expect(call).toHaveBeenCalledWith('passphrase_words', {}));
  return { call, askSave };
}
const box = (place: number) => screen.getByTestId<HTMLInputElement>(`packet-word-${place}`);
const type = (place: number, value: string) => fireEvent.input(box(place), { target: { value } });
const values = () => [1, 2, 3, 4, 5, 6].map((place) => box(place).value);
const SIX = ['bambu', 'lentera', 'ombak', 'kelapa', 'tujuh', 'sampan'];

beforeEach(() => language.choose('id'));

test('six words typed or pasted in any writing fill the six boxes', async () => {
  await open();
  await type(1, ' BAMBU-Lentera,ombak  kelapa;tujuh SAMPAN');
  expect(values()).toEqual(SIX);
});

test('a word is completed from the list, and a blank goes on to the next box', async () => {
  await open();
  box(1).focus();
  await type(1, 'len');
  await waitFor(() => expect(screen.getAllByRole('option').map((option) => option.textContent?.trim())).toEqual(['lentera']));
  await fireEvent.keyDown(box(1), { key: ' ' });
  expect(box(1).value).toBe('lentera');
  await waitFor(() => expect(document.activeElement).toBe(box(2)));
});

test('a word that is not in the list is pointed at, with the one that was meant, before anything is asked or written', async () => {
  const { call, askSave } = await open();
  await type(1, 'bambu lentera obmak kelapa tujuh sampan');
  box(6).focus();
  await waitFor(() => expect(screen.getByTestId('packet-wrong-word').textContent).toContain('Kata ke-3 tidak ada dalam daftar.'));
  await fireEvent.submit(box(1).closest('form') as HTMLFormElement);
  expect(document.activeElement).toBe(box(3));
  expect(askSave).not.toHaveBeenCalled();
  expect(call).not.toHaveBeenCalledWith('open_packet', expect.anything());
  box(1).focus();
  await fireEvent.click(await screen.findByTestId('packet-meant'));
  expect(values()).toEqual(SIX);
});

test('what is refused is said in the dialog, and the place is asked for only once', async () => {
  const { call, askSave } = await open({ open_packet: () => refuse('wrong-passphrase', 'wrong') });
  await type(1, SIX.join(' '));
  await fireEvent.submit(box(1).closest('form') as HTMLFormElement);
  expect((await screen.findByTestId('packet-refused')).textContent).toContain('Kata sandinya keliru.');
  await fireEvent.submit(box(1).closest('form') as HTMLFormElement);
  await waitFor(() => expect(call.mock.calls.filter(([name]) => name === 'open_packet')).toHaveLength(2));
  expect(askSave).toHaveBeenCalledOnce();
  expect(call).toHaveBeenLastCalledWith('open_packet', {
    packet: '/usb/J2.paket',
    passphrase: SIX.join(' '),
    out: '/home/sekretariat/Dokumen/J2.timbang',
  });
});

test('words that do not open the packet are refused before anybody is asked where the copy goes', async () => {
  const { call, askSave } = await open({ check_packet: () => refuse('wrong-passphrase', 'wrong') });
  await type(1, SIX.join(' '));
  await fireEvent.submit(box(1).closest('form') as HTMLFormElement);
  expect((await screen.findByTestId('packet-refused')).textContent).toContain('Kata sandinya keliru.');
  expect(askSave).not.toHaveBeenCalled();
  expect(call).not.toHaveBeenCalledWith('open_packet', expect.anything());
});
