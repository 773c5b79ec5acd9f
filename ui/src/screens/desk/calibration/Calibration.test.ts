import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { provide } from '../../../backend';
import { deskOverview, fake } from '../../../backend/fake';
import { language } from '../../../state/language.svelte';
import { session } from '../../../state/session.svelte';
import DeskScreens from '../../shell/DeskScreens.svelte';

async function open() {
  const backend = fake({ declaration: () => ({ declared_at: '2023-11-10T12:42:00Z', rows: [], undoable: { undo: null, redo: null } }) });
  const call = vi.spyOn(backend, 'call');
  provide(backend);
  session.overview = deskOverview;
  session.go('calibration');
  render(DeskScreens, { overview: deskOverview });
  await screen.findByTestId('calibration-dampak');
  return call;
}
const view = async (name: string) => fireEvent.click(within(await screen.findByTestId(`calibration-view-${name}`)).getByRole('radio'));

beforeEach(() => {
  language.choose('id');
  localStorage.clear();
  session.entry = null;
});

test('each criterion has one dot for each mark, and says the same in words', async () => {
  await open();
  const dots = screen.getByTestId('dots-dampak');
  expect(dots.getAttribute('aria-valuemax')).toBe('3');
  expect(dots.querySelector('path')?.getAttribute('d')?.match(/M/g)).toHaveLength(3);
  expect(screen.getByTestId('calibration-dampak').textContent).toMatch(/\d+–\d+ · tengah \d+/);
});

test('the arrows name one dot after the other, and Enter opens its sheet at the desk', async () => {
  await open();
  const dots = screen.getByTestId('dots-dampak');
  dots.focus();
  await fireEvent.keyDown(dots, { key: 'End' });
  expect(dots.getAttribute('aria-valuetext')).toContain('OPD-003');
  await fireEvent.keyDown(dots, { key: 'Enter' });
  await waitFor(async () => expect((await screen.findByTestId('desk-entry')).textContent).toContain('OPD-003'));
});

test('of two sheets the left one stays, the arrows change the right one, and no key marks either', async () => {
  const call = await open();
  await view('pair');
  const [left, right] = [await screen.findByTestId<HTMLSelectElement>('pair-left'), screen.getByTestId<HTMLSelectElement>('pair-right')];
  const before = [left.value, right.value];
  await fireEvent.keyDown(window, { key: 'ArrowRight' });
  expect(left.value).toBe(before[0]);
  expect(right.value).not.toBe(before[1]);
  await fireEvent.keyDown(window, { key: 'ArrowLeft' });
  expect(right.value).toBe(before[1]);
  for (const key of ['1', '3', 'Enter', 'Delete']) await fireEvent.keyDown(window, { key });
  expect(call.mock.calls.map(([name]) => name).filter((name) => name.startsWith('set') || name.startsWith('clear'))).toEqual([]);
});

test('with few complete sheets nothing is said of growing stricter', async () => {
  await open();
  await view('time');
  expect((await screen.findByTestId('drift-says')).textContent).toContain('Setelah enam lembar');
});
