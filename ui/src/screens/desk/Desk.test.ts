import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { provide } from '../../backend';
import { deskOverview, fake, refuse } from '../../backend/fake';
import { language } from '../../state/language.svelte';
import { notices } from '../../state/notices.svelte';
import { session } from '../../state/session.svelte';
import DeskScreens from '../shell/DeskScreens.svelte';

async function open(instead: Parameters<typeof fake>[0] = {}) {
  const backend = fake({ declaration: () => ({ declared_at: '2023-11-10T12:42:00Z', rows: [], undoable: { undo: null, redo: null } }), ...instead });
  const call = vi.spyOn(backend, 'call');
  provide(backend);
  session.go('desk');
  render(DeskScreens, { overview: deskOverview });
  await screen.findByTestId('desk-entry');
  return call;
}
const field = (criterion: string) => screen.getByTestId<HTMLInputElement>(`mark-${criterion}`);
const press = (target: Element | Window, key: string, rest: KeyboardEventInit = {}) => fireEvent.keyDown(target, { key, ...rest });
const saved = () => screen.getByTestId('desk-saved').textContent?.trim();
const entry = () => screen.getByTestId('desk-entry').textContent;

beforeEach(() => {
  language.choose('id');
  notices.all = [];
  localStorage.clear();
});

test('it opens on the first unfinished sheet, at the first criterion without a mark', async () => {
  await open();
  expect(entry()).toContain('OPD-004');
  await waitFor(() => expect(document.activeElement).toBe(field('dampak')));
  expect(field('dampak').value).toBe('');
});

test('a typed mark is taken with Enter, said to be saved, and the focus goes on', async () => {
  const call = await open();
  await fireEvent.input(field('dampak'), { target: { value: '87' } });
  expect(saved()).toBe('');
  await press(field('dampak'), 'Enter');
  await waitFor(() => expect(saved()).toBe('Tersimpan · OPD-004'));
  expect(call).toHaveBeenCalledWith('set_mark', { stage: 'penilaian', entry: 'OPD-004', criterion: 'dampak', mark: '87' });
  const levels = within(screen.getByRole('radiogroup', { name: 'Keberlanjutan' }));
  await waitFor(() => expect(levels.getAllByRole('radio')).toContain(document.activeElement));
  expect(levels.queryByRole('radio', { checked: true })).toBeNull();
});

test('a mark outside the scale is refused where it is typed, with what is allowed, and holds the sheet open', async () => {
  const call = await open();
  await fireEvent.input(field('dampak'), { target: { value: '101' } });
  await press(field('dampak'), 'Enter');
  expect(screen.getByRole('alert').textContent).toContain('0 sampai 100');
  await press(window, 'PageDown');
  expect(entry()).toContain('OPD-004');
  expect(call).not.toHaveBeenCalledWith('set_mark', expect.anything());
  await press(field('dampak'), 'Escape');
  expect(field('dampak').value).toBe('');
  await press(window, 'PageDown');
  await waitFor(() => expect(entry()).toContain('OPD-005'));
});

test('a digit picks a level, Delete clears it, and a mark not given is never the lowest', async () => {
  const call = await open();
  const radios = () => within(screen.getByRole('radiogroup', { name: 'Keberlanjutan' })).getAllByRole<HTMLInputElement>('radio');
  radios()[0]?.focus();
  await press(radios()[0] as Element, '2');
  await waitFor(() => expect(radios().map((radio) => radio.checked)).toEqual([false, true, false]));
  expect(document.activeElement).toBe(radios()[1]);
  expect(call).toHaveBeenCalledWith('set_mark', expect.objectContaining({ criterion: 'keberlanjutan', mark: '70' }));
  await press(radios()[1] as Element, 'Delete');
  await waitFor(() => expect(radios().some((radio) => radio.checked)).toBe(false));
  expect(call).toHaveBeenCalledWith('clear_mark', expect.objectContaining({ criterion: 'keberlanjutan' }));
});

test('finishing goes to what is missing, and with nothing missing to the next unfinished sheet', async () => {
  const call = await open();
  await press(window, 'Enter', { ctrlKey: true });
  await waitFor(() => expect(document.activeElement).toBe(field('dampak')));
  expect(call).not.toHaveBeenCalledWith('finish', expect.anything());
  await fireEvent.input(field('dampak'), { target: { value: '90' } });
  await press(field('dampak'), 'Enter');
  await press(window, '3');
  await press(window, 'Enter', { ctrlKey: true });
  await waitFor(() => expect(call).toHaveBeenCalledWith('finish', { stage: 'penilaian', entry: 'OPD-004' }));
  await waitFor(() => expect(entry()).toContain('OPD-005'));
});

test('a filter keeps the open sheet, and the keys go through what it shows', async () => {
  await open();
  await fireEvent.click(screen.getByTestId('desk-state-final'));
  expect(entry()).toContain('OPD-004');
  const rows = within(screen.getByTestId('desk-list')).getAllByRole('option', { hidden: true });
  expect(rows.map((row) => row.getAttribute('data-row'))).toEqual(['OPD-001', 'OPD-002', 'OPD-003', 'OPD-004']);
  await press(window, 'PageUp');
  await waitFor(() => expect(entry()).toContain('OPD-003'));
});

test('a text that is typed takes every key, is saved as it rests, and is whole when the judge goes on at once', async () => {
  const call = await open();
  const remark = screen.getByTestId('desk-remark');
  remark.focus();
  await fireEvent.input(remark, { target: { value: 'Bagus ' } });
  await press(remark, 'j');
  expect(entry()).toContain('OPD-004');
  await press(remark, 'PageDown', { ctrlKey: true });
  await waitFor(() => expect(entry()).toContain('OPD-005'));
  expect(call).toHaveBeenCalledWith('set_remark', { stage: 'penilaian', entry: 'OPD-004', remark: 'Bagus ', typing: true });
});

test('a private note can be written beside a final sheet, and is there when the entry is opened again', async () => {
  const call = await open();
  await press(window, 'PageUp');
  await waitFor(() => expect(entry()).toContain('OPD-003'));
  await fireEvent.input(screen.getByTestId('desk-note'), { target: { value: 'tanya dampaknya' } });
  await fireEvent.blur(screen.getByTestId('desk-note'));
  await waitFor(() => expect(saved()).toContain('OPD-003'));
  expect(call).toHaveBeenCalledWith('set_note', { stage: 'penilaian', entry: 'OPD-003', text: 'tanya dampaknya', typing: true });
  await press(window, 'PageDown');
  await waitFor(() => expect(entry()).toContain('OPD-004'));
  expect(screen.getByTestId<HTMLTextAreaElement>('desk-note').value).toBe('');
  await press(window, 'PageUp');
  await waitFor(() => expect(screen.getByTestId<HTMLTextAreaElement>('desk-note').value).toBe('tanya dampaknya'));
});

test('a private note is handed over only where the judge ticks it, and there must be one', async () => {
  const call = await open();
  const goes = () => screen.getByTestId<HTMLInputElement>('desk-note-goes');
  await press(window, 'PageUp');
  await waitFor(() => expect(entry()).toContain('OPD-003'));
  expect([goes().disabled, goes().checked]).toEqual([true, false]);
  await fireEvent.input(screen.getByTestId('desk-note'), { target: { value: 'tanya dampaknya' } });
  await fireEvent.blur(screen.getByTestId('desk-note'));
  await waitFor(() => expect(goes().disabled).toBe(false));
  await fireEvent.click(goes());
  await waitFor(() => expect(call).toHaveBeenCalledWith('set_note', { stage: 'penilaian', entry: 'OPD-003', hand_over: true, typing: false }));
  await press(window, 'PageDown');
  await waitFor(() => expect(entry()).toContain('OPD-004'));
  expect(goes().checked).toBe(false);
  await press(window, 'PageUp');
  await waitFor(() => expect(goes().checked).toBe(true));
});

test('what was not written is not said to be saved, and the file is shown as it is', async () => {
  await open({ set_mark: () => refuse('disk-full', 'no space left') });
  await fireEvent.input(field('dampak'), { target: { value: '90' } });
  await press(field('dampak'), 'Enter');
  await waitFor(() => expect(notices.all[0]?.text).toContain('Tempat penyimpanan penuh'));
  await waitFor(() => expect(field('dampak').value).toBe(''));
  expect(saved()).toBe('');
});

test('an actual conflict takes the sheet away with its ground, and can be taken back', async () => {
  const call = await open();
  await fireEvent.click(screen.getByTestId('desk-declare'));
  await fireEvent.click(await screen.findByTestId('declare-do'));
  expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toEqual(['Pilih nyata atau potensial.', 'Pilih sebabnya.']);
  const choose = (name: string) => fireEvent.click(within(screen.getByTestId(`declare-${name}`)).getByRole('radio'));
  await choose('actual');
  await choose('other');
  await fireEvent.submit(screen.getByTestId('declare-text').closest('form') as HTMLFormElement);
  await screen.findByText('Jelaskan sebabnya dalam beberapa kata.');
  await fireEvent.input(screen.getByTestId('declare-text'), { target: { value: 'unit kerja saya' } });
  await fireEvent.submit(screen.getByTestId('declare-text').closest('form') as HTMLFormElement);
  const conflict = await screen.findByTestId('desk-conflict');
  expect(conflict.textContent).toContain('Lainnya: unit kerja saya');
  expect(screen.queryByTestId('mark-dampak')).toBeNull();
  expect(call).toHaveBeenCalledWith('declare', { entry: 'OPD-004', kind: 'actual', ground: 'other', text: 'unit kerja saya' });
  await fireEvent.click(screen.getByTestId('desk-change-declaration'));
  await fireEvent.click(await screen.findByTestId('declare-take-back'));
  await screen.findByTestId('mark-dampak');
});

test('a potential conflict leaves the sheet to be marked, and says so beside it', async () => {
  await open();
  await fireEvent.click(screen.getByTestId('desk-declare'));
  for (const name of ['potential', 'family']) await fireEvent.click(within(await screen.findByTestId(`declare-${name}`)).getByRole('radio'));
  await fireEvent.submit(screen.getByTestId('declare-text').closest('form') as HTMLFormElement);
  expect((await screen.findByTestId('desk-conflict')).textContent).toContain('Keluarga atau kerabat');
  expect(field('dampak')).toBeTruthy();
});

test('what was done is taken back in words, on the sheet where it was done, and done again', async () => {
  await open();
  await fireEvent.input(field('dampak'), { target: { value: '87' } });
  await press(field('dampak'), 'Enter');
  await waitFor(() => expect(saved()).toBe('Tersimpan · OPD-004'));
  await press(window, 'PageDown');
  await waitFor(() => expect(entry()).toContain('OPD-005'));
  await fireEvent.input(field('dampak'), { target: { value: '60' } });
  await press(field('dampak'), 'Enter');
  await waitFor(() => expect(screen.getByTestId('desk-undo').textContent).toContain('Dampak nyata OPD-005: 60 → –'));
  await press(window, 'z', { ctrlKey: true });
  await waitFor(() => expect(saved()).toBe('Dibatalkan · Dampak nyata OPD-005: 60 → –'));
  await press(window, 'z', { ctrlKey: true });
  await waitFor(() => expect(entry()).toContain('OPD-004'));
  expect(field('dampak').value).toBe('');
  await press(window, 'y', { ctrlKey: true });
  await waitFor(() => expect(field('dampak').value).toBe('87'));
});
