import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { provide } from '../../backend';
import { fake } from '../../backend/fake';
import { language } from '../../state/language.svelte';
import { notices } from '../../state/notices.svelte';
import ChairUndo from './ChairUndo.svelte';

beforeEach(() => {
  notices.all = [];
  language.choose('id');
});

function shown(instead: Parameters<typeof fake>[0]) {
  const backend = fake(instead);
  const call = vi.spyOn(backend, 'call');
  provide(backend);
  render(ChairUndo);
  return call;
}
const press = (target: Element = document.body) => fireEvent.keyDown(target, { key: 'z', ctrlKey: true });
const asked = (call: ReturnType<typeof shown>) => call.mock.calls.map(([name]) => name);

test('of a signed decision undo offers the decision that cancels it, which wants its own reason', async () => {
  const call = shown({ undo: () => ({ offers: { decision: 'c3', number: 3 } }) });
  await press();
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('3');
  expect(dialog.textContent).toContain('Bukti terlambat dua hari');
  const submit = screen.getByRole('button', { name: 'Batalkan' });
  await fireEvent.click(submit);
  expect(asked(call)).not.toContain('decide');
  await fireEvent.input(screen.getByRole('textbox'), { target: { value: ' Bukti ternyata tepat waktu. ' } });
  await Promise.all([fireEvent.click(submit), fireEvent.click(submit)]);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked(call).filter((name) => name === 'decide')).toHaveLength(1);
  expect(call).toHaveBeenCalledWith('decide', { act: { kind: 'undo', decision: 'c3' }, reason: 'Bukti ternyata tepat waktu.' });
});

test('leaving the offer decides nothing', async () => {
  const call = shown({ undo: () => ({ offers: { decision: 'c3', number: 3 } }) });
  await press();
  await fireEvent.keyDown(await screen.findByRole('dialog'), { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked(call)).not.toContain('decide');
});

test('of an entry that judges have undo offers to withdraw it, and says why', async () => {
  const call = shown({ undo: () => ({ withdraws: 'OPD-002' }) });
  await press();
  const dialog = await screen.findByTestId('new-decision');
  expect(dialog.textContent).toContain('sudah ada dalam paket juri');
  expect(screen.getByTestId<HTMLInputElement>('decision-entry').value).toBe('OPD-002');
  expect(asked(call)).not.toContain('decide');
});

test('what was taken back is said in words', async () => {
  const now = { undo: null, redo: null };
  shown({ undo: () => ({ operation: { op: 'add-judge', subject: 'J9', params: {} }, now }) });
  await press();
  await waitFor(() => expect(notices.all.map((notice) => notice.text).join(' ')).toContain('J9'));
});

test('in a field of text the keys belong to the text', async () => {
  const call = shown({});
  const field = document.body.appendChild(document.createElement('textarea'));
  await press(field);
  expect(asked(call)).toEqual([]);
  field.remove();
});
